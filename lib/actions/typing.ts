import { defineAction } from "./action.ts";
import { number } from "./field.ts";
import { refuseOutsider } from "./leave.ts";

/** docs/PROTOCOL.md, "Actions: rooms": not stored, no log entry. Being in the room is what it asks for. */
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
