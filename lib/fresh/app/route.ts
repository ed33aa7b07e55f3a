import type { Context } from "./context.ts";
import { internalsOf, type RouteComponent } from "./page_context.ts";
import type { HandlerByMethod, Method, PageResponse, RouteConfig } from "./handlers.ts";
import type { RouteHandler } from "./handlers.ts";
import { HttpError } from "./http_error.ts";
import { renderComponent } from "../render/render.ts";

/** A page, a handler, or both. */
export interface Route<State> {
  component?: RouteComponent;
  handler?: RouteHandler<unknown, State>;
  config?: RouteConfig;
}

/** Returns the methods a route answers; null means every method: the route is a function or a page alone. */
export function routeMethods<State>(route: Route<State>): Method[] | null {
  if (typeof route.handler !== "object") return null;
  const methods = Object.keys(route.handler) as Method[];
  if (route.component !== undefined && !methods.includes("GET")) methods.push("GET");
  return methods;
}

const PAGE_ALONE: PageResponse<unknown> = { data: {} };

async function runHandler<State>(
  ctx: Context<State>,
  route: Route<State>,
): Promise<Response | PageResponse<unknown>> {
  const { handler, component } = route;
  if (typeof handler === "function") return await handler(ctx);
  if (handler === undefined) {
    if (component === undefined) throw new HttpError(404);
    return PAGE_ALONE;
  }
  const method = ctx.req.method.toUpperCase() as Method;
  const byMethod: HandlerByMethod<unknown, State> = handler;
  const answer = byMethod[method] ?? (method === "HEAD" ? byMethod.GET : undefined);
  if (answer !== undefined) return await answer(ctx);
  if (component !== undefined && (method === "GET" || method === "HEAD")) return PAGE_ALONE;
  return await ctx.next();
}

/** Runs the handler and, unless it returns a response, renders the page with its data. */
export async function answerRoute<State>(
  ctx: Context<State>,
  route: Route<State>,
  status = 200,
): Promise<Response> {
  const internals = internalsOf(ctx);
  if (route.config?.skipAppWrapper) internals.app = null;
  if (route.config?.skipInheritedLayouts) internals.layouts = [];
  const result = await runHandler(ctx, route);
  if (result instanceof Response) return result;
  const headers = new Headers(result.headers);
  let vnode = null;
  if (route.component !== undefined) {
    const rendered = await renderComponent(ctx, route.component, result.data, () => null);
    if (rendered instanceof Response) return rendered;
    vnode = rendered;
  }
  return await ctx.render(vnode, { headers, status: result.status ?? status });
}
