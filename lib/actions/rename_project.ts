import { assertProjectName } from "../model/project.ts";
import { defineAction } from "./action.ts";
import { checkedByStore } from "./checked_by_store.ts";
import { number, text } from "./field.ts";
import { projectChanged } from "./project_events.ts";

/** Renames a project; owner only (docs/PROTOCOL.md, "Actions: rooms"). */
export default defineAction({
  name: "rename_project",
  audit: { name: "đổi tên dự án" },
  gate: "user",
  fields: { projectId: number, name: text },
  usage: "rename_project <token> <project_id> <project_name>",
  run: checkedByStore("owner", ({ projectId, name }, { session: { user } }, { store, limits }) => {
    assertProjectName(name, limits);
    return store.write("renameProject", { projectId, actorId: user.id, name }).map((project) => ({
      reply: { project },
      events: [projectChanged("renamed", project, user.username)],
    }));
  }),
});
