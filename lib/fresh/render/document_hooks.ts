import { type ComponentType, h, options } from "preact";
import { type AnyVNode, currentDocument, type DocumentRender } from "./document.ts";
import { IslandRoot, isPlainChild } from "./island_root.ts";
import { pageScripts } from "./page_scripts.ts";

function PageScripts() {
  const document = currentDocument();
  return document === null ? null : pageScripts(document);
}

const noncedHere = new WeakSet<AnyVNode>();

/** Called by Preact before each element or component of a page is rendered. */
function beforeRender(document: DocumentRender, vnode: AnyVNode): void {
  switch (vnode.type) {
    case "html":
      document.seen.add("html");
      break;
    case "head":
      document.seen.add("head");
      vnode.props = { ...vnode.props, children: document.mergeHead(vnode.props.children) };
      break;
    case "body":
      document.seen.add("body");
      vnode.props = {
        ...vnode.props,
        children: [vnode.props.children, h(PageScripts, null)],
      };
      break;
    case "script":
    case "style":
      if (!vnode.props.nonce || noncedHere.has(vnode)) {
        vnode.props = { ...vnode.props, nonce: document.nonce };
        noncedHere.add(vnode);
      }
      break;
    default: {
      if (typeof vnode.type !== "function" || isPlainChild(vnode)) break;
      const island = document.snapshot?.islands.get(vnode.type as ComponentType);
      if (island === undefined) break;
      vnode.props = { island, component: vnode.type, props: vnode.props };
      vnode.type = IslandRoot;
    }
  }
}

// `__b` is the hook before a diff; Preact's published property mangling keeps the name stable.
const hooks = options as unknown as { __b?: (vnode: AnyVNode) => void };
const previous = hooks.__b;
hooks.__b = (vnode) => {
  const document = currentDocument();
  if (document !== null) beforeRender(document, vnode);
  previous?.(vnode);
};
