import { defineAction } from "./action.ts";

/** Lists the days of the audit log, the newest first (docs/PROTOCOL.md, "Actions: service and admin"). */
export default defineAction({
  name: "log_days",
  audit: { name: "xem các ngày nhật ký" },
  gate: "admin",
  fields: {},
  usage: "log_days <token>",
  bulky: true,
  async run(_fields, _call, { logs }) {
    return { reply: { days: await logs.days() } };
  },
});
