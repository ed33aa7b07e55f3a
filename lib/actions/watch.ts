import { PAGE_PROJECTS } from "../model/limits.ts";
import { defineAction } from "./action.ts";

/**
 * Watches the user's projects (docs/PROTOCOL.md, "Actions: rooms"). The list is read between two writes, so that the
 * events continue exactly from it.
 */
export default defineAction({
  name: "watch",
  audit: { name: "theo dõi dự án" },
  gate: "user",
  fields: {},
  usage: "watch <token>",
  bulky: true,
  run(_fields, { session, peer }, { store, authenticator, rooms }) {
    return store.watchProjects(session.user.id, PAGE_PROJECTS).map(({ positions, ...page }) => {
      // The session ended after the gate: nothing would end this watch.
      const ended = authenticator.endOf(session);
      if (ended !== null) throw ended;
      rooms.watchers.watch(peer, session, positions);
      return { reply: page };
    });
  },
});
