import { SESSION_ID_LENGTH } from "../model/accounts/account_lists.ts";
import { defineAction } from "./action.ts";

/** Lists the user's logins, the one used last first (docs/PROTOCOL.md, "Actions: service and admin"). */
export default defineAction({
  name: "sessions",
  audit: { name: "xem phiên đăng nhập" },
  gate: "user",
  fields: {},
  usage: "sessions <token>",
  async run(_fields, { session }, { store, sessionUses, clock }) {
    const sessions = await store.listSessions(session.user.id, clock.wall());
    return {
      reply: {
        sessions: sessions.map((listed) => ({
          ...listed,
          ...sessionUses.latest(listed.id),
          id: listed.id.slice(0, SESSION_ID_LENGTH),
          current: listed.id === session.id,
        })),
      },
    };
  },
});
