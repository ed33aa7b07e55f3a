import { defineAction } from "./action.ts";
import { number } from "./field.ts";
import { membersAdded } from "./project_events.ts";

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
        return { reply: { project }, events: membersAdded(project, [user], user.username) };
      });
  },
});
