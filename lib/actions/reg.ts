import { ChungError } from "../errors.ts";
import { defineAction } from "./action.ts";
import { accountName, password } from "./field.ts";
import { register } from "./registering.ts";

/** Creates an account (docs/PROTOCOL.md, "The given six"). */
export default defineAction({
  name: "reg",
  audit: { name: "đăng ký", type: "register" },
  gate: "none",
  fields: { username: accountName, password },
  usage: "reg <username> <password>",
  run(fields, call, services) {
    const { registration } = services;
    if (registration !== "open") {
      throw new ChungError(
        "registration_closed",
        registration === "invite"
          ? "registration is by invitation: ask an admin for one, then send join <code> <username> <password>"
          : "registration is closed: ask the server's administrator for an account",
      );
    }
    return register(fields, call, services);
  },
});
