import { type ComponentType, createContext, Fragment, h, type VNode } from "preact";
import { useContext } from "preact/hooks";
import { currentDocument } from "./document.ts";
import { checkIslandProps } from "./island_props.ts";
import type { Island } from "../app/snapshot.ts";

const InsideIsland = createContext(false);

const plainChildren = new WeakSet<VNode>();

/** Whether this element is an island's component that an IslandRoot already wraps. */
export function isPlainChild(vnode: VNode): boolean {
  return plainChildren.has(vnode);
}

/** Creates a comment; comments mark an island's HTML, so that no extra element disturbs the page. */
function comment(text: string): VNode {
  return h(Fragment, { UNSTABLE_comment: text } as Record<string, unknown>);
}

/** Replaces an island on the server. An island inside an island is an ordinary component. */
export function IslandRoot(
  { island, component, props }: {
    island: Island;
    component: ComponentType;
    props: Record<string, unknown>;
  },
): VNode {
  const nested = useContext(InsideIsland);
  const child = h(component, props);
  plainChildren.add(child);
  const document = currentDocument();
  if (nested || document === null) return child;
  checkIslandProps(island.name, props);
  const index = document.islands.push({ island, props }) - 1;
  return h(
    Fragment,
    null,
    comment(`frsh:island:${index}`),
    h(InsideIsland.Provider, { value: true, children: child }),
    comment("/frsh:island"),
  );
}
