import { defineAction } from "./action.ts";
import { number } from "./field.ts";

/** Brings the user back into a project that they left by themselves (docs/PROTOCOL.md, "Actions: rooms"). */
export default defineAction({
  name: "rejoin",
  audit: { name: "trở lại dự án" },
  gate: "user",
  fields: { projectId: number },
  usage: "rejoin <token> <project_id>",
  run({ projectId }, { session: { user } }, { store, rooms, clock }) {
    return store.write("rejoin", { projectId, userId: user.id, at: clock.wall() })
      .map(({ project, position }) => {
        if (position === null) return { reply: { project } };
        rooms.watchers.place(projectId, user.id, position);
        const by = user.username;
        return {
          reply: { project },
          events: [
            {
              type: "members",
              data: { project_id: projectId, added: [by], removed: [], by },
              by,
              to: { projectId },
            },
            {
              type: "project",
              data: { change: "added", project },
              by,
              to: { watchersOf: [user.id] },
            },
          ],
        };
      });
  },
});
