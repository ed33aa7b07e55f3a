import type { Middleware } from "fresh";
import { chooseLanguage } from "../choose_language.ts";
import { cookieValues } from "../cookie.ts";
import type { CurrentServer } from "../current_server.ts";
import type { State } from "../state.ts";

/** Fills `ctx.state` with what needs no server, so that error pages have it too. */
export function knownLanguage(server: CurrentServer): Middleware<State> {
  return (ctx) => {
    const [cookie = null] = cookieValues(ctx.req, "language");
    ctx.state.language = chooseLanguage(cookie, ctx.req.headers.get("accept-language"));
    ctx.state.gate = server.gate;
    ctx.state.server = server;
    ctx.state.session = null;
    return ctx.next();
  };
}
