/** The id of a project in an address, or null for anything but a plain positive number. */
export function projectId(param: string): number | null {
  return /^[1-9][0-9]{0,14}$/.test(param) ? Number(param) : null;
}

/** The id of a message in an address, or null. */
export const messageId = projectId;

/** A project's log at the place of one message. */
export function messagePlace(projectId: number, messageId: number): string {
  return `/projects/${projectId}?at=${messageId}#message-${messageId}`;
}

const PROJECT_PAGE =
  /^(\/projects\/[1-9][0-9]{0,14}(?:\/search|\/messages\/[1-9][0-9]{0,14})?)(?:\?(.{0,4000}))?$/;

/**
 * Where a login leads: a page of a project, or the list. Nothing else is followed, and of a query only which place of
 * the log, or which words, were asked for.
 */
export function afterLogin(next: string | null): string {
  const page = PROJECT_PAGE.exec(next ?? "");
  if (page === null) return "/";
  const [, path, query] = page;
  const kept = [...new URLSearchParams(query)].filter(([name]) => name === "at" || name === "q");
  return kept.length === 0 ? path : `${path}?${new URLSearchParams(kept)}`;
}

/** The page of our own that `referrer`, a whole address, names: its path and query, else "/". */
export function pageBefore(referrer: string | null, here: URL): string {
  const url = referrer === null ? null : URL.parse(referrer);
  if (url === null || url.origin !== here.origin || url.pathname.startsWith("//")) return "/";
  return url.pathname + url.search;
}

/**
 * `path` for requests of a page that came from `server` (`HOST:PORT`), and was made for `user`, who is empty where
 * nobody was known: for another server, or when somebody else has logged in meanwhile, they are nobody's.
 */
export function ofServer(path: string, server: string, user: string): string {
  return `${path}?${new URLSearchParams(user === "" ? { server } : { server, user })}`;
}
