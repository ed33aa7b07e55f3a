import type { FunctionComponent, VNode } from "preact";
import type { ResolvedFreshConfig } from "./config.ts";
import { keepInternals, type LayoutConfig, type PageContext } from "./page_context.ts";
import type { Snapshot } from "./snapshot.ts";
import { renderPage } from "../render/render.ts";

/** A request and its state on their way through the middlewares. */
export class Context<State> implements PageContext<State> {
  readonly config: ResolvedFreshConfig;
  /** The request's URL, with repeated slashes in its path collapsed. */
  readonly url: URL;
  req: Request;
  /** The pattern of the matching route; null if none matches. */
  readonly route: string | null;
  readonly params: Record<string, string>;
  /** Shared by all middlewares, the handler and the page of this request. */
  readonly state: State = {} as State;
  /** The error that was thrown, for an error page; null before. */
  error: unknown | null = null;
  readonly info: Deno.ServeHandlerInfo;
  /** Runs the rest of the chain. */
  next: () => Promise<Response>;
  /** In layouts and `_app`: the component that they wrap. */
  Component!: FunctionComponent;

  constructor(
    req: Request,
    url: URL,
    info: Deno.ServeHandlerInfo,
    route: string | null,
    params: Record<string, string>,
    config: ResolvedFreshConfig,
    next: () => Promise<Response>,
    snapshot: Snapshot | null,
  ) {
    this.req = req;
    this.url = url;
    this.info = info;
    this.route = route;
    this.params = params;
    this.config = config;
    this.next = next;
    keepInternals(this, { app: null, layouts: [], snapshot });
  }

  /**
   * Returns a redirect. A path stays on this site: its repeated slashes are collapsed, so that
   * `//evil.com` is a path too. A full URL is followed unchanged: never take one from a visitor.
   */
  redirect(pathOrUrl: string, status = 302): Response {
    let location = pathOrUrl;
    if (pathOrUrl.startsWith("/")) {
      const end = pathOrUrl.search(/[?#]/);
      const path = end === -1 ? pathOrUrl : pathOrUrl.slice(0, end);
      // Browsers treat a backslash as a slash.
      location = path.replace(/[/\\]+/g, "/") + (end === -1 ? "" : pathOrUrl.slice(end));
    }
    return new Response(null, { status, headers: { location } });
  }

  /** Renders a page inside its layouts and `_app` to an HTML response. */
  async render(
    // deno-lint-ignore no-explicit-any
    vnode: VNode<any> | null,
    init: ResponseInit = {},
    config: LayoutConfig = {},
  ): Promise<Response> {
    return await renderPage(this, vnode, init, config);
  }

  text(content: string, init?: ResponseInit): Response {
    return new Response(content, init);
  }

  html(content: string, init?: ResponseInit): Response {
    const headers = new Headers(init?.headers);
    headers.set("Content-Type", "text/html; charset=utf-8");
    return new Response(content, { ...init, headers });
  }

  // deno-lint-ignore no-explicit-any
  json(content: any, init?: ResponseInit): Response {
    return Response.json(content, init);
  }
}
