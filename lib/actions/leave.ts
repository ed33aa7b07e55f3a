import { ChungError } from "../errors.ts";
import { defineAction } from "./action.ts";
import { number } from "./field.ts";

/**
 * docs/PROTOCOL.md, "Actions: rooms". Its gate asks for no membership: who was removed meanwhile is out of the
 * room already, and hears that as `not_entered`.
 */
export default defineAction({
  name: "leave",
  audit: { name: "rời phòng" },
  gate: "user",
  fields: { project_id: number },
  usage: "leave <token> <project_id>",
  async run({ project_id }, { session, peer }, { store, rooms }) {
    const events = rooms.leave(peer, project_id, session.user.id);
    if (events !== null) return { reply: {}, events };
    if (await store.findAccess(project_id, session.user.id) === null) {
      throw new ChungError("project_not_found", `there is no project ${project_id}`);
    }
    throw new ChungError(
      "not_entered",
      "you are not in this room on this connection: enter it before you leave it",
    );
  },
});
