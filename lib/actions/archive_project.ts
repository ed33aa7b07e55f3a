import { defineAction } from "./action.ts";
import { setArchived } from "./archiving.ts";
import { number } from "./field.ts";

/** Closes a project: nothing is written in it until it is restored; owner only (docs/PROTOCOL.md, "Actions: rooms"). */
export default defineAction({
  name: "archive_project",
  audit: { name: "lưu trữ dự án" },
  gate: "user",
  fields: { projectId: number },
  usage: "archive_project <token> <project_id>",
  run: ({ projectId }, call, services) => setArchived(projectId, true, call, services),
});
