import { assertProjectName } from "../model/project.ts";
import { defineAction } from "./action.ts";
import { checkedByStore } from "./checked_by_store.ts";
import { number, text } from "./field.ts";
import { lineAdded, projectChanged } from "./project_events.ts";

/** Renames a project; owner only (docs/PROTOCOL.md, "Actions: rooms"). */
export default defineAction({
  name: "rename_project",
  audit: { name: "đổi tên dự án" },
  gate: "user",
  fields: { projectId: number, name: text },
  usage: "rename_project <token> <project_id> <project_name>",
  run: checkedByStore("owner", ({ projectId, name }, { session: { user } }, services) => {
    const { store, limits, clock } = services;
    assertProjectName(name, limits);
    const rename = { projectId, actorId: user.id, name, at: clock.wall() };
    return store.write("renameProject", rename).map(({ project, line }) => ({
      reply: { project },
      change: lineAdded(line),
      events: line === null ? [] : [projectChanged("renamed", project, user.username)],
    }));
  }),
});
