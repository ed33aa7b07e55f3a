/**
 * An entry of the audit log, under the names that its fields have in the file (docs/PROTOCOL.md, "Log files"). What is
 * left of an entry that a crash tore has no fields but `id`, `file` and `text`.
 */
export interface LogEntry {
  /** Its place: the file's word and the byte at which the entry begins, `chat.12345`. */
  id: string;
  /** The word that the file is named for: an action, `event`, `invalid` or `connection`. */
  file: string;
  ActionName?: string;
  ActionType?: string;
  User?: string;
  MessageRequest?: string;
  MessageResponse?: string;
  Timestamp?: string;
  /** All of it, as it stands in the file. */
  text: string;
}

/** The fields of an entry, in the order of the file. */
export const ENTRY_FIELDS = [
  "ActionName",
  "ActionType",
  "User",
  "MessageRequest",
  "MessageResponse",
  "Timestamp",
] as const;

/** A day of the audit log and the files that it has. */
export interface LogDay {
  /** `30_10_2024` */
  day: string;
  /** The words that its files are named for, in alphabetical order. */
  actions: string[];
}

/**
 * Entries, newest first. `more`: there are older ones, or ones not looked at yet, which the place `next` continues with.
 */
export interface LogPage {
  entries: LogEntry[];
  more: boolean;
  next?: string;
}
