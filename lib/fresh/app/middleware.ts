import type { Context } from "./context.ts";
import { internalsOf } from "./page_context.ts";

/** Answers a request itself, or calls `ctx.next()` and may change its response. */
export type Middleware<State> = (ctx: Context<State>) => Response | Promise<Response>;

/** Runs the chain. The last middleware's `ctx.next` is the one that `ctx` has now. */
export async function runMiddlewares<State>(
  middlewares: readonly Middleware<State>[],
  ctx: Context<State>,
): Promise<Response> {
  const run = middlewares.reduceRight<() => Promise<Response>>((next, middleware) => {
    return async () => {
      const internals = internalsOf(ctx);
      const { app, layouts } = internals;
      ctx.next = next;
      try {
        return await middleware(ctx);
      } catch (error) {
        ctx.error = error;
        throw error;
      } finally {
        internals.app = app;
        internals.layouts = layouts;
      }
    };
  }, ctx.next);
  return await run();
}
