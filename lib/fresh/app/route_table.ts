import { type Method, METHODS } from "./handlers.ts";
import type { Middleware } from "./middleware.ts";
import { answerRoute, type Route, routeMethods } from "./route.ts";
import { type RouteMatch, Router } from "./router.ts";
import { Segment } from "./segments.ts";

/** All that an app answers, put together in the order it was said. */
export class RouteTable<State> {
  readonly root = new Segment<State>();
  readonly #router = new Router<Middleware<State>[]>();

  /** Answers `path` with the middlewares of `segment` and then the route. */
  addRoute(path: string, segment: Segment<State>, route: Route<State>): void {
    const own: Middleware<State> = (ctx) => answerRoute(ctx, route);
    const chain = [...segment.chain(), own];
    for (const method of routeMethods(route) ?? METHODS) this.#router.add(method, path, chain);
  }

  match(method: Method, url: URL): RouteMatch<Middleware<State>[]> {
    return this.#router.match(method, url);
  }
}
