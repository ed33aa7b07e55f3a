import { isActivity, type Message } from "../../../lib/model/message.ts";
import { firstMessageId, type RoomLog } from "./room_log.ts";

/** The part of the state needed to count unread messages. */
interface ReadState {
  log: RoomLog;
  me: string;
  lastRead: number;
  /** As counted by the server and updated by events. */
  unread: number;
}

/** Whether a message of another counts as unread when it is new: lines of activity and deleted ones don't. */
export function counts(message: Message, me: string): boolean {
  return message.user !== me && !message.deleted && !isActivity(message);
}

/** The number of unread messages of others; exact when the window holds all of them. */
export function unreadCount({ log, me, lastRead, unread }: ReadState): number {
  const whole = !log.newer && (!log.older || firstMessageId(log) <= lastRead);
  return whole
    ? log.messages.filter((message) => message.id > lastRead && counts(message, me)).length
    : unread;
}

/** The id of the first message of others after `newAfter`; 0 for none, or when the window may begin after it. */
export function firstNew(log: RoomLog, me: string, newAfter: number | null): number {
  if (newAfter === null || (log.older && firstMessageId(log) > newAfter)) return 0;
  return log.messages.find((message) => message.id > newAfter && counts(message, me))?.id ?? 0;
}
