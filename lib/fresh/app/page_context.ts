import type { AnyComponent, FunctionComponent } from "preact";
import type { ResolvedFreshConfig } from "./config.ts";
import type { Snapshot } from "./snapshot.ts";

export interface LayoutConfig {
  /** Omits the layouts of parent folders. */
  skipInheritedLayouts?: boolean;
  /** Omits `_app`. */
  skipAppWrapper?: boolean;
}

/** The part of a request's Context that its page, layouts and `_app` receive. */
export interface PageContext<State = unknown> {
  readonly config: ResolvedFreshConfig;
  readonly url: URL;
  req: Request;
  readonly params: Record<string, string>;
  readonly info: Deno.ServeHandlerInfo;
  readonly state: State;
  Component: FunctionComponent;
  error: unknown | null;
  readonly route: string | null;
}

// deno-lint-ignore no-explicit-any
export type RouteComponent = AnyComponent<any>;

/** The wrappers of a request's page, as its middlewares found them on the way in. */
export interface Internals {
  app: RouteComponent | null;
  layouts: RouteComponent[];
  snapshot: Snapshot | null;
}

const internals = new WeakMap<object, Internals>();

export function internalsOf<State>(ctx: PageContext<State>): Internals {
  return internals.get(ctx)!;
}

export function keepInternals<State>(ctx: PageContext<State>, kept: Internals): void {
  internals.set(ctx, kept);
}

/** The props of pages, layouts and `_app`. */
export type PageProps<Data = unknown, T = unknown> = PageContext<T> & { data: Data };

/** Returns the props for a page, layout or `_app` of this request. */
export function pageProps<State>(
  ctx: PageContext<State>,
  data: unknown,
  Component: FunctionComponent,
): PageProps<unknown, State> {
  const { config, url, req, params, info, state, error, route } = ctx;
  return { config, url, req, params, info, state, error, route, data, Component };
}
