import { assertPassword } from "../model/user.ts";
import { defineAction } from "./action.ts";
import { endSessions } from "./ending_sessions.ts";
import { password } from "./field.ts";

/** Changes the user's password; every other token ends (docs/PROTOCOL.md, "Actions: service and admin"). */
export default defineAction({
  name: "passwd",
  audit: { name: "đổi mật khẩu" },
  gate: "user",
  fields: { newPassword: password },
  usage: "passwd <token> <new_password>",
  async run({ newPassword }, { session, peer }, services) {
    const { store, passwords, limits, clock } = services;
    assertPassword(newPassword, limits);
    const passwordHash = await passwords.hash(newPassword, peer.address);
    const { user: { username } } = session;
    const by = { session: session.id };
    return store.write("setPassword", { username, passwordHash, by, at: clock.wall() })
      .map(({ ended }) => ({ reply: {}, events: endSessions(ended, services) }));
  },
});
