import { firstMessageId, type LogEntry, type RoomLog } from "./room_log.ts";

/** The part of the state needed to count unread messages. */
interface ReadState {
  log: RoomLog;
  me: string;
  lastRead: number;
  /** As counted by the server and updated by events. */
  unread: number;
}

function isUnread(entry: LogEntry, me: string, lastRead: number): boolean {
  return entry.kind === "message" && entry.message.id > lastRead && entry.message.user !== me &&
    !entry.message.deleted && entry.message.notice === undefined;
}

/** The number of unread messages of others; exact when the window holds all of them. */
export function unreadCount({ log, me, lastRead, unread }: ReadState): number {
  const whole = !log.newer && (!log.older || firstMessageId(log) <= lastRead);
  return whole ? log.entries.filter((entry) => isUnread(entry, me, lastRead)).length : unread;
}

/** The id of the first message of others after `newAfter`; 0 for none, or when the window may begin after it. */
export function firstNew(log: RoomLog, me: string, newAfter: number | null): number {
  if (newAfter === null || (log.older && firstMessageId(log) > newAfter)) return 0;
  const first = log.entries.find((entry) => isUnread(entry, me, newAfter));
  return first?.kind === "message" ? first.message.id : 0;
}
