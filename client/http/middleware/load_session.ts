import type { Middleware } from "fresh";
import { UnavailableSession } from "../../session/unavailable_session.ts";
import { clearedSessionCookie, readSessionCookie } from "../../session/session_cookie.ts";
import type { SessionStore } from "../../session/session_store.ts";
import { ServerUnreachable } from "../../upstream/server_unreachable.ts";
import type { State } from "../route_state.ts";

/**
 * Fills `ctx.state.session` from the cookie, and makes the browser forget a token that is no longer
 * good. Where nobody can say whose token it is, the session is there and everything asked of it fails.
 */
export function loadSession(sessions: SessionStore): Middleware<State> {
  return async (ctx) => {
    const { address } = ctx.state.server;
    // A page of another server is still open: what is written into it is not for this one.
    const shown = ctx.url.searchParams.get("server");
    if (shown !== null && shown !== address) return await ctx.next();
    const token = readSessionCookie(ctx.req, address);
    if (token === null) return await ctx.next();
    const session = await sessions.find(token).catch((error) => {
      if (error instanceof ServerUnreachable) return new UnavailableSession(error);
      throw error;
    });
    // Somebody else has logged in since the page was opened: what waits there is not theirs to send.
    const user = ctx.url.searchParams.get("user");
    const known = session !== null && !(session instanceof UnavailableSession);
    if (known && user !== null && user !== session.user.username) return await ctx.next();
    ctx.state.session = session;
    const response = await ctx.next();
    // Only headers are added: Fresh keeps the nonce of a page's policy on the Response object itself.
    // A login that just succeeded has set a new one.
    if (session === null && !response.headers.has("set-cookie")) {
      response.headers.append("set-cookie", clearedSessionCookie(ctx.url));
    }
    return response;
  };
}
