import { invalidInvitation } from "../model/accounts/refusals.ts";
import { storedSecret } from "../model/accounts/stored_secret.ts";
import { defineAction } from "./action.ts";
import { accountName, password, token } from "./field.ts";
import { register } from "./registering.ts";

/** Creates an account by an invitation (docs/PROTOCOL.md, "Actions: service and admin"). */
export default defineAction({
  name: "join",
  audit: { name: "đăng ký bằng lời mời" },
  gate: "none",
  fields: { code: token, username: accountName, password },
  usage: "join <code> <username> <password>",
  async run({ code, username, password }, call, services) {
    const { store, clock } = services;
    const invitation = storedSecret(code);
    // The write checks this again; strangers without an invitation learn nothing and cost nothing.
    if (!await store.isInvited(invitation, clock.wall())) throw invalidInvitation();
    return register({ username, password, invitation }, call, services);
  },
});
