import type { Middleware } from "fresh";
import { clearedNoticeCookie, readNoticeCookie } from "../../session/notice_cookie.ts";
import type { State } from "../route_state.ts";

/** Sets `ctx.state.notice` for the first page after a redirect, which tells it. */
export function loadNotice(): Middleware<State> {
  return async (ctx) => {
    const username = ctx.state.session?.user.username ?? "";
    const notice = username === "" ? null : readNoticeCookie(ctx.req, username);
    if (notice === null || ctx.req.method !== "GET") return await ctx.next();
    ctx.state.notice = notice;
    const response = await ctx.next();
    const isPage = response.headers.get("content-type")?.startsWith("text/html");
    if (isPage) response.headers.append("set-cookie", clearedNoticeCookie(ctx.url));
    return response;
  };
}
