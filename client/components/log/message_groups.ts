import { isActivity, type Message } from "../../../lib/model/message.ts";

/** Messages of one person belong together when they are no further apart than this. */
const TOGETHER_MS = 5 * 60 * 1000;

/** The part of a message that decides where it stands. */
type Said = Pick<Message, "user" | "timestamp" | "notice" | "task">;

/** A message and how it stands in the log. */
export interface LogPlace {
  message: Message;
  /** Whether it is the first of its day. */
  startsDay: boolean;
  /** Whether it goes on with what the same person said just before, so that the name isn't told again. */
  follows: boolean;
}

/**
 * Where each message stands. It depends on the message right before alone, so that loading older messages changes
 * nothing but the line at the window's edge.
 */
export function logPlaces(messages: readonly Message[]): LogPlace[] {
  return messages.map((message, at) => {
    const before = messages[at - 1];
    return { message, startsDay: startsDay(before, message), follows: follows(before, message) };
  });
}

/** Whether `said` goes on with what the same person said right before, on the same day. */
export function follows(before: Said | undefined, said: Said): boolean {
  if (before === undefined || before.user !== said.user) return false;
  if (isActivity(before) || isActivity(said)) return false;
  const apart = Date.parse(said.timestamp) - Date.parse(before.timestamp);
  return Math.abs(apart) <= TOGETHER_MS && !startsDay(before, said);
}

function startsDay(before: Said | undefined, { timestamp }: Said): boolean {
  return before === undefined || dayOf(before.timestamp) !== dayOf(timestamp);
}

/** The day in the local time zone. */
function dayOf(iso: string): string {
  return new Date(iso).toDateString();
}
