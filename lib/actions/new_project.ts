import { assertProjectName } from "../model/project.ts";
import { defineAction } from "./action.ts";
import { text } from "./field.ts";

/** Creates a project (docs/PROTOCOL.md, "The given six"). */
export default defineAction({
  name: "new_project",
  audit: { name: "tạo dự án" },
  gate: "user",
  fields: { name: text },
  usage: "new_project <token> <project_name>",
  run({ name }, { session: { user }, tag }, { store, rooms, limits, clock }) {
    assertProjectName(name, limits);
    return store.write("createProject", {
      name,
      ownerId: user.id,
      at: clock.wall(),
      most: limits.maxProjects,
      tag,
    })
      .map(({ project, duplicate }) => {
        if (duplicate) return { reply: { project, duplicate } };
        rooms.watchers.place(project.id, user.id, { lastReadId: 0, offset: 0 });
        return {
          reply: { project },
          events: [{
            type: "project",
            data: { change: "added", project },
            by: user.username,
            to: { watchersOf: [user.id] },
          }],
        };
      });
  },
});
