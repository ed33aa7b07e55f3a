import { defineAction } from "./action.ts";
import { encodeTasks } from "./encode_page.ts";
import { optionalTaskStatus, optionalWord } from "./field.ts";
import { assertStillReadable } from "./still_readable.ts";
import { noSuchPage, TASK_PAGE } from "./task_pages.ts";

const USAGE = "tasks <token> <project_id> [status] [next]";

/** Lists the tasks of a project, by status, then position (docs/PROTOCOL.md, "Actions: tasks"). */
export default defineAction({
  name: "tasks",
  audit: { name: "xem công việc" },
  gate: "member",
  fields: { ofStatus: optionalTaskStatus, next: optionalWord },
  usage: USAGE,
  bulky: true,
  async run({ ofStatus, next }, { session, project }, services) {
    const page = await services.store.listTasks(project.id, {
      status: ofStatus,
      next,
      size: TASK_PAGE,
    });
    if (page === null) throw noSuchPage(USAGE);
    if (await encodeTasks(page.tasks, session, services)) {
      await assertStillReadable(project.id, session, services);
    }
    return { reply: page };
  },
});
