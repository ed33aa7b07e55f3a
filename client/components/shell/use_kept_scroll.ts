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

/** Undefined where the browser forbids it. */
function storage(): Storage | undefined {
  try {
    return sessionStorage;
  } catch {
    // The list then begins at its top.
  }
}
