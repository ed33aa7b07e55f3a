import type { ComponentChildren } from "preact";

export interface HeadProps {
  children?: ComponentChildren;
}

let collect: ((children: ComponentChildren) => void) | null = null;

/** Sets the function that receives the children of every `Head` while a page is rendered. */
export function setHeadCollector(collector: typeof collect): void {
  collect = collector;
}

/**
 * Moves its children into the page's `<head>`; the last `title`, and the last element with the same
 * key, win. Does nothing in the browser, where the elements are already in place.
 */
export function Head(props: HeadProps): ComponentChildren {
  collect?.(props.children);
  return null;
}
