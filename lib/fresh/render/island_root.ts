import { type ComponentType, createContext, Fragment, h, type VNode } from "preact";
import { useContext } from "preact/hooks";
import { currentDocument } from "./document.ts";
import { checkIslandProps } from "./island_props.ts";
import type { Island } from "../app/snapshot.ts";

const InsideIsland = createContext(false);

const plainChildren = new WeakSet<VNode>();

/** Whether this element is the component of an island that its root already stands for. */
export function isPlainChild(vnode: VNode): boolean {
  return plainChildren.has(vnode);
}

/** The start and end of an island's HTML are comments, so that no element is in the page's way. */
function comment(text: string): VNode {
  return h(Fragment, { UNSTABLE_comment: text } as Record<string, unknown>);
}

/** Takes an island's place on the server. An island inside an island is a component as any other. */
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
