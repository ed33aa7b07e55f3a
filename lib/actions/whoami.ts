import { defineAction } from "./action.ts";

/** Returns the token's user and expiry (docs/PROTOCOL.md, "Actions: service and admin"). */
export default defineAction({
  name: "whoami",
  audit: { name: "xem tài khoản" },
  gate: "user",
  fields: {},
  usage: "whoami <token>",
  run(_fields, { session: { user, expiresAt } }) {
    return { reply: { user, expires_at: new Date(expiresAt * 1000).toISOString() } };
  },
});
