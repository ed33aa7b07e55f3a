import type { Context } from "./context.ts";
import { internalsOf, type RouteComponent } from "./page_context.ts";
import type { LayoutConfig } from "./page_context.ts";
import { HttpError } from "./http_error.ts";
import type { Middleware } from "./middleware.ts";
import { answerRoute, type Route } from "./route.ts";

/** A folder of the path, with everything it adds to the routes at or under it. */
export class Segment<State> {
  readonly middlewares: Middleware<State>[] = [];
  layout: { component: RouteComponent; config: LayoutConfig } | null = null;
  errorRoute: Route<State> | null = null;
  /** Set on the root only. */
  app: RouteComponent | null = null;
  /** Set on the root only. */
  notFound: Route<State> | null = null;
  readonly #children = new Map<string, Segment<State>>();

  constructor(readonly parent: Segment<State> | null = null) {}

  /** Returns the segment at these folders, creating it if missing. */
  at(folders: readonly string[]): Segment<State> {
    const [folder, ...rest] = folders;
    if (folder === undefined) return this;
    const child = this.#children.get(folder) ?? new Segment(this);
    this.#children.set(folder, child);
    return child.at(rest);
  }

  /** Returns the middlewares from the root to here; later additions affect later routes only. */
  chain(): Middleware<State>[] {
    const above = this.parent === null ? [] : this.parent.chain();
    return [...above, this.#wrapper(), ...this.middlewares];
  }

  get root(): Segment<State> {
    return this.parent === null ? this : this.parent.root;
  }

  /** Sets this segment's layout and `_app` on the way in, and handles errors on the way out. */
  #wrapper(): Middleware<State> {
    const { app, layout, errorRoute, root } = this;
    return async (ctx: Context<State>) => {
      const internals = internalsOf(ctx);
      if (app !== null) internals.app = app;
      if (layout !== null) {
        if (layout.config.skipAppWrapper) internals.app = null;
        const inherited = layout.config.skipInheritedLayouts ? [] : internals.layouts;
        internals.layouts = [...inherited, layout.component];
      }
      const { app: ownApp, layouts: ownLayouts } = internals;
      try {
        return await ctx.next();
      } catch (error) {
        ctx.error = error;
        internals.app = ownApp;
        internals.layouts = ownLayouts;
        const status = error instanceof HttpError ? error.status : 500;
        if (status === 404 && root.notFound !== null) return await answerRoute(ctx, root.notFound);
        if (errorRoute !== null) return await answerRoute(ctx, errorRoute, status);
        throw error;
      }
    };
  }
}

/** Splits a path or pattern into its folders: `/rooms/:id` has two. */
export function foldersOf(path: string): string[] {
  return path.split("/").filter((folder) => folder !== "" && folder !== "*");
}
