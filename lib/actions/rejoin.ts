import { defineAction } from "./action.ts";
import { number } from "./field.ts";
import { lineAdded, membersAdded } from "./project_events.ts";

/** Brings the user back into a project that they left by themselves (docs/PROTOCOL.md, "Actions: rooms"). */
export default defineAction({
  name: "rejoin",
  audit: { name: "trở lại dự án" },
  gate: "user",
  fields: { projectId: number },
  usage: "rejoin <token> <project_id>",
  run({ projectId }, { session: { user } }, { store, rooms, clock }) {
    return store.write("rejoin", { projectId, userId: user.id, at: clock.wall() })
      .map(({ project, joined }) => {
        if (joined === null) return { reply: { project } };
        rooms.watchers.place(projectId, user.id, joined.position);
        return {
          reply: { project },
          change: lineAdded(joined.line),
          events: membersAdded(project, [user], user.username),
        };
      });
  },
});
