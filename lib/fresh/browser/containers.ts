/**
 * Presents the nodes between an island's two comments as the parent element that Preact expects,
 * since several islands can share one real parent.
 */
function container(parent: Node, start: Node, end: Node): HTMLElement {
  const nodes = () => {
    const found: Node[] = [];
    for (let node = start.nextSibling; node && node !== end; node = node.nextSibling) {
      found.push(node);
    }
    return found;
  };
  return {
    nodeType: 1,
    parentNode: parent,
    ownerDocument: document,
    namespaceURI: (parent as Element).namespaceURI,
    get firstChild() {
      return nodes()[0] ?? null;
    },
    get childNodes() {
      return nodes();
    },
    contains: (node: Node) => parent.contains(node),
    insertBefore: (node: Node, before: Node | null) => parent.insertBefore(node, before ?? end),
    appendChild: (node: Node) => parent.insertBefore(node, end),
    removeChild: (node: Node) => parent.removeChild(node),
  } as unknown as HTMLElement;
}

/** Finds the containers of the islands under `root`, by the island's index. */
export function islandContainers(root: Node): Map<number, HTMLElement> {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_COMMENT);
  const comments: Comment[] = [];
  while (walker.nextNode()) comments.push(walker.currentNode as Comment);
  const containers = new Map<number, HTMLElement>();
  let open: { index: number; start: Text } | null = null;
  for (const comment of comments) {
    const [, index] = /^frsh:island:(\d+)$/.exec(comment.data) ?? [];
    if (index !== undefined) {
      open = { index: Number(index), start: asText(comment) };
    } else if (comment.data === "/frsh:island" && open !== null) {
      const end = asText(comment);
      containers.set(open.index, container(end.parentNode!, open.start, end));
      open = null;
    }
  }
  return containers;
}

/** Replaces a comment: Preact skips comments to find the next sibling, and would leave the island. */
function asText(comment: Comment): Text {
  const text = new Text("");
  comment.replaceWith(text);
  return text;
}
