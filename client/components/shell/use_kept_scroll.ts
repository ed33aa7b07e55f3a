import type { RefObject } from "preact";
import { useLayoutEffect } from "preact/hooks";

const KEY = "chung:sidebar-scroll";

/** Keeps the place of the sidebar that holds `inside` from page to page of a tab. */
export function useKeptScroll(inside: RefObject<HTMLElement>): void {
  useLayoutEffect(() => {
    const sidebar = inside.current?.closest(".sidebar-list");
    if (!sidebar) return;
    const kept = storage();
    sidebar.scrollTop = Number(kept?.getItem(KEY) ?? 0);
    const keep = () => kept?.setItem(KEY, String(sidebar.scrollTop));
    addEventListener("pagehide", keep);
    return () => removeEventListener("pagehide", keep);
  }, []);
}

/** Null where the browser forbids it. */
function storage(): Storage | null {
  let kept: Storage | null = null;
  try {
    kept = sessionStorage;
  } catch {
    // Sites may be forbidden to store anything.
  }
  return kept;
}
