import { useLayoutEffect } from "preact/hooks";
import { fill } from "../../i18n/message.ts";
import { isolated } from "../../shared/isolated_text.ts";

/**
 * Keeps the project's current name in the page's title.
 * @param title with `{project}`
 * @param byChat whether the chat beside the board does so, with the number of unread messages
 */
export function useBoardTitle(title: string, name: string, byChat: boolean): void {
  // A layout effect, because hidden tabs have no frames to wait for.
  useLayoutEffect(() => {
    if (!byChat) document.title = `${fill(title, { project: isolated(name) })} · Chung`;
  }, [name, byChat]);
}
