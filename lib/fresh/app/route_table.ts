import { type Method, METHODS } from "./handlers.ts";
import type { Middleware } from "./middleware.ts";
import { answerRoute, type Route, routeMethods } from "./route.ts";
import { type RouteMatch, Router } from "./router.ts";
import { Segment } from "./segments.ts";

/** The routes and middlewares of an app, in the order they were added. */
export class RouteTable<State> {
  readonly root = new Segment<State>();
  readonly #router = new Router<Middleware<State>[]>();

  /** Answers `path` with the middlewares of `segment`, then the route. */
  addRoute(path: string, segment: Segment<State>, route: Route<State>): void {
    const own: Middleware<State> = (ctx) => answerRoute(ctx, route);
    const chain = [...segment.chain(), own];
    for (const method of routeMethods(route) ?? METHODS) this.#router.add(method, path, chain);
  }

  match(method: Method, url: URL): RouteMatch<Middleware<State>[]> {
    return this.#router.match(method, url);
  }
}
