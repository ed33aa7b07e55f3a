import { assertProjectName } from "../model/project.ts";
import { defineAction } from "./action.ts";
import { text } from "./field.ts";

/** docs/PROTOCOL.md, "The given six". */
export default defineAction({
  name: "new_project",
  audit: { name: "tạo dự án" },
  gate: "user",
  fields: { name: text },
  usage: "new_project <token> <project_name>",
  run({ name }, { session, tag }, { store, limits, now }) {
    assertProjectName(name, limits);
    return store.createProject({ name, ownerId: session.user.id, at: now(), tag })
      .map(({ project, duplicate }) => ({
        reply: duplicate ? { project, duplicate } : { project },
      }));
  },
});
