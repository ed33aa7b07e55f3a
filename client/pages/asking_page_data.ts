import { HttpError, page, type PageResponse } from "fresh";
import type { Project } from "../../lib/model/project.ts";
import { type Asked, askedAt, objectionTo } from "../components/members/asked.ts";
import type { Named } from "../components/named_text.tsx";
import { type Problem, problemOf } from "../http/problem.ts";
import { projectIdIn } from "../http/project_id_in.ts";
import { redirectToLogin } from "../http/redirect_to_login.ts";
import type { State } from "../http/route_state.ts";
import { roomTexts } from "../i18n/room_texts.ts";

/** Data of the page that asks before something is done to a project. */
export interface AskingPageData {
  projectId: number;
  asked: Asked;
  /** Null when the project can't be loaded. */
  project: Project | null;
  /** Why the project can't be loaded. */
  problem: Problem | null;
  /** Why it can't be done, or is done already; null if it can be done. */
  objection: Named | null;
}

/** The part of a route's context that a question needs. */
interface Asking {
  req: Request;
  url: URL;
  params: Record<string, string>;
  state: State;
  redirect(path: string, status?: number): Response;
}

/** Answers a GET request with the page that asks, about the member `?username=` where it is about one. */
export async function askFirst(
  ctx: Asking,
): Promise<Response | PageResponse<AskingPageData>> {
  const projectId = projectIdIn(ctx.params);
  const { session, language } = ctx.state;
  if (session === null) return redirectToLogin(ctx, false);
  const me = session.user.username;
  const asked = askedAt(ctx.url, me);
  if (asked.user === "") throw new HttpError(404);
  try {
    const { project, members } = await session.room(projectId, null);
    const member = members.find((member) => sameName(member.username, asked.user));
    const known = { ...asked, user: member?.username ?? asked.user };
    const objection = objectionTo(known, { project, members, me }, roomTexts(language));
    return page({ projectId, asked: known, project, problem: null, objection });
  } catch (error) {
    const problem = problemOf(error, language);
    if (problem.status === 401) return redirectToLogin(ctx, true);
    const data = { projectId, asked, project: null, problem, objection: null };
    return page(data, { status: problem.status });
  }
}

function sameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
