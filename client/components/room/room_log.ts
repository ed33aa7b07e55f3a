import type { Message, MessagePage } from "../../../lib/model/message.ts";

/** An event in the room that is not stored. */
export type Notice =
  | { type: "entered" | "left" | "transferred"; user: string }
  | { type: "renamed" | "archived" | "restored"; name: string }
  | { type: "members"; added: string[]; removed: string[]; by: string };

export type LogEntry =
  | { kind: "message"; message: Message }
  | { kind: "notice"; key: number; notice: Notice };

/** The maximum number of entries a page keeps, however long the room is and the page stays open. */
export const MAX_ENTRIES = 400;

/** The number of entries kept after a flood of messages: as many as a newly opened page has. */
const FLOOD_ENTRIES = 100;

/** The number of recent edits and deletions remembered, to be applied to pages that were requested before them. */
const MAX_CHANGED = 500;

/** A contiguous window of a room's log. */
export interface RoomLog {
  readonly entries: readonly LogEntry[];
  /** Whether older messages exist before the window. */
  readonly older: boolean;
  /** Whether newer messages exist after the window; live messages are then not added to it. */
  readonly newer: boolean;
  /** The id of the newest known message, 0 for none. */
  readonly newest: number;
  /** The latest state of edited and deleted messages, by id. */
  readonly changed: ReadonlyMap<number, Message>;
}

/**
 * A loaded page: the one adjacent to the window, `from` being the window's outermost message when it was requested, or
 * the newest.
 */
export type LoadedPage =
  | { direction: "older" | "newer"; from: number; page: MessagePage }
  | { direction: "newest"; page: MessagePage };

export function messageEntry(message: Message): LogEntry {
  return { kind: "message", message };
}

/** The id of the oldest message in the window, 0 for none. */
export function firstMessageId(log: RoomLog): number {
  const first = log.entries.find((entry) => entry.kind === "message");
  return first?.kind === "message" ? first.message.id : 0;
}

/** The id of the newest message in the window, 0 for none. */
export function lastMessageId(log: RoomLog): number {
  const last = log.entries.findLast((entry) => entry.kind === "message");
  return last?.kind === "message" ? last.message.id : 0;
}

function messagesOf(log: RoomLog): Message[] {
  return log.entries.flatMap((entry) => entry.kind === "message" ? [entry.message] : []);
}

/** The message with this id if the window holds it. */
export function messageIn(log: RoomLog, id: number): Message | undefined {
  return messagesOf(log).find((message) => message.id === id);
}

/** The newest message in the window that `user` wrote and that is not deleted. */
export function newestOf(log: RoomLog, user: string): Message | undefined {
  return messagesOf(log).findLast((message) =>
    message.user === user && !message.deleted && message.notice === undefined
  );
}

/**
 * Inserts a new message in id order; a message that is already there changes nothing.
 * @param atEnd whether the reader is at the end; otherwise no line may be removed, since the reader may be looking at
 * it
 */
export function withMessage(log: RoomLog, message: Message, atEnd: boolean): RoomLog {
  const newest = Math.max(log.newest, message.id);
  const last = lastMessageId(log);
  const { entries } = log;
  if (message.id > last) {
    if (log.newer) return { ...log, newest };
    if (!atEnd && entries.length >= MAX_ENTRIES) return { ...log, newest, newer: true };
    return withoutOldest({ ...log, newest, entries: [...entries, messageEntry(message)] });
  }
  // It has left the window together with its neighbours.
  if (message.id < firstMessageId(log) && log.older) return log;
  const after = entries.findIndex((entry) =>
    entry.kind === "message" && entry.message.id >= message.id
  );
  const found = entries[after];
  if (found.kind === "message" && found.message.id === message.id) return log;
  const entry = messageEntry(log.changed.get(message.id) ?? message);
  return withoutOldest({
    ...log,
    entries: [...entries.slice(0, after), entry, ...entries.slice(after)],
  });
}

/** Adds a requested page, unless the window has moved away from it meanwhile. */
export function withPage(log: RoomLog, loaded: LoadedPage): RoomLog {
  const { messages, more } = loaded.page;
  // An edit or deletion may have overtaken the page.
  const added = messages.map((message) => messageEntry(log.changed.get(message.id) ?? message));
  const last = messages.at(-1)?.id ?? 0;
  if (loaded.direction === "newest") {
    return { ...log, entries: added, older: more, newer: last < log.newest };
  }
  if (loaded.direction === "older") {
    if (loaded.from !== firstMessageId(log)) return log;
    return withoutNewest({ ...log, entries: [...added, ...log.entries], older: more });
  }
  if (!log.newer || loaded.from !== lastMessageId(log)) return log;
  const newest = Math.max(log.newest, last);
  // An empty page means that nothing newer exists, even if an event announced it.
  const newer = messages.length > 0 && (more || last < newest);
  return withoutOldest({ ...log, entries: [...log.entries, ...added], newer, newest });
}

/** Replaces an edited or deleted message in its place. */
export function withChanged(log: RoomLog, message: Message): RoomLog {
  const changed = new Map(log.changed);
  changed.delete(message.id);
  changed.set(message.id, message);
  for (const oldest of changed.keys()) {
    if (changed.size <= MAX_CHANGED) break;
    changed.delete(oldest);
  }
  const entries = log.entries.map((entry) =>
    entry.kind === "message" && entry.message.id === message.id ? messageEntry(message) : entry
  );
  return { ...log, entries, changed };
}

/** Appends a notice. Repeated coming and going of one user is kept in a single line. */
export function withNotice(log: RoomLog, key: number, notice: Notice, atEnd: boolean): RoomLog {
  const { entries } = log;
  if (log.newer || (!atEnd && entries.length >= MAX_ENTRIES)) return log;
  const entry: LogEntry = { kind: "notice", key, notice };
  const last = entries.at(-1);
  if (isPresence(notice) && last?.kind === "notice" && isPresence(last.notice)) {
    if (last.notice.user === notice.user) {
      return { ...log, entries: [...entries.slice(0, -1), entry] };
    }
  }
  const oldest = entries.findIndex(({ kind }) => kind === "notice");
  // In a long quiet period, presence notices replace older notices and not messages.
  const remaining = entries.length < MAX_ENTRIES || oldest < 0
    ? entries
    : entries.filter((_, at) => at !== oldest);
  return withoutOldest({ ...log, entries: [...remaining, entry] });
}

/**
 * Trims the log after so many additions at once that it is rendered anew: a reader at the end needs a screen or two,
 * and more would stall the page.
 */
export function afterFlood(log: RoomLog, added: number): RoomLog {
  return added > FLOOD_ENTRIES && !log.newer ? withoutOldest(log, FLOOD_ENTRIES) : log;
}

function isPresence(notice: Notice): notice is Notice & { type: "entered" | "left" } {
  return notice.type === "entered" || notice.type === "left";
}

function withoutOldest(log: RoomLog, most = MAX_ENTRIES): RoomLog {
  const surplus = log.entries.length - most;
  if (surplus <= 0) return log;
  const gone = log.entries.slice(0, surplus).some(({ kind }) => kind === "message");
  return { ...log, entries: log.entries.slice(surplus), older: log.older || gone };
}

function withoutNewest(log: RoomLog): RoomLog {
  if (log.entries.length <= MAX_ENTRIES) return log;
  const gone = log.entries.slice(MAX_ENTRIES).some(({ kind }) => kind === "message");
  return { ...log, entries: log.entries.slice(0, MAX_ENTRIES), newer: log.newer || gone };
}
