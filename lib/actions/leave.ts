import { ChungError } from "../errors.ts";
import { projectNotFound } from "../model/refusals.ts";
import type { Session } from "../model/session.ts";
import type { Store } from "../store/store.ts";
import { defineAction } from "./action.ts";
import { number } from "./field.ts";

/**
 * Leaves a room (docs/PROTOCOL.md, "Actions: rooms"). The gate doesn't require membership: a removed user is already
 * out of the room and gets `not_entered`.
 */
export default defineAction({
  name: "leave",
  audit: { name: "rời phòng" },
  gate: "user",
  fields: { project_id: number },
  usage: "leave <token> <project_id>",
  run({ project_id }, { session, peer }, { store, rooms }) {
    const events = rooms.leave(peer, project_id, session.user.id);
    if (events === null) return refuseOutsider(store, project_id, session);
    return { reply: {}, events };
  },
});

/**
 * Refuses a user who is not in the room on this connection.
 * @throws ChungError `not_entered`, `project_not_found`
 */
export async function refuseOutsider(
  store: Store,
  projectId: number,
  { user }: Session,
): Promise<never> {
  throw await store.findAccess(projectId, user.id) === null
    ? projectNotFound(projectId)
    : new ChungError("not_entered", "you are not in this room on this connection: enter it first");
}
