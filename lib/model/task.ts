import { ChungError } from "../errors.ts";
import type { Limits } from "./limits.ts";
import { isVisible } from "./visible_text.ts";

/** In the order of a board's columns. */
export const TASK_STATUSES = ["todo", "doing", "done"] as const;

export type TaskStatus = typeof TASK_STATUSES[number];

/** A task of a project (docs/PROTOCOL.md, "Objects"). */
export interface Task {
  id: number;
  project_id: number;
  title: string;
  notes: string;
  status: TaskStatus;
  /** Orders the tasks of a status; far apart, so that the others keep theirs when one is moved. */
  position: number;
  /** A username. */
  assignee: string | null;
  /** `YYYY-MM-DD` */
  due: string | null;
  /** The message that it was made of. */
  message_id: number | null;
  /** A username. */
  created_by: string;
  /** ISO 8601 UTC with milliseconds. */
  created_at: string;
  updated_at: string;
}

export type TaskChangeKind =
  | "new"
  | "status"
  | "assign"
  | "due"
  | "title"
  | "notes"
  | "delete"
  | "restore"
  | "import";

/** A change of a task (docs/PROTOCOL.md, "Objects"). */
export interface TaskChange {
  id: number;
  task_id: number;
  change: TaskChangeKind;
  /** Null where there is no value: in a new, a deleted and a restored task, and of notes. */
  from: string | null;
  /** Likewise; how many tasks the import of this one has. */
  to: string | null;
  /** The username of who made it. */
  by: string;
  /** ISO 8601 UTC with milliseconds. */
  at: string;
}

/** The part of a line of activity that tells of a task. */
export interface TaskActivity {
  id: number;
  title: string;
  change: TaskChange;
}

/** A page of tasks in the order of their list. */
export interface TaskPage {
  tasks: Task[];
  /** Whether others follow. */
  more: boolean;
  /** From where the next page goes on, in the words of the server; absent at the end. */
  next?: string;
  /** The number of the newest change that the page reflects; 0 if there is none. */
  last_change: number;
}

/** A page of a task's changes, oldest first. */
export interface TaskChangePage {
  changes: TaskChange[];
  /** Whether older ones exist. */
  more: boolean;
}

export function isTaskStatus(word: string): word is TaskStatus {
  return (TASK_STATUSES as readonly string[]).includes(word);
}

/** Whether a text is a day of the calendar as `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text.startsWith("0000")) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** @throws {ChungError} `invalid_title` */
export function assertTaskTitle(title: string, { maxTitle }: Limits): void {
  const tooLong = title.length > maxTitle && [...title].length > maxTitle;
  // Zl and Zp, U+2028 and U+2029, break lines too.
  if (tooLong || !isVisible(title) || /[\p{Cc}\p{Zl}\p{Zp}]/u.test(title)) {
    throw new ChungError(
      "invalid_title",
      `a task title has 1 to ${maxTitle} characters on one line, not only invisible ones`,
    );
  }
}

/** @throws {ChungError} `message_too_long` */
export function assertTaskNotes(notes: string, { maxNotes }: Limits): void {
  if (notes.length > maxNotes && [...notes].length > maxNotes) {
    throw new ChungError(
      "message_too_long",
      `notes have at most ${maxNotes} characters: write a part of them as messages`,
    );
  }
}

/** The title of a task that is made of a message: its first visible line, as far as it fits, or `…` for want of one. */
export function titleOfMessage(message: string, maxTitle: number): string {
  const lines = message.split(/[\n\r\u2028\u2029]/).map((line) =>
    line.replace(/\p{Cc}+/gu, " ").trim()
  );
  const letters = [...lines.find(isVisible) ?? "…"];
  if (letters.length <= maxTitle) return letters.join("");
  return `${letters.slice(0, maxTitle - 1).join("").trimEnd()}…`;
}
