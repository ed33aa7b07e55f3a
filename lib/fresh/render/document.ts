import { type ComponentChildren, toChildArray, type VNode } from "preact";
import { setHeadCollector } from "./head.ts";
import type { Island, Snapshot } from "../app/snapshot.ts";

// deno-lint-ignore no-explicit-any
export type AnyVNode = VNode<any>;

/** The data that one page gathers while it is rendered. */
export class DocumentRender {
  /** Which of html, head and body the page itself has. */
  readonly seen = new Set<string>();
  readonly nonce = crypto.randomUUID().replaceAll("-", "");
  /** The islands on the page, in its order: hydrated one by one. */
  readonly islands: { island: Island; props: Record<string, unknown> }[] = [];
  readonly head = new Map<string, AnyVNode>();

  constructor(readonly snapshot: Snapshot | null) {}

  collectHead(children: ComponentChildren): void {
    for (const child of toChildArray(children)) {
      if (typeof child === "object") this.head.set(headKey(child as AnyVNode), child as AnyVNode);
    }
  }

  /** The children of <head>: each own one, or what a `Head` puts in its place, and then the rest. */
  mergeHead(children: ComponentChildren): ComponentChildren {
    const rest = new Map(this.head);
    const own = toChildArray(children).map((child) => {
      if (typeof child !== "object") return child;
      const key = headKey(child as AnyVNode);
      const replacement = rest.get(key);
      rest.delete(key);
      return replacement ?? child;
    });
    return [...own, ...rest.values()];
  }

  /** The scripts the page is going to ask for; none without islands. */
  scriptsToPreload(): string[] {
    const boot = this.snapshot?.boot;
    if (!boot || this.islands.length === 0) return [];
    const urls = new Set([boot.file, ...boot.imports]);
    for (const { island } of this.islands) {
      for (const url of [island.file, ...island.imports]) urls.add(url);
    }
    return [...urls];
  }
}

let current: DocumentRender | null = null;

/** Renders until `stop()` belong to this document. */
export function startDocument(document: DocumentRender): () => void {
  current = document;
  setHeadCollector((children) => document.collectHead(children));
  return () => {
    current = null;
    setHeadCollector(null);
  };
}

export function currentDocument(): DocumentRender | null {
  return current;
}

/** Two head elements with the same key are one: the later takes the earlier's place. */
function headKey(vnode: AnyVNode): string {
  if (vnode.key !== null && vnode.key !== undefined) return `key ${vnode.key}`;
  if (vnode.type === "title") return "title";
  if (typeof vnode.type !== "string") return `component ${crypto.randomUUID()}`;
  const { children: _, nonce: __, ...props } = vnode.props;
  // A description or a viewport has one value, whatever it is.
  if (vnode.type === "meta") delete props.content;
  return `${vnode.type} ${JSON.stringify(Object.entries(props).sort())}`;
}
