import { useLayoutEffect } from "preact/hooks";

/** The page's title: how many messages are unread, and the project's name as it is now. */
export function usePageTitle(project: string, unread: number): void {
  // At once: a tab that is not looked at has no frames to wait for.
  useLayoutEffect(() => {
    document.title = `${unread > 0 ? `(${unread}) ` : ""}${project} · Chung`;
  }, [project, unread]);
}
