import { defineAction } from "./action.ts";
import { setDisabled } from "./disabling.ts";
import { word } from "./field.ts";

/** Enables an account again (docs/PROTOCOL.md, "Actions: service and admin"). */
export default defineAction({
  name: "enable",
  audit: { name: "kích hoạt tài khoản" },
  gate: "admin",
  fields: { username: word },
  usage: "enable <token> <username>",
  run: ({ username }, call, services) => setDisabled(username, false, call, services),
});
