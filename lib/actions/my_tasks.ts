import { defineAction } from "./action.ts";
import { encodeTasks } from "./encode_page.ts";
import { optionalWord } from "./field.ts";
import { stillReadable } from "./still_readable.ts";
import { noSuchPage, TASK_PAGE } from "./task_pages.ts";

const USAGE = "my_tasks <token> [next]";

/** Lists what the user has to do in all of their projects, soonest due first (docs/PROTOCOL.md, "Actions: tasks"). */
export default defineAction({
  name: "my_tasks",
  audit: { name: "xem công việc của mình" },
  gate: "user",
  fields: { next: optionalWord },
  usage: USAGE,
  bulky: true,
  async run({ next }, { session }, services) {
    const { store, authenticator } = services;
    const page = await store.listAssignedTasks(session.user.id, next, TASK_PAGE);
    if (page === null) throw noSuchPage(USAGE);
    if (!await encodeTasks(page.tasks, session, services)) return { reply: page };
    const tasks = await stillReadable(page.tasks, session, services);
    const ended = authenticator.endOf(session);
    if (ended !== null) throw ended;
    return { reply: { ...page, tasks } };
  },
});
