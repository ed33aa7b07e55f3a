import { userNotFound } from "../model/accounts/refusals.ts";
import { assertPassword } from "../model/user.ts";
import { adminId, defineAction } from "./action.ts";
import { endSessions } from "./ending_sessions.ts";
import { password, word } from "./field.ts";

/** Gives a user a new password, and ends all of their tokens (docs/PROTOCOL.md, "Actions: service and admin"). */
export default defineAction({
  name: "reset_password",
  audit: { name: "đặt lại mật khẩu" },
  gate: "admin",
  fields: { username: word, newPassword: password },
  usage: "reset_password <token> <username> <new_password>",
  async run({ username, newPassword }, call, services) {
    const { store, passwords, limits, clock } = services;
    assertPassword(newPassword, limits);
    // The write checks this again; checking first saves the cost of the hash.
    if (await store.findAccount(username) === null) throw userNotFound(username);
    const passwordHash = await passwords.hash(newPassword, call.peer.address);
    const by = { admin: adminId(call) };
    return store.write("setPassword", { username, passwordHash, by, at: clock.wall() })
      .map(({ ended }) => ({ reply: {}, events: endSessions(ended, services) }));
  },
});
