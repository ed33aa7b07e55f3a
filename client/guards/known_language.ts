import type { Middleware } from "fresh";
import { chooseLanguage } from "../choose_language.ts";
import { cookieValues } from "../cookie.ts";
import type { Gate, State } from "../state.ts";

/** Fills `ctx.state` with what needs no server, so that error pages have it too. */
export function knownLanguage(gate: Gate): Middleware<State> {
  return (ctx) => {
    const [cookie = null] = cookieValues(ctx.req, "language");
    ctx.state.language = chooseLanguage(cookie, ctx.req.headers.get("accept-language"));
    ctx.state.gate = gate;
    ctx.state.session = null;
    return ctx.next();
  };
}
