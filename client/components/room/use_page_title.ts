import { useEffect, useLayoutEffect, useState } from "preact/hooks";
import type { Project } from "../../../lib/model/project.ts";
import { fill } from "../../i18n/message.ts";
import type { ListEvent, StreamEvent } from "../../shared/live_events.ts";
import { isolated } from "../../shared/isolated_text.ts";
import { LiveStream } from "../live_stream.ts";
import { showUnreadIcon } from "../notifications/tab_icon.ts";

/**
 * Sets the page title to the number of unread messages and the project's current name, and the tab's icon.
 * @param unread the number in this room; those of the other projects are added
 * @param listUrl the URL of the project list's events
 * @param of the title, with `{project}`
 */
export function usePageTitle(
  { id, name }: Project,
  unread: number,
  listUrl: string,
  of = "{project}",
): void {
  const [elsewhere, setElsewhere] = useState(0);
  const all = unread + elsewhere;

  useEffect(() => {
    const stream = new LiveStream<Exclude<ListEvent, StreamEvent>>({
      url: () => listUrl,
      onEvent(event) {
        if (event.type !== "projects") return;
        const others = event.data.projects.filter((project) => project.id !== id);
        setElsewhere(others.reduce((sum, project) => sum + project.unread, 0));
      },
      // The room says so.
      onLost() {},
    });
    return () => {
      stream.close();
      showUnreadIcon(false);
    };
  }, []);

  // A layout effect, because hidden tabs have no frames to wait for.
  useLayoutEffect(() => {
    document.title = `${all > 0 ? `(${all}) ` : ""}${
      fill(of, { project: isolated(name) })
    } · Chung`;
    showUnreadIcon(all > 0);
  }, [name, all]);
}
