import { Fragment, h, isValidElement } from "preact";
import { jsxTemplate } from "preact/jsx-runtime";
import { renderToString } from "preact-render-to-string";
import { setBuildId } from "./build_id.ts";
import {
  internalsOf,
  type LayoutConfig,
  type PageContext,
  pageProps,
  type RouteComponent,
} from "../app/page_context.ts";
import { type AnyVNode, DocumentRender, startDocument } from "./document.ts";
import "./document_hooks.ts";

/** The property in which a rendered response carries its nonce for `csp({ useNonce: true })`. */
export const NONCE = Symbol.for("__freshNonce");

/** Creates a node of unescaped HTML. */
function rawHtml(html: string): AnyVNode {
  return jsxTemplate([html]) as AnyVNode;
}

/** Runs an `async` component immediately; any other runs when the tree is rendered. */
export async function renderComponent<State>(
  ctx: PageContext<State>,
  component: RouteComponent,
  data: unknown,
  child: () => AnyVNode | null,
): Promise<AnyVNode | null | Response> {
  ctx.Component = child;
  const props = pageProps(ctx, data, child);
  if (component.constructor.name !== "AsyncFunction") return h(component, props);
  return await (component as (props: unknown) => Promise<AnyVNode | null | Response>)(props);
}

export async function renderPage<State>(
  ctx: PageContext<State>,
  vnode: AnyVNode | null,
  init: ResponseInit,
  config: LayoutConfig,
): Promise<Response> {
  if (vnode !== null && !isValidElement(vnode)) {
    throw new TypeError("ctx.render() takes JSX or null");
  }
  const { app, layouts, snapshot } = internalsOf(ctx);
  // Async components name files before the document is rendered.
  if (snapshot !== null) setBuildId(snapshot.buildId);
  let inner = vnode;
  for (const layout of config.skipInheritedLayouts ? [] : layouts.toReversed()) {
    const child = inner;
    const wrapped = await renderComponent(ctx, layout, null, () => child);
    if (wrapped instanceof Response) return wrapped;
    inner = wrapped;
  }
  let innerHtml = "";
  let outer: AnyVNode | null = null;
  if (app !== null && !config.skipAppWrapper) {
    const wrapped = await renderComponent(ctx, app, null, () => rawHtml(innerHtml));
    if (wrapped instanceof Response) return wrapped;
    outer = wrapped;
  }

  // No await from here on: the document being rendered is global state of the Preact hooks.
  if (snapshot !== null) setBuildId(snapshot.buildId);
  const document = new DocumentRender(snapshot);
  const stop = startDocument(document);
  let html: string;
  try {
    // The page renders first, so that its `Head`s are known when `_app` renders <head>.
    innerHtml = renderToString(inner ?? h(Fragment, null));
    html = outer === null ? innerHtml : renderToString(outer);
    html = renderToString(completeDocument(document, html));
  } finally {
    stop();
  }

  const headers = new Headers(init.headers);
  headers.set("Content-Type", "text/html; charset=utf-8");
  const preload = document.scriptsToPreload();
  if (preload.length > 0) {
    headers.append("Link", preload.map((url) => `<${url}>; rel="modulepreload"`).join(", "));
  }
  const response = new Response(`<!DOCTYPE html>${html}`, { ...init, headers });
  Object.defineProperty(response, NONCE, { value: document.nonce });
  return response;
}

/** Adds the <html>, <head> and <body> elements that the page and `_app` omit. */
function completeDocument(document: DocumentRender, html: string): AnyVNode {
  let content = rawHtml(html);
  if (!document.seen.has("body")) content = h("body", null, content);
  if (!document.seen.has("head")) {
    content = h(Fragment, null, h("head", null, h("meta", { charset: "utf-8" })), content);
  }
  return document.seen.has("html") ? content : h("html", null, content);
}
