import { isActivity, type Message } from "../../../lib/model/message.ts";

/** The maximum number of messages a page keeps, however long the room is and the page stays open. */
export const MAX_MESSAGES = 400;

/** The number kept after a flood of messages: as many as a newly opened page has. */
const FLOOD_MESSAGES = 100;

/** The number of recent edits and deletions remembered, to be applied to pages that were requested before them. */
const MAX_CHANGED = 500;

/** A contiguous window of a room's log. */
export interface RoomLog {
  readonly messages: readonly Message[];
  /** Whether older messages exist before the window. */
  readonly older: boolean;
  /** Whether newer messages exist after the window; live messages are then not added to it. */
  readonly newer: boolean;
  /** The id of the newest known message, 0 for none. */
  readonly newest: number;
  /** The latest state of edited and deleted messages, by id. */
  readonly changed: ReadonlyMap<number, Message>;
}

/** The id of the oldest message in the window, 0 for none. */
export function firstMessageId({ messages }: RoomLog): number {
  return messages.at(0)?.id ?? 0;
}

/** The id of the newest message in the window, 0 for none. */
export function lastMessageId({ messages }: RoomLog): number {
  return messages.at(-1)?.id ?? 0;
}

/** The message with this id if the window holds it. */
export function messageIn({ messages }: RoomLog, id: number): Message | undefined {
  return messages.find((message) => message.id === id);
}

/** The newest message in the window that `user` wrote and that is not deleted. */
export function newestOf({ messages }: RoomLog, user: string): Message | undefined {
  return messages.findLast((message) =>
    message.user === user && !message.deleted && !isActivity(message)
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
  const { messages } = log;
  if (message.id > last) {
    if (log.newer) return { ...log, newest };
    if (!atEnd && messages.length >= MAX_MESSAGES) return { ...log, newest, newer: true };
    return withoutOldest({ ...log, newest, messages: [...messages, message] });
  }
  // It has left the window together with its neighbours.
  if (message.id < firstMessageId(log) && log.older) return log;
  const after = messages.findIndex(({ id }) => id >= message.id);
  if (messages[after].id === message.id) return log;
  return withoutOldest({
    ...log,
    messages: [
      ...messages.slice(0, after),
      log.changed.get(message.id) ?? message,
      ...messages.slice(after),
    ],
  });
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
  const messages = log.messages.map((known) => known.id === message.id ? message : known);
  return { ...log, messages, changed };
}

/**
 * Trims the log after so many additions at once that it is rendered anew: a reader at the end needs a screen or two,
 * and more would stall the page.
 */
export function afterFlood(log: RoomLog, added: number): RoomLog {
  return added > FLOOD_MESSAGES && !log.newer ? withoutOldest(log, FLOOD_MESSAGES) : log;
}

/** Trims the log's beginning. */
export function withoutOldest(log: RoomLog, most = MAX_MESSAGES): RoomLog {
  const surplus = log.messages.length - most;
  if (surplus <= 0) return log;
  return { ...log, messages: log.messages.slice(surplus), older: true };
}
