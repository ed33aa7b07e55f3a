import { ChungError } from "../errors.ts";
import { defineAction } from "./action.ts";
import { word } from "./field.ts";

const USAGE = "kick <token> <project_id> <username>";

/** docs/PROTOCOL.md, "Actions: rooms": members may kick themselves, the owner anyone else. */
export default defineAction({
  name: "kick",
  audit: { name: "xóa thành viên" },
  gate: "member",
  fields: { username: word },
  usage: USAGE,
  run({ username }, { session, project: { id: projectId }, role }, { store, rooms }) {
    const { id: actorId, username: by } = session.user;
    if (role === "owner" && username.toLowerCase() === by.toLowerCase()) {
      throw new ChungError(
        "bad_request",
        `a project keeps its owner: transfer the project to a member first; usage: ${USAGE}`,
      );
    }
    return store.write("removeMember", { projectId, actorId, username }).map(({ project, removed }) => ({
      reply: {},
      events: [
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
      // Not before: who is removed hears it too.
      afterReply: () => rooms.remove(projectId, removed.id),
    }));
  },
});
