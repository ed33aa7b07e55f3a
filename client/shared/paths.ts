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

const PROJECT_PAGE =
  /^(\/projects\/[1-9][0-9]{0,14}(?:\/(?:search|people|settings|board|export|import|messages\/[1-9][0-9]{0,14}))?|\/me|\/account|\/people(?:\/[A-Za-z0-9._-]{1,100})?|\/search|\/tasks|\/admin\/(?:server|log))(?:\?(.{0,4000}))?$/;

const LOG_FILTER = ["day", "action", "person", "text", "brief"];

/** A place in a log, a search, a board's filter and open card, and a filter of the server's log. */
const KEPT = ["at", "q", "all", "task", "assignee", "due", ...LOG_FILTER];

/**
 * The page to open after a login: a page of a project, the person's tasks, the settings, a search, or else the list.
 * Other URLs are not followed, and of the query only what tells what is looked at is kept.
 */
export function afterLogin(next: string | null): string {
  const page = PROJECT_PAGE.exec(next ?? "");
  if (page === null) return "/";
  const [, path, query] = page;
  const kept = [...new URLSearchParams(query)].filter(([name]) => KEPT.includes(name));
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
