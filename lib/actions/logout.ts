import { defineAction } from "./action.ts";
import { endSessions } from "./ending_sessions.ts";

/** Ends the token's session at once, on every connection (docs/PROTOCOL.md, "The given six"). */
export default defineAction({
  name: "logout",
  audit: { name: "đăng xuất" },
  gate: "user",
  fields: {},
  usage: "logout <token>",
  run(_fields, { session: { id } }, services) {
    return services.store.write("endSession", { id, at: services.clock.wall() })
      .map(() => ({ reply: {}, events: endSessions([id], services) }));
  },
});
