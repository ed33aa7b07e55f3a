import type { SearchOrigin } from "../search_query.ts";

/** The URL of a message's place in its project's log, with the search that leads there, if any. */
export function messagePlace(
  projectId: number,
  messageId: number,
  search: SearchOrigin | null = null,
): string {
  return `${fromSearch(`/projects/${projectId}?at=${messageId}`, search)}#message-${messageId}`;
}

/** Adds the search that leads there to the URL of a page, which then leads back to the results. */
export function fromSearch(path: string, search: SearchOrigin | null): string {
  if (search === null) return path;
  return withQuery(path, { [search.everywhere ? "all" : "q"]: search.query });
}

/** The path of the search of a project, or if `projectId` is null of all. */
export function searchPath(projectId: number | null): string {
  return projectId === null ? "/search" : `/projects/${projectId}/search`;
}

/**
 * The URL of the results of a search, at the one with message `messageId` if given.
 * @param projectId the project that is searched, or null for all
 */
export function searchPlace(
  projectId: number | null,
  query: string,
  messageId: number | null = null,
): string {
  const path = searchPath(projectId);
  if (messageId === null) return withQuery(path, { q: query });
  // The result may be on any page of results.
  return `${withQuery(path, { q: query, at: `${messageId}` })}#result-${messageId}`;
}

function withQuery(path: string, query: Record<string, string>): string {
  return `${path}${path.includes("?") ? "&" : "?"}${new URLSearchParams(query)}`;
}
