/** The id of a project in an address, or null for anything but a plain positive number. */
export function projectId(param: string): number | null {
  return /^[1-9][0-9]{0,14}$/.test(param) ? Number(param) : null;
}

/** Where a login leads: a project's page, or the list. Nothing else is followed. */
export function afterLogin(next: string | null): string {
  return next !== null && /^\/projects\/[1-9][0-9]{0,14}$/.test(next) ? next : "/";
}

/** The page of our own that `referrer`, a whole address, names: its path and query, else "/". */
export function pageBefore(referrer: string | null, here: URL): string {
  const url = referrer === null ? null : URL.parse(referrer);
  if (url === null || url.origin !== here.origin || url.pathname.startsWith("//")) return "/";
  return url.pathname + url.search;
}

/** `path` for requests of a page that came from `server` (`HOST:PORT`): for another they are nobody's. */
export function ofServer(path: string, server: string): string {
  return `${path}?${new URLSearchParams({ server })}`;
}
