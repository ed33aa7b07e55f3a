import { afterLogin } from "../shared/paths.ts";
import { logOut } from "../session/browser_login.ts";
import type { State } from "./route_state.ts";

/** The part of a route context that a redirect needs. */
interface Redirecting {
  req: Request;
  url: URL;
  state: Pick<State, "logins">;
  redirect(path: string, status?: number): Response;
}

/** Redirects to the login form. If the session is `over`, also forgets its login and shows a notice. */
export function redirectToLogin(ctx: Redirecting, over: boolean): Response {
  const query = new URLSearchParams();
  const next = afterLogin(ctx.url.pathname + ctx.url.search);
  if (next !== "/") query.set("next", next);
  if (over) query.set("notice", "over");
  const response = ctx.redirect(query.size === 0 ? "/login" : `/login?${query}`, 303);
  if (over) response.headers.append("set-cookie", logOut(ctx.state.logins, ctx.req));
  return response;
}
