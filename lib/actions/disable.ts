import { defineAction } from "./action.ts";
import { setDisabled } from "./disabling.ts";
import { word } from "./field.ts";

/** Disables an account: all of its tokens end (docs/PROTOCOL.md, "Actions: service and admin"). */
export default defineAction({
  name: "disable",
  audit: { name: "vô hiệu hóa tài khoản" },
  gate: "admin",
  fields: { username: word },
  usage: "disable <token> <username>",
  run: ({ username }, call, services) => setDisabled(username, true, call, services),
});
