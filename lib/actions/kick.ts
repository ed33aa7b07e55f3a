import { ChungError } from "../errors.ts";
import { defineAction } from "./action.ts";
import { number, word } from "./field.ts";
import { lineAdded } from "./project_events.ts";

const USAGE = "kick <token> <project_id> <username>";

/**
 * Removes a member from a project. Members may remove themselves, the owner anyone else, also who has left and might
 * come back (docs/PROTOCOL.md, "Actions: rooms").
 */
export default defineAction({
  name: "kick",
  audit: { name: "xóa thành viên" },
  gate: "user",
  fields: { projectId: number, username: word },
  usage: USAGE,
  run({ projectId, username }, { session }, { store, rooms, clock }) {
    const { id: actorId, username: by } = session.user;
    const removal = { projectId, actorId, username, at: clock.wall() };
    return store.write("removeMember", removal).mapError(withUsage).map((
      { project, removed, line },
    ) => ({
      reply: {},
      change: lineAdded(line),
      events: line === null ? [] : [
        {
          type: "members",
          data: { project_id: projectId, added: [], removed: [removed.username], by },
          by,
          to: { projectId },
        },
        {
          type: "project",
          data: { change: "removed", project },
          by,
          to: { watchersOf: [removed.id] },
        },
      ],
      // After the events: the removed user receives them too.
      afterReply: () => rooms.remove(projectId, removed.id),
    }));
  },
});

function withUsage(error: unknown): unknown {
  if (!(error instanceof ChungError) || error.code !== "bad_request") return error;
  return new ChungError("bad_request", `${error.message}; usage: ${USAGE}`);
}
