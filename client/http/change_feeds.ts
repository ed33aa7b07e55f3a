import type { SharedStream } from "../live/shared_stream.ts";
import { parseCursor } from "../shared/cursor.ts";
import { projectId } from "../shared/paths.ts";
import { LIST_FEED } from "../shared/shared_events.ts";
import type { FormFields } from "./read_form.ts";

/**
 * Changes the feeds of a shared stream as its browser asks: `close` lists names of feeds, `open` feeds to begin, after
 * that, with a comma between two. A room is `NAME PROJECT MESSAGE.CHANGE`. Skips what is malformed.
 */
export function changeFeeds(stream: SharedStream, fields: FormFields): void {
  for (const feed of items(fields, "close")) stream.closeFeed(feed);
  for (const item of items(fields, "open")) {
    const [feed, project = "", after = ""] = item.split(" ");
    const id = projectId(project);
    if (feed === LIST_FEED) stream.openList();
    else if (/^\d{1,15}$/.test(feed) && id !== null) stream.openRoom(feed, id, parseCursor(after));
  }
}

function items(fields: FormFields, name: string): string[] {
  return fields.exact(name).split(",");
}
