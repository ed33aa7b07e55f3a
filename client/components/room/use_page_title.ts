import { useLayoutEffect } from "preact/hooks";
import { isolated } from "../../shared/isolated_text.ts";

/** Sets the page title: the number of unread messages and the project's current name. */
export function usePageTitle(project: string, unread: number): void {
  // A layout effect, because hidden tabs have no frames to wait for.
  useLayoutEffect(() => {
    document.title = `${unread > 0 ? `(${unread}) ` : ""}${isolated(project)} · Chung`;
  }, [project, unread]);
}
