import { defineAction } from "./action.ts";

/** Returns the server's time (docs/PROTOCOL.md, "Actions: service and admin"). */
export default defineAction({
  name: "ping",
  audit: { name: "kiểm tra kết nối" },
  gate: "none",
  fields: {},
  usage: "ping",
  run(_fields, _call, { clock }) {
    return { reply: { time: new Date(clock.wall()).toISOString() } };
  },
});
