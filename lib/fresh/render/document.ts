import { type ComponentChildren, toChildArray, type VNode } from "preact";
import { setHeadCollector } from "./head.ts";
import type { Island, Snapshot } from "../app/snapshot.ts";

// deno-lint-ignore no-explicit-any
export type AnyVNode = VNode<any>;

/** The data that one page gathers while it is rendered. */
export class DocumentRender {
  /** The elements among html, head and body that the page itself has. */
  readonly seen = new Set<string>();
  readonly nonce = crypto.randomUUID().replaceAll("-", "");
  /** The islands of the page, by the index that marks their HTML. */
  readonly islands: { island: Island; props: Record<string, unknown> }[] = [];
  readonly head = new Map<string, AnyVNode>();

  constructor(readonly snapshot: Snapshot | null) {}

  collectHead(children: ComponentChildren): void {
    for (const child of toChildArray(children)) {
      if (typeof child === "object") this.head.set(headKey(child as AnyVNode), child as AnyVNode);
    }
  }

  /** Merges `Head` elements into the children of <head>: replaces those with the same key, appends the rest. */
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

  /** Returns the URLs of the scripts the page will load; none without islands. */
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

/** Assigns all rendering to this document until the returned function is called. */
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

/** Returns the key of a head element; a later element replaces an earlier one with the same key. */
function headKey(vnode: AnyVNode): string {
  if (vnode.key !== null && vnode.key !== undefined) return `key ${vnode.key}`;
  if (vnode.type === "title") return "title";
  if (typeof vnode.type !== "string") return `component ${crypto.randomUUID()}`;
  const { children: _, nonce: __, ...props } = vnode.props;
  // A later description or viewport replaces an earlier one, whatever their values.
  if (vnode.type === "meta") delete props.content;
  return `${vnode.type} ${JSON.stringify(Object.entries(props).sort())}`;
}
