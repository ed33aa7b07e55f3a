import { PAGE_BYTES, PAGE_TASKS } from "../model/limits.ts";
import { taskNotFound } from "../model/refusals.ts";
import { accessAs } from "./access.ts";
import { defineAction } from "./action.ts";
import { encodeTasks } from "./encode_page.ts";
import { optionalNumber, optionalTaskStatus } from "./field.ts";

/** Lists the tasks of a project, by status, then position (docs/PROTOCOL.md, "Actions: tasks"). */
export default defineAction({
  name: "tasks",
  audit: { name: "xem công việc" },
  gate: "member",
  fields: { status: optionalTaskStatus, after: optionalNumber },
  usage: "tasks <token> <project_id> [todo|doing|done] [after_task_id]",
  bulky: true,
  async run({ status, after }, { session, project }, services) {
    const { store, authenticator } = services;
    const size = { limit: PAGE_TASKS, bytes: PAGE_BYTES };
    const page = await store.listTasks(project.id, { status, after, size });
    if (page === null) throw taskNotFound(after!);
    if (await encodeTasks(page.tasks, session, services)) {
      // Checked again: meanwhile the user may have been removed or logged out.
      await accessAs("member", store, project.id, session.user.id);
      const ended = authenticator.endOf(session);
      if (ended !== null) throw ended;
    }
    return { reply: page };
  },
});
