import { defineAction } from "./action.ts";

/** Tells the state of the server (docs/PROTOCOL.md, "Actions: service and admin"). */
export default defineAction({
  name: "stats",
  audit: { name: "xem tình trạng máy chủ" },
  gate: "admin",
  fields: {},
  usage: "stats <token>",
  bulky: true,
  async run(_fields, _call, { figures }) {
    return { reply: await figures.stats() };
  },
});
