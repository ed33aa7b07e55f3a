import type { SearchOrigin } from "./search_query.ts";

/** Parses the id of a project in a URL; null for anything but a plain positive number. */
export function projectId(param: string): number | null {
  return /^[1-9][0-9]{0,14}$/.test(param) ? Number(param) : null;
}

/** Parses the id of a message in a URL, or returns null. */
export const messageId = projectId;

/** Parses the id of a task in a URL, or returns null. */
export const taskId = projectId;

/** Parses the number of a page, from 1 on, or returns null. */
export const pageNumber = projectId;

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

const PROJECT_PAGE =
  /^(\/projects\/[1-9][0-9]{0,14}(?:\/search|\/people|\/settings|\/export|\/import|\/messages\/[1-9][0-9]{0,14})?|\/me|\/search)(?:\?(.{0,4000}))?$/;

/**
 * The page to open after a login: a page of a project, the settings, a search, or else the list. Other URLs are not
 * followed, and of the query only `at` (a place in the log), `q` and `all` (a search) are kept.
 */
export function afterLogin(next: string | null): string {
  const page = PROJECT_PAGE.exec(next ?? "");
  if (page === null) return "/";
  const [, path, query] = page;
  const kept = [...new URLSearchParams(query)].filter(([name]) =>
    ["at", "q", "all"].includes(name)
  );
  return kept.length === 0 ? path : `${path}?${new URLSearchParams(kept)}`;
}

/** The path and query of `referrer` when it is one of our own pages, else "/". */
export function pageBefore(referrer: string | null, here: URL): string {
  const url = referrer === null ? null : URL.parse(referrer);
  if (url === null || url.origin !== here.origin || url.pathname.startsWith("//")) return "/";
  return url.pathname + url.search;
}

/**
 * Adds the server (`HOST:PORT`) and the user of a page to the URL of its requests; `user` is empty if nobody was logged
 * in. Requests are refused when the server has changed or another user has logged in meanwhile.
 */
export function ofServer(path: string, server: string, user: string): string {
  return `${path}?${new URLSearchParams(user === "" ? { server } : { server, user })}`;
}

/** The id of the project to which a page's path belongs, or null. */
export function projectInPath(path: string): number | null {
  const [, root, id = ""] = path.split("/");
  return root === "projects" ? projectId(id) : null;
}
