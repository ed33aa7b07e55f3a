import type { Context } from "../app/context.ts";
import { HttpError } from "../app/http_error.ts";
import type { Middleware } from "../app/middleware.ts";

// deno-lint-ignore no-explicit-any
export interface CsrfOptions<State = any> {
  /** The origins that may send; this app's own where it is left out. */
  origin?: string | string[] | ((origin: string, context: Context<State>) => boolean);
}

/**
 * Refuses, with 403, requests that another site made the browser send. GET, HEAD and OPTIONS pass.
 * Of the others pass: `Sec-Fetch-Site: same-origin` or `none`; an allowed `Origin`; and those with
 * neither header, which no browser of today sends. `same-site` and `cross-site` need an allowed
 * `Origin`; `Origin: null` is never allowed.
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
