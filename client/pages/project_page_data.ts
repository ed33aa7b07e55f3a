import type { ProjectPageData } from "./project_page.tsx";
import { type Problem, problemOf } from "../problem.ts";
import type { PersonSession, State } from "../state.ts";

/** What was typed on a project's page before an error. */
type Typed = Partial<Pick<ProjectPageData, "draft" | "invitation">>;

/** The page of a project. */
export async function projectPageData(
  session: PersonSession,
  projectId: number,
  state: State,
  typed: Typed = {},
): Promise<ProjectPageData> {
  try {
    return { ...closedPageData(projectId, null, typed), view: await session.room(projectId) };
  } catch (error) {
    return closedPageData(projectId, problemOf(error, state.language), typed);
  }
}

/** The page of a project whose room can't be had, because of `problem`. */
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
  };
}
