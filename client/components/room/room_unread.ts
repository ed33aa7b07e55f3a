import { firstMessageId, type LogEntry, type RoomLog } from "./room_log.ts";

/** Of what is unread, as far as it concerns one reader. */
interface Reading {
  log: RoomLog;
  me: string;
  lastRead: number;
  /** As the server counted, and events since. */
  unread: number;
}

function isUnread(entry: LogEntry, me: string, lastRead: number): boolean {
  return entry.kind === "message" && entry.message.id > lastRead && entry.message.user !== me &&
    !entry.message.deleted;
}

/** How many messages of others are not read: counted where the window holds all of them. */
export function unreadCount({ log, me, lastRead, unread }: Reading): number {
  const whole = !log.newer && (!log.older || firstMessageId(log) <= lastRead);
  return whole ? log.entries.filter((entry) => isUnread(entry, me, lastRead)).length : unread;
}

/**
 * The message before which the new ones begin, those of others after `newAfter`; 0 when there is none, or when the
 * window may begin after it.
 */
export function firstNew(log: RoomLog, me: string, newAfter: number | null): number {
  if (newAfter === null || (log.older && firstMessageId(log) > newAfter)) return 0;
  const first = log.entries.find((entry) => isUnread(entry, me, newAfter));
  return first?.kind === "message" ? first.message.id : 0;
}
