import { ChungError } from "../errors.ts";
import { SESSION_ID_LENGTH } from "../model/accounts/account_lists.ts";
import { defineAction } from "./action.ts";
import { endSessions } from "./ending_sessions.ts";
import { word } from "./field.ts";

/** An id as `sessions` tells it. */
const ID = new RegExp(`^[0-9a-f]{${SESSION_ID_LENGTH}}$`);

/** Ends one of the user's logins, its own too (docs/PROTOCOL.md, "Actions: service and admin"). */
export default defineAction({
  name: "end_session",
  audit: { name: "kết thúc phiên đăng nhập" },
  gate: "user",
  fields: { sessionId: word },
  usage: "end_session <token> <session_id>",
  run({ sessionId }, { session: { user } }, services) {
    if (!ID.test(sessionId)) {
      throw new ChungError(
        "session_not_found",
        "you have no such login: sessions <token> lists yours",
      );
    }
    const end = { userId: user.id, prefix: sessionId, at: services.clock.wall() };
    return services.store.write("endUserSession", end).map((id) => ({
      reply: {},
      events: endSessions([id], services),
    }));
  },
});
