import type { PersonSession } from "../../session/person_session.ts";
import type { ProjectPage } from "../../session/project_pages.ts";
import { pageNumber } from "../../shared/paths.ts";
import type { OwnTaskList } from "../../shared/tasks/own_task.ts";
import { countTasks } from "../../shared/tasks/task_count.ts";

/** Tasks that a list shows at first, and that it shows further each time. */
export const TASKS_STEP = 200;

/** The most pages of projects that are read for the names of some. */
const MOST_PAGES = 200;

/** The most tasks that one list shows. */
const MOST_TASKS = 5_000;

/** The number of tasks to show, as an address asks by `most`. */
export function mostTasks(query: URLSearchParams): number {
  return Math.min(pageNumber(query.get("most") ?? "") ?? TASKS_STEP, MOST_TASKS);
}

/** Reads the first `most` of the person's open tasks, and the first page of projects, which the sidebar shows. */
export async function ownTaskList(
  session: PersonSession,
  most: number,
): Promise<{ list: OwnTaskList; page: ProjectPage }> {
  // Asked at once, because one connection answers both in one round trip.
  const [{ tasks, last_change }, page] = await Promise.all([
    session.tasks.mine(),
    session.projects(),
  ]);
  const shown = tasks.slice(0, most).map(({ id, project_id, title, status, due }) => ({
    ...{ id, project_id, title, status, due },
  }));
  const wanted = new Set(shown.map(({ project_id }) => project_id));
  const list = {
    tasks: shown,
    projects: await namesOf(wanted, page, session),
    count: countTasks(tasks.map(({ due }) => due), last_change),
  };
  return { list, page };
}

/** The names of projects, which are looked for from page to page. */
async function namesOf(
  wanted: Set<number>,
  first: ProjectPage,
  session: PersonSession,
): Promise<Record<number, string>> {
  const names: Record<number, string> = {};
  const asked = new Set<number>();
  for (let page = first;;) {
    for (const { id, name } of page.projects) if (wanted.delete(id)) names[id] = name;
    const last = page.projects.at(-1);
    if (wanted.size === 0 || !page.more || last === undefined) return names;
    // A list that never ends is of a server that isn't Chung.
    if (asked.has(last.id) || asked.size === MOST_PAGES) return names;
    asked.add(last.id);
    page = await session.projects(last.id);
  }
}
