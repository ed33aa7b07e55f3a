import { defineAction } from "./action.ts";
import { setArchived } from "./archiving.ts";
import { number } from "./field.ts";

/** Opens an archived project again; owner only (docs/PROTOCOL.md, "Actions: rooms"). */
export default defineAction({
  name: "restore_project",
  audit: { name: "khôi phục dự án" },
  gate: "user",
  fields: { projectId: number },
  usage: "restore_project <token> <project_id>",
  run: ({ projectId }, call, services) => setArchived(projectId, false, call, services),
});
