import { defineAction } from "./action.ts";
import { optionalNumber } from "./field.ts";

/** Accounts of one reply, at most. */
const MOST = 1_000;

/** Lists the accounts by id (docs/PROTOCOL.md, "Actions: service and admin"). */
export default defineAction({
  name: "users",
  audit: { name: "xem tài khoản" },
  gate: "admin",
  fields: { limit: optionalNumber, afterId: optionalNumber },
  usage: "users <token> [limit] [after_id]",
  bulky: true,
  async run({ limit, afterId }, _call, { store }) {
    const most = Math.min(Math.max(limit ?? MOST, 1), MOST);
    return { reply: await store.listUsers(most, afterId ?? 0) };
  },
});
