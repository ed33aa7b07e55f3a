import { defineAction } from "./action.ts";
import { number } from "./field.ts";

/** Opens an archived project again; owner only (docs/PROTOCOL.md, "Actions: rooms"). */
export default defineAction({
  name: "restore_project",
  audit: { name: "khôi phục dự án" },
  gate: "user",
  fields: { projectId: number },
  usage: "restore_project <token> <project_id>",
  run({ projectId }, { session: { user } }, { store, clock }) {
    const archiving = { projectId, actorId: user.id, archived: false, at: clock.wall() };
    return store.write("archiveProject", archiving).map(({ project, changed }) => ({
      reply: { project },
      events: !changed ? [] : [{
        type: "project",
        data: { change: "restored", project },
        by: user.username,
        to: { projectId, watchers: true },
      }],
    }));
  },
});
