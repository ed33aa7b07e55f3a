import type { ProjectSummary } from "../../lib/model/project.ts";
import type { Replies } from "../../lib/protocol/replies.ts";
import { idArgument } from "../upstream/request_line.ts";
import type { TokenRequests } from "../upstream/token_requests.ts";

/** A page of a person's projects, latest activity first. */
export type ProjectPage = Replies["projects"];

/** Requests the first projects, or those after the project `before`. */
export function projectPage(requests: TokenRequests, before?: number): Promise<ProjectPage> {
  return requests.ask(
    "projects",
    () => before === undefined ? [] : [{ wire: "-" }, idArgument(before, "project_not_found")],
  );
}

/** Finds a project among the person's, from page to page; null if it is none of theirs. */
export async function findProject(
  requests: TokenRequests,
  projectId: number,
): Promise<ProjectSummary | null> {
  let page = await projectPage(requests);
  for (;;) {
    const found = page.projects.find(({ id }) => id === projectId);
    if (found !== undefined) return found;
    const last = page.projects.at(-1);
    if (!page.more || last === undefined) return null;
    page = await projectPage(requests, last.id);
  }
}
