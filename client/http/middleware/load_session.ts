import type { Middleware } from "fresh";
import { UnavailableSession } from "../../session/unavailable_session.ts";
import { logOut } from "../../session/browser_login.ts";
import {
  hasSessionCookie,
  readSessionCookie,
  setsSessionCookie,
} from "../../session/session_cookie.ts";
import type { SessionStore } from "../../session/session_store.ts";
import { ServerUnreachable } from "../../upstream/server_unreachable.ts";
import type { State } from "../route_state.ts";

/**
 * Sets `ctx.state.session` from the cookie, and deletes the cookie if it belongs to no login, or to one whose token is
 * invalid or has expired. If the token can't be checked now, sets a session whose requests all fail.
 */
export function loadSession(sessions: SessionStore): Middleware<State> {
  return async (ctx) => {
    const { address } = ctx.state.server;
    // The page was opened for another server: its input is not for this one.
    const shown = ctx.url.searchParams.get("server");
    if (shown !== null && shown !== address) return await ctx.next();
    const { logins } = ctx.state;
    const keys = readSessionCookie(ctx.req);
    const token = keys.map((key) => logins.token(key, address)).find((token) => token !== null);
    // A login at another server is kept for who turns back to that.
    if (
      token === undefined && (!hasSessionCookie(ctx.req) || keys.some((key) => logins.has(key)))
    ) {
      return await ctx.next();
    }
    const session = token === undefined ? null : await sessions.find(token).catch((error) => {
      if (error instanceof ServerUnreachable) return new UnavailableSession(error);
      throw error;
    });
    // Another user has logged in since the page was opened, and must not send its input.
    const user = ctx.url.searchParams.get("user");
    const known = session !== null && !(session instanceof UnavailableSession);
    if (known && user !== null && user !== session.user.username) return await ctx.next();
    ctx.state.session = session;
    const response = await ctx.next();
    // Adds headers to the same Response, since Fresh keeps the nonce of a page's policy on the object itself.
    // A login that just succeeded has set a new cookie.
    if (session === null && !setsSessionCookie(response, ctx.url)) {
      response.headers.append("set-cookie", logOut(logins, ctx.req));
    }
    return response;
  };
}
