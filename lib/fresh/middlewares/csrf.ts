import type { Context } from "../app/context.ts";
import { HttpError } from "../app/http_error.ts";
import type { Middleware } from "../app/middleware.ts";

// deno-lint-ignore no-explicit-any
export interface CsrfOptions<State = any> {
  /** The origins allowed to send requests. Default: this app's own. */
  origin?: string | string[] | ((origin: string, context: Context<State>) => boolean);
}

/**
 * Rejects, with 403, requests that another site made the browser send. GET, HEAD and OPTIONS pass.
 * Other methods pass with `Sec-Fetch-Site: same-origin` or `none`, with an allowed `Origin`, or with
 * neither header, which no current browser sends. `same-site` and `cross-site` need an allowed
 * `Origin`; `Origin: null` is allowed only if `origin` accepts it.
 */
export function csrf<State>(options?: CsrfOptions): Middleware<State> {
  const allowed = (origin: string | null, ctx: Context<State>): boolean => {
    if (origin === null) return false;
    const wanted = options?.origin || ctx.url.origin;
    if (typeof wanted === "function") return wanted(origin, ctx);
    return Array.isArray(wanted) ? wanted.includes(origin) : origin === wanted;
  };

  return async (ctx) => {
    const { method, headers } = ctx.req;
    if (method === "GET" || method === "HEAD" || method === "OPTIONS") return await ctx.next();
    const site = headers.get("Sec-Fetch-Site");
    const origin = headers.get("Origin");
    const safe = site === null
      ? origin === null || allowed(origin, ctx)
      : site === "same-origin" || site === "none" || allowed(origin, ctx);
    if (!safe) throw new HttpError(403);
    return await ctx.next();
  };
}
