import type { ComponentChildren } from "preact";

export interface HeadProps {
  children?: ComponentChildren;
}

let collect: ((children: ComponentChildren) => void) | null = null;

/** While a page is rendered, what takes the children of its `Head`s. */
export function setHeadCollector(collector: typeof collect): void {
  collect = collector;
}

/**
 * Moves its children into the page's `<head>`; the last `title`, and the last element with the same
 * key, win. In the browser it does nothing: the elements are there.
 */
export function Head(props: HeadProps): ComponentChildren {
  collect?.(props.children);
  return null;
}
