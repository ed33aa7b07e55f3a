import type { MessagePage } from "../../../../lib/model/message.ts";
import {
  firstMessageId,
  lastMessageId,
  MAX_MESSAGES,
  type RoomLog,
  withoutOldest,
} from "../room_log.ts";

/**
 * A loaded page: the one adjacent to the window, `from` being the window's outermost message when it was requested, or
 * the newest.
 */
export type LoadedPage =
  | { direction: "older" | "newer"; from: number; page: MessagePage }
  | { direction: "newest"; page: MessagePage };

/** Adds a requested page, unless the window has moved away from it meanwhile. */
export function withPage(log: RoomLog, loaded: LoadedPage): RoomLog {
  const { messages, more } = loaded.page;
  // An edit or deletion may have overtaken the page.
  const added = messages.map((message) => log.changed.get(message.id) ?? message);
  const last = messages.at(-1)?.id ?? 0;
  if (loaded.direction === "newest") {
    return { ...log, messages: added, older: more, newer: last < log.newest };
  }
  if (loaded.direction === "older") {
    if (loaded.from !== firstMessageId(log)) return log;
    return withoutNewest({ ...log, messages: [...added, ...log.messages], older: more });
  }
  if (!log.newer || loaded.from !== lastMessageId(log)) return log;
  const newest = Math.max(log.newest, last);
  // An empty page means that nothing newer exists, even if an event announced it.
  const newer = messages.length > 0 && (more || last < newest);
  return withoutOldest({ ...log, messages: [...log.messages, ...added], newer, newest });
}

function withoutNewest(log: RoomLog): RoomLog {
  if (log.messages.length <= MAX_MESSAGES) return log;
  return { ...log, messages: log.messages.slice(0, MAX_MESSAGES), newer: true };
}
