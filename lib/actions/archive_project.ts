import { defineAction } from "./action.ts";
import { number } from "./field.ts";

/** Closes a project: nothing is written in it until it is restored; owner only (docs/PROTOCOL.md, "Actions: rooms"). */
export default defineAction({
  name: "archive_project",
  audit: { name: "lưu trữ dự án" },
  gate: "user",
  fields: { projectId: number },
  usage: "archive_project <token> <project_id>",
  run({ projectId }, { session: { user } }, { store, clock }) {
    const archiving = { projectId, actorId: user.id, archived: true, at: clock.wall() };
    return store.write("archiveProject", archiving).map(({ project, changed }) => ({
      reply: { project },
      events: !changed ? [] : [{
        type: "project",
        data: { change: "archived", project },
        by: user.username,
        to: { projectId, watchers: true },
      }],
    }));
  },
});
