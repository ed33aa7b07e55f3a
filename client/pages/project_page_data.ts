import type { ProjectPageData } from "./project_page.tsx";
import { type Problem, problemOf } from "../http/problem.ts";
import type { PersonSession } from "../session/person_session.ts";
import { tasksOfMessages } from "../session/tasks/log_tasks.ts";
import type { State } from "../http/route_state.ts";

/** Text typed before an error, and the requested place in the log. */
type Typed = Partial<
  Pick<
    ProjectPageData,
    "draft" | "invitation" | "at" | "search" | "undone"
  >
>;

/** Data of a project's page, at message `at` or else at the read mark. */
export async function projectPageData(
  session: PersonSession,
  projectId: number,
  state: State,
  typed: Typed = {},
): Promise<ProjectPageData> {
  try {
    const view = await session.room(projectId, typed.at ?? null);
    view.tasks = await tasksOfMessages(session.tasks, projectId, view.messages);
    return { ...closedPageData(projectId, null, typed), view };
  } catch (error) {
    return closedPageData(projectId, problemOf(error, state.language), typed);
  }
}

/** Data of a project's page whose room can't be loaded because of `problem`. */
export function closedPageData(
  projectId: number,
  problem: Problem | null,
  typed: Typed = {},
): ProjectPageData {
  return {
    projectId,
    view: null,
    problem,
    draft: typed.draft ?? { text: "", tag: crypto.randomUUID(), problem: null },
    invitation: typed.invitation ?? { names: "", problem: null },
    at: typed.at ?? null,
    search: typed.search ?? null,
    undone: typed.undone ?? null,
  };
}
