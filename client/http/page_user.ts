import type { State } from "./route_state.ts";

/** Whose page it is: of who is logged in, else of who sent a form whose login is over; empty when nobody is known. */
export function pageUser(state: State, url: URL): string {
  return state.session?.user.username || url.searchParams.get("user") || "";
}
