import { defineAction } from "./action.ts";

/** Tells the server's options in force, and where each comes from (docs/PROTOCOL.md, "Actions: service and admin"). */
export default defineAction({
  name: "settings",
  audit: { name: "xem cấu hình" },
  gate: "admin",
  fields: {},
  usage: "settings <token>",
  run(_fields, _call, { settings }) {
    return { reply: { settings: [...settings] } };
  },
});
