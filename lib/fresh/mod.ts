export { App } from "./app/app.ts";
export type { FreshConfig, ResolvedFreshConfig } from "./app/config.ts";
export type { Context } from "./app/context.ts";
export type { PageProps } from "./app/page_context.ts";
export { csp, type CSPOptions } from "./middlewares/csp.ts";
export { csrf, type CsrfOptions } from "./middlewares/csrf.ts";
export { createDefine, type Define } from "./app/define.ts";
export {
  type HandlerByMethod,
  type HandlerFn,
  type Method,
  page,
  type PageResponse,
  type RouteConfig,
  type RouteData,
  type RouteHandler,
} from "./app/handlers.ts";
export { type LayoutConfig } from "./app/page_context.ts";
export { HttpError } from "./app/http_error.ts";
export type { Middleware } from "./app/middleware.ts";
export { staticFiles } from "./middlewares/static_files.ts";
