import {
  type ImportedTask,
  importedTasks,
  type ImportPart,
  importPart,
} from "../model/imported_task.ts";
import { isDay, isTaskStatus, type TaskStatus } from "../model/task.ts";
import type { UserRole } from "../model/user.ts";
import { splitNames } from "../protocol/name_list.ts";
import { type Arguments, unescapeText } from "../protocol/request.ts";

/** The decoder of one argument of a request. */
export interface Field<T> {
  /** Whether the audit log masks it as `***`. */
  readonly secret: boolean;
  /** Whether it takes the rest of the line; only the last field may. */
  readonly rest: boolean;
  /** Whether it is the name of somebody who is not logged in yet. */
  readonly account: boolean;
  /** @returns undefined when the argument is missing or malformed */
  decode(args: Arguments): T | undefined;
}

function field<T>(
  decode: (args: Arguments) => T | undefined,
  { secret = false, rest = false, account = false } = {},
): Field<T> {
  return { secret, rest, account, decode };
}

function integer(word: string): number | undefined {
  const value = /^[0-9]+$/.test(word) ? Number(word) : NaN;
  return Number.isSafeInteger(value) ? value : undefined;
}

/** One word. */
export const word: Field<string> = field((args) => args.word() ?? undefined);

/** The name of the account that a request logs in to or creates: one word. */
export const accountName: Field<string> = field((args) => args.word() ?? undefined, {
  account: true,
});

/** A token: one word. */
export const token: Field<string> = field((args) => args.word() ?? undefined, { secret: true });

/** An id or a count: decimal digits. */
export const number: Field<number> = field((args) => integer(args.word() ?? ""));

/** An optional number: null when it is left out, or given as `-` because another argument follows. */
export const optionalNumber: Field<number | null> = field((args) => {
  const next = args.word();
  return next === null || next === "-" ? null : integer(next);
});

/** One word: null when it is left out. */
export const optionalWord: Field<string | null> = field((args) => args.word());

/** One word; null when it is `-`. */
export const wordOrNone: Field<string | null> = field((args) => orNone(args.word(), (it) => it));

/** A day as `YYYY-MM-DD`; null when it is `-`. */
export const dayOrNone: Field<string | null> = field((args) =>
  orNone(args.word(), (it) => isDay(it) ? it : undefined)
);

/** A role of users, in any letter case. */
export const userRole: Field<UserRole> = field((args) => {
  const lower = args.word()?.toLowerCase();
  return lower === "user" || lower === "admin" ? lower : undefined;
});

/** A status of tasks, in any letter case. */
export const taskStatus: Field<TaskStatus> = field((args) => status(args.word() ?? ""));

/** A status of tasks: null when it is left out, or given as `-` because another argument follows. */
export const optionalTaskStatus: Field<TaskStatus | null> = field((args) =>
  orNone(args.word() ?? "-", status)
);

function status(word: string): TaskStatus | undefined {
  const lower = word.toLowerCase();
  return isTaskStatus(lower) ? lower : undefined;
}

function orNone<T>(
  word: string | null,
  decode: (word: string) => T | undefined,
): T | null | undefined {
  if (word === null) return undefined;
  return word === "-" ? null : decode(word);
}

/** The place of a request in an import: `COUNT`, or `+TAG`. */
export const part: Field<ImportPart> = field((args) => importPart(args.word() ?? "") ?? undefined);

/** Tasks as JSON, on the rest of the line: JSON has escapes of its own. */
export const taskList: Field<ImportedTask[]> = field((args) => {
  try {
    return importedTasks(JSON.parse(args.remainder())) ?? undefined;
  } catch {
    return undefined;
  }
}, { rest: true });

/** A password: the rest of the line, with no escapes. */
export const password: Field<string> = field((args) => args.remainder() || undefined, {
  secret: true,
  rest: true,
});

/** The rest of the line, trimmed and unescaped. It may be empty; the action decides whether that is valid. */
export const text: Field<string> = field(
  (args) => unescapeText(args.remainder().trim()),
  { rest: true },
);

/** A list `[name, name]` of at least one name, separated by `,` `;` or whitespace. The brackets are optional. */
export const names: Field<string[]> = field((args) => {
  const found = splitNames(args.remainder());
  return found.length > 0 ? found : undefined;
}, { rest: true });
