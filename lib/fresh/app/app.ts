import type { FreshConfig, ResolvedFreshConfig } from "./config.ts";
import { Context } from "./context.ts";
import { addFileRoutes } from "./file_routes.ts";
import type { Method } from "./handlers.ts";
import { HttpError, plainErrorResponse } from "./http_error.ts";
import { type Middleware, runMiddlewares } from "./middleware.ts";
import { RouteTable } from "./route_table.ts";
import type { RouteMatch } from "./router.ts";
import { foldersOf } from "./segments.ts";
import { snapshotOf } from "./snapshot.ts";

export type RequestHandler = (
  request: Request,
  info?: Deno.ServeHandlerInfo,
) => Promise<Response>;

const UNKNOWN_CONNECTION = {
  remoteAddr: { transport: "tcp", hostname: "localhost", port: 1234 },
  completed: Promise.resolve(),
} as Deno.ServeHandlerInfo;

/** Middlewares and routes; a middleware applies to the routes added after it. */
export class App<State> {
  config: ResolvedFreshConfig;
  readonly #steps: ((table: RouteTable<State>) => void)[] = [];

  constructor(config: FreshConfig = {}) {
    this.config = { root: ".", basePath: "", mode: config.mode ?? "production" };
  }

  /** Adds middlewares for every request, or for requests at or under a path. */
  use(...middlewares: Middleware<State>[]): this;
  use(path: string, ...middlewares: Middleware<State>[]): this;
  use(first: string | Middleware<State>, ...rest: Middleware<State>[]): this {
    const path = typeof first === "string" ? first : "*";
    const middlewares = typeof first === "string" ? rest : [first, ...rest];
    this.#steps.push((table) => table.root.at(foldersOf(path)).middlewares.push(...middlewares));
    return this;
  }

  /** Adds the files of the routes folder, as found by the Builder. */
  fsRoutes(): this {
    this.#steps.push((table) => addFileRoutes(table, snapshotOf(this)?.routes ?? []));
    return this;
  }

  /** The request handler for `Deno.serve` or a test. It never throws. */
  handler(): RequestHandler {
    const snapshot = snapshotOf(this);
    const table = new RouteTable<State>();
    for (const step of this.#steps) step(table);
    const rootChain = table.root.chain();

    return async (req, info = UNKNOWN_CONNECTION) => {
      const url = new URL(req.url);
      url.pathname = url.pathname.replace(/\/+/g, "/");
      const match = table.match(req.method.toUpperCase() as Method, url);
      const { pattern, params, item } = match;
      const next = lastAnswer(req, match);
      const ctx = new Context<State>(req, url, info, pattern, params, this.config, next, snapshot);
      let response: Response;
      try {
        response = await runMiddlewares(item ?? rootChain, ctx);
        if (!(response instanceof Response)) throw new TypeError(`Not a Response: ${response}`);
      } catch (error) {
        ctx.error = error;
        response = plainErrorResponse(error);
      }
      const { allowed } = match;
      if (response.status === 405 && item === null && allowed.length > 0) {
        // RFC 9110, 15.5.6: a 405 response lists the allowed methods.
        response = withHeader(response, "Allow", allowed.join(", "));
      }
      if (req.method !== "HEAD") return response;
      await response.body?.cancel();
      return new Response(null, response);
    };
  }
}

/** Answers where no middleware or route did. */
function lastAnswer(req: Request, match: RouteMatch<unknown>): () => Promise<Response> {
  return () => {
    if (match.pattern === null || match.item !== null) throw new HttpError(404);
    if (req.method !== "OPTIONS") throw new HttpError(405);
    const headers = { Allow: match.allowed.join(", ") };
    return Promise.resolve(new Response(null, { status: 204, headers }));
  };
}

/** Sets a header on a copy, because a response from elsewhere can have immutable headers. */
function withHeader(response: Response, name: string, value: string): Response {
  const copy = new Response(response.body, response);
  copy.headers.set(name, value);
  return copy;
}
