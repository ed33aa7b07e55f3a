import { ChungError } from "../errors.ts";
import { assertPassword, assertUsername } from "../model/user.ts";
import { defineAction } from "./action.ts";
import { accountName, password } from "./field.ts";

/** Creates an account (docs/PROTOCOL.md, "The given six"). */
export default defineAction({
  name: "reg",
  audit: { name: "đăng ký", type: "register" },
  gate: "none",
  fields: { username: accountName, password },
  usage: "reg <username> <password>",
  async run({ username, password }, { peer, accountFound }, services) {
    const { store, passwords, limits, registration, clock } = services;
    if (registration === "closed") {
      throw new ChungError(
        "registration_closed",
        "registration is closed: ask the server's administrator for an account",
      );
    }
    assertUsername(username, limits);
    assertPassword(password, limits);
    // The write checks this again; checking first saves the cost of the hash.
    if (await store.findAccount(username) !== null) {
      accountFound();
      throw new ChungError("username_taken", `the name ${username} is taken: choose another`);
    }
    const passwordHash = await passwords.hash(password, peer.address);
    return store.write("createUser", { username, passwordHash, at: clock.wall() })
      .map((user) => ({ reply: { user } }));
  },
});
