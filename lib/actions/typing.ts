import { defineAction } from "./action.ts";
import { number } from "./field.ts";
import { refuseOutsider } from "./leave.ts";

/**
 * Tells the room that the user is typing (docs/PROTOCOL.md, "Actions: rooms"). It is neither stored nor logged, and
 * requires that the user is in the room.
 */
export default defineAction({
  name: "typing",
  audit: null,
  gate: "user",
  fields: { project_id: number },
  usage: "typing <token> <project_id>",
  run({ project_id }, { session, peer }, { store, rooms, clock }) {
    const events = rooms.typing(peer, project_id, session, clock.wall());
    if (events === null) return refuseOutsider(store, project_id, session);
    return { reply: {}, events };
  },
});
