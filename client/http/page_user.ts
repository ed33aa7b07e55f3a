import type { State } from "./route_state.ts";

/** Returns the username of a page: the logged-in user, else the sender of a form whose login is over, else "". */
export function pageUser(state: State, url: URL): string {
  return state.session?.user.username || url.searchParams.get("user") || "";
}
