import { ChungError } from "../errors.ts";
import type { Limits } from "./limits.ts";
import {
  assertTaskNotes,
  assertTaskTitle,
  isDay,
  isTaskStatus,
  type Task,
  type TaskStatus,
} from "./task.ts";
import { taskNotes } from "./task_notes.ts";

/** The most tasks that one request imports, as far as they fit its line. */
export const MOST_IMPORTED = 200;

/** The most tasks of an import, in all its requests. */
const MOST_OF_IMPORT = 5_000;

/** The place of a request in its import: the first one, of so many tasks, or one after that with this tag. */
export type ImportPart = { count: number } | { after: string };

/** Reads `COUNT`, or `+TAG`. Null for anything else. */
export function importPart(word: string): ImportPart | null {
  const after = /^\+([A-Za-z0-9._-]{1,64})$/.exec(word)?.[1];
  if (after !== undefined) return { after };
  const count = /^[0-9]{1,4}$/.test(word) ? Number(word) : 0;
  return count > 0 && count <= MOST_OF_IMPORT ? { count } : null;
}

/** A task to be imported. */
export interface ImportedTask extends Pick<Task, "title" | "notes" | "status" | "due"> {
  /** A username in any letter case, or null. */
  assignee: string | null;
}

/** The tasks of a JSON value: a list of objects, of which only the title is needed. Null if it isn't one. */
export function importedTasks(value: unknown): ImportedTask[] | null {
  if (!Array.isArray(value) || value.length === 0 || value.length > MOST_IMPORTED) return null;
  const tasks = value.map(importedTask);
  return tasks.every((task) => task !== null) ? tasks : null;
}

function importedTask(value: unknown): ImportedTask | null {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
  const { title, notes, status, assignee, due } = value as Record<string, unknown>;
  const written = textOr(notes, "");
  const column = textOr(status, "todo").toLowerCase();
  const [person, day] = [textOr(assignee, ""), textOr(due, "")];
  const texts = [title, written, column, person, day];
  if (!texts.every((text) => typeof text === "string" && text.isWellFormed())) return null;
  // Line breaks and TABs are all that notes may have of controls: a line brings no others, but JSON can.
  if (/[^\P{Cc}\n\t]/u.test(written) || !isTaskStatus(column)) return null;
  if (day !== "" && !isDay(day)) return null;
  return {
    title: (title as string).trim(),
    notes: taskNotes(written),
    status: column as TaskStatus,
    assignee: person === "" ? null : person,
    due: day === "" ? null : day,
  };
}

/** A lone surrogate, which makes a value unfit, where it is no text. */
const UNFIT = "\ud800";

function textOr(value: unknown, otherwise: string): string {
  if (value === undefined || value === null) return otherwise;
  return typeof value === "string" ? value : UNFIT;
}

/** @throws {ChungError} `invalid_title`, `message_too_long`: of the first task that has one */
export function assertImportedTasks(tasks: readonly ImportedTask[], limits: Limits): void {
  for (const [at, { title, notes }] of tasks.entries()) {
    try {
      assertTaskTitle(title, limits);
      assertTaskNotes(notes, limits);
    } catch (error) {
      if (!(error instanceof ChungError)) throw error;
      throw new ChungError(error.code, `${error.message}; see task ${at + 1} of the list`);
    }
  }
}
