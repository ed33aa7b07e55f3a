import { page, type PageResponse } from "fresh";
import type { Member, Project } from "../../lib/model/project.ts";
import { type Problem, problemOf } from "../http/problem.ts";
import { projectIdIn } from "../http/project_id_in.ts";
import { redirectToLogin } from "../http/redirect_to_login.ts";
import type { State } from "../http/route_state.ts";
import type { PersonSession } from "../session/person_session.ts";

/** A project and its members, for the pages about them. */
export interface ProjectPart {
  project: Project;
  members: Member[];
}

/** Data of such a page. */
export interface ProjectPartData {
  projectId: number;
  /** Null when the project can't be loaded. */
  part: ProjectPart | null;
  /** Why it can't be loaded. */
  problem: Problem | null;
}

interface Asked {
  req: Request;
  url: URL;
  params: Record<string, string>;
  state: State;
  redirect(path: string, status?: number): Response;
}

/** Answers a GET request with a page about a project's members or settings. */
export async function projectPart(ctx: Asked): Promise<Response | PageResponse<ProjectPartData>> {
  const id = projectIdIn(ctx.params);
  const { session, language } = ctx.state;
  if (session === null) return redirectToLogin(ctx, false);
  const data = await projectPartData(session, id, language);
  if (data.problem?.status === 401) return redirectToLogin(ctx, true);
  return page(data, { status: data.problem?.status });
}

export async function projectPartData(
  session: PersonSession,
  projectId: number,
  language: State["language"],
): Promise<ProjectPartData> {
  try {
    const { project, members } = await session.room(projectId, null);
    return { projectId, part: { project, members }, problem: null };
  } catch (error) {
    return { projectId, part: null, problem: problemOf(error, language) };
  }
}
