/** The cookie by which a browser keeps whether the members are shown beside a room. */
export const MEMBERS_COOKIE = "members";

/** Returns whether they are shown; they are until somebody closes them. */
export function membersShown(cookie: string | null): boolean {
  return cookie !== "closed";
}
