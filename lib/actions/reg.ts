import { ChungError } from "../errors.ts";
import { assertPassword, assertUsername } from "../model/user.ts";
import { defineAction } from "./action.ts";
import { password, word } from "./field.ts";

/** Creates an account (docs/PROTOCOL.md, "The given six"). */
export default defineAction({
  name: "reg",
  audit: { name: "đăng ký", type: "register" },
  gate: "none",
  fields: { username: word, password },
  usage: "reg <username> <password>",
  async run({ username, password }, { peer }, { store, passwords, limits, registration, clock }) {
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
      throw new ChungError("username_taken", `the name ${username} is taken: choose another`);
    }
    const passwordHash = await passwords.hash(password, peer.address);
    return store.write("createUser", { username, passwordHash, at: clock.wall() })
      .map((user) => ({ reply: { user } }));
  },
});
