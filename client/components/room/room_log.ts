import type { Message } from "../../../lib/model/message.ts";

/** Something that happened in the room and is not stored. */
export type Notice =
  | { type: "entered" | "left"; user: string }
  | { type: "members"; added: string[]; removed: string[]; by: string };

export type LogEntry =
  | { kind: "message"; message: Message }
  | { kind: "notice"; key: number; notice: Notice };

/** Entries that a page keeps: a room left open for weeks must not fill the browser's memory. */
export const MAX_ENTRIES = 3_000;

/** The id of the newest message, 0 when there is none. */
export function lastMessageId(log: readonly LogEntry[]): number {
  const last = log.findLast((entry) => entry.kind === "message");
  return last?.kind === "message" ? last.message.id : 0;
}

/** Puts a message where its id belongs; one that is there already changes nothing. */
export function withMessage(log: readonly LogEntry[], message: Message): readonly LogEntry[] {
  const before = log.findLastIndex((entry) =>
    entry.kind === "message" && entry.message.id <= message.id
  );
  const found = log[before];
  if (found?.kind === "message" && found.message.id === message.id) return log;
  const after = log.findIndex((entry, at) => at > before && entry.kind === "message");
  const entry: LogEntry = { kind: "message", message };
  return trimmed(after < 0 ? [...log, entry] : log.toSpliced(after, 0, entry));
}

/** Adds a notice; somebody who comes and goes takes one line, not many. */
export function withNotice(
  log: readonly LogEntry[],
  key: number,
  notice: Notice,
): readonly LogEntry[] {
  const entry: LogEntry = { kind: "notice", key, notice };
  const last = log.at(-1);
  if (
    notice.type !== "members" && last?.kind === "notice" && last.notice.type !== "members" &&
    last.notice.user === notice.user
  ) return [...log.slice(0, -1), entry];
  return trimmed([...log, entry]);
}

function trimmed(log: readonly LogEntry[]): readonly LogEntry[] {
  return log.length > MAX_ENTRIES ? log.slice(log.length - MAX_ENTRIES) : log;
}
