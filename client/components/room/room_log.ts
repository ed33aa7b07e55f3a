import type { Message, MessagePage } from "../../../lib/model/message.ts";

/** Something that happened in the room and is not stored. */
export type Notice =
  | { type: "entered" | "left" | "transferred"; user: string }
  | { type: "renamed"; name: string }
  | { type: "members"; added: string[]; removed: string[]; by: string };

export type LogEntry =
  | { kind: "message"; message: Message }
  | { kind: "notice"; key: number; notice: Notice };

/** What a page holds of a room, however long the room is and however long the page is open. */
export const MAX_ENTRIES = 400;

/** What a flood of messages leaves: as much as a page has that is opened. */
const FLOOD_ENTRIES = 100;

/** Edits and deletions of messages outside the window that are kept for pages that are on their way. */
const MAX_CHANGED = 500;

/** A window over a room's log. Between its first message and its last none is missing. */
export interface RoomLog {
  readonly entries: readonly LogEntry[];
  /** Whether there are older messages than the window's. */
  readonly older: boolean;
  /** Whether there are newer ones: what comes live then is not put into the window. */
  readonly newer: boolean;
  /** The newest message that is known to exist, 0 when there is none. */
  readonly newest: number;
  /** Messages as the latest events of edits and deletions told them, by id. */
  readonly changed: ReadonlyMap<number, Message>;
}

/** A page that was asked for: beyond the window's end, `from` being its message there, or the newest of all. */
export type LoadedPage =
  | { direction: "older" | "newer"; from: number; page: MessagePage }
  | { direction: "newest"; page: MessagePage };

export function messageEntry(message: Message): LogEntry {
  return { kind: "message", message };
}

/** The id of the oldest message in the window, 0 when there is none. */
export function firstMessageId(log: RoomLog): number {
  const first = log.entries.find((entry) => entry.kind === "message");
  return first?.kind === "message" ? first.message.id : 0;
}

/** The id of the newest message in the window, 0 when there is none. */
export function lastMessageId(log: RoomLog): number {
  const last = log.entries.findLast((entry) => entry.kind === "message");
  return last?.kind === "message" ? last.message.id : 0;
}

function messagesOf(log: RoomLog): Message[] {
  return log.entries.flatMap((entry) => entry.kind === "message" ? [entry.message] : []);
}

/** A message of the window, or undefined when it is not in it. */
export function messageIn(log: RoomLog, id: number): Message | undefined {
  return messagesOf(log).find((message) => message.id === id);
}

/** The newest message in the window that somebody wrote and that is not deleted; undefined when there is none. */
export function newestOf(log: RoomLog, user: string): Message | undefined {
  return messagesOf(log).filter((message) => message.user === user && !message.deleted).at(-1);
}

/**
 * Puts a message that was just written where its id belongs; one that is there already changes nothing.
 * @param atEnd whether the reader is at the end: else nothing may go from under the reader's eyes to make room
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
  // It went out of the window with those around it.
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

/** Puts in a page that was asked for; one whose place the window has left meanwhile changes nothing. */
export function withPage(log: RoomLog, loaded: LoadedPage): RoomLog {
  const { messages, more } = loaded.page;
  // The page may be older than an event that overtook it.
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
  // Without a message there is nothing to come, whatever was heard of.
  const newer = messages.length > 0 && (more || last < newest);
  return withoutOldest({ ...log, entries: [...log.entries, ...added], newer, newest });
}

/** A message as it was edited or deleted, in its place. */
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

/** Adds a notice at the end; somebody who comes and goes takes one line, not many. */
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
  // In a long quiet time no message goes to make room for who comes and goes.
  const kept = entries.length < MAX_ENTRIES || oldest < 0
    ? entries
    : entries.filter((_, at) => at !== oldest);
  return withoutOldest({ ...log, entries: [...kept, entry] });
}

/**
 * The end of a log to which so much was added at once that it is drawn anew, for a reader who is there: no more of it
 * than a screen or two, or a flood would stall the page.
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
