import type { State } from "./route_state.ts";

/** The user of a page: the one logged in, else the sender of a form whose login is over; empty when unknown. */
export function pageUser(state: State, url: URL): string {
  return state.session?.user.username || url.searchParams.get("user") || "";
}
