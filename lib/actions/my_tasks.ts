import { PAGE_BYTES, PAGE_TASKS } from "../model/limits.ts";
import { defineAction } from "./action.ts";
import { encodeTasks } from "./encode_page.ts";
import { optionalWord } from "./field.ts";
import { noSuchPage } from "./tasks.ts";

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
    const size = { limit: PAGE_TASKS, bytes: PAGE_BYTES };
    const page = await store.listAssignedTasks(session.user.id, next, size);
    if (page === null) throw noSuchPage(USAGE);
    if (!await encodeTasks(page.tasks, session, services)) return { reply: page };
    // Checked again: meanwhile the user may have been logged out, or removed from a project.
    const ended = authenticator.endOf(session);
    if (ended !== null) throw ended;
    const left = new Set<number>();
    for (const id of new Set(page.tasks.map(({ project_id }) => project_id))) {
      const access = await store.findAccess(id, session.user.id);
      if ((access?.role ?? null) !== null) left.add(id);
    }
    const tasks = page.tasks.filter(({ project_id }) => left.has(project_id));
    return { reply: tasks.length === page.tasks.length ? page : { ...page, tasks } };
  },
});
