import { ChungError } from "../../../lib/errors.ts";
import type { Task } from "../../../lib/model/task.ts";
import type { PersonSession } from "../../session/person_session.ts";

/** Lists that are read at most, where others go on changing tasks. */
const MOST_LISTS = 4;

/**
 * Every task of a project, in the order of the board, page by page. A task that is moved over the place where the next
 * page begins would be missing: where anything changed meanwhile, the list is read again for tasks that were not in it.
 */
export async function* everyTask(
  session: PersonSession,
  projectId: number,
): AsyncGenerator<Task[]> {
  const seen = new Set<number>();
  for (let lists = 0; lists < MOST_LISTS; lists++) {
    const listed = new Set<number>();
    let found = 0;
    let page = await session.tasks.page(projectId);
    const { last_change } = page;
    for (;;) {
      const tasks = page.tasks.filter(({ id }) => !seen.has(id));
      for (const { id } of tasks) seen.add(id);
      found += tasks.length;
      if (tasks.length > 0) yield tasks;
      if (!page.more || page.next === undefined) break;
      const before = listed.size;
      for (const { id } of page.tasks) listed.add(id);
      if (listed.size === before) throw new ChungError("internal", "the server repeats its tasks");
      page = await session.tasks.page(projectId, page.next);
    }
    if (found === 0 || page.last_change === last_change) return;
  }
}
