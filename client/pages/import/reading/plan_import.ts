import type { ImportedTask } from "../../../../lib/model/imported_task.ts";
import { DEFAULT_LIMITS } from "../../../../lib/model/limits.ts";
import { trimMessage } from "../../../../lib/model/message.ts";
import type { TaskStatus } from "../../../../lib/model/task.ts";
import { isVisible } from "../../../../lib/model/visible_text.ts";
import { type DayOrder, dueDay } from "./due_days.ts";
import { membersByName, namedMembers } from "./named_members.ts";
import type { Table, TableRow } from "./read_table.ts";
import { isSo, statusOf } from "./statuses.ts";

/** The choices with which a table becomes tasks. */
export interface ImportChoices {
  order: DayOrder;
  /** Whether titles and notes that are too long are shortened; else their rows are left out. */
  shorten: boolean;
  /** Whether archived rows are taken too. */
  archived: boolean;
  /** The statuses of lists whose names say nothing, by their names; to do by default. */
  statuses: ReadonlyMap<string, TaskStatus>;
}

/** The reason why a row gives no task. */
export type RowRefusal = "no_title" | "title_too_long" | "notes_too_long";

/** The tasks that a table gives, and what is told of the rest. */
export interface ImportPlan {
  tasks: ImportedTask[];
  refused: { line: number; why: RowRefusal }[];
  /** How many archived rows there are. */
  archived: number;
  /** How many titles and notes are too long. */
  long: number;
  /** The dates that can't be read; their tasks have none. */
  unread: { line: number; cell: string }[];
  /** The names of lists that say nothing of a status, and how many rows have them. */
  lists: Map<string, number>;
  /** The names that are no member's, and how many rows have them. */
  strangers: Map<string, number>;
  /** How many rows have several members, of whom the first is taken. */
  several: number;
}

/** The most bytes of a task as JSON: with its token and tag it has to fit a line of 64 KiB. */
const MOST_BYTES = 60_000;
/** Characters of notes that fit so, whatever they are. */
const FITTING = 12_000;

/** Makes tasks of a table's rows, in their order. @param members usernames */
export function planImport(
  { rows }: Pick<Table, "rows">,
  members: readonly string[],
  choices: ImportChoices,
): ImportPlan {
  const plan: ImportPlan = {
    ...{ tasks: [], refused: [], archived: 0, long: 0, unread: [], several: 0 },
    ...{ lists: new Map(), strangers: new Map() },
  };
  const known = membersByName(members);
  for (const row of rows) {
    if (isSo(row.archived ?? "")) {
      plan.archived++;
      if (!choices.archived) continue;
    }
    const written = writtenOf(row, choices.shorten);
    if ("why" in written) {
      plan.refused.push({ line: row.line, why: written.why });
      if (written.why !== "no_title") plan.long++;
      continue;
    }
    if (written.long) plan.long++;
    const { title, notes } = written;
    const status = statusIn(row, plan, choices);
    const due = dueIn(row, plan, choices);
    const { found, unknown } = namedMembers(row.assignee ?? "", known);
    for (const name of unknown) count(plan.strangers, name);
    if (found.length > 1) plan.several++;
    plan.tasks.push({ title, notes, status, due, assignee: found[0] ?? null });
  }
  return plan;
}

type Written = { title: string; notes: string; long: boolean };

function writtenOf(row: TableRow, shorten: boolean): Written | { why: RowRefusal } {
  const { maxTitle, maxNotes } = DEFAULT_LIMITS;
  const whole = row.title!.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ").trim().toWellFormed();
  if (!isVisible(whole)) return { why: "no_title" };
  const title = cut(whole, maxTitle);
  if (title !== whole && !shorten) return { why: "title_too_long" };
  const own = trimMessage(
    (row.notes ?? "").replace(/\r\n?/g, "\n").replace(/[^\P{Cc}\n\t]/gu, "").toWellFormed(),
  );
  // What is cut from a title isn't lost.
  const all = title === whole ? own : trimMessage(`${whole}\n\n${own}`);
  let notes = cut(all, maxNotes);
  if (bytesOf({ title, notes }) > MOST_BYTES) notes = cut(all, FITTING);
  if (notes !== all && !shorten) return { why: "notes_too_long" };
  return { title, notes, long: title !== whole || notes !== all };
}

function statusIn({ status = "", done = "" }: TableRow, plan: ImportPlan, choices: ImportChoices) {
  if (isSo(done)) return "done";
  const list = status.trim();
  const known = list === "" ? "todo" : statusOf(list);
  if (known !== null) return known;
  count(plan.lists, list);
  return choices.statuses.get(list) ?? "todo";
}

function dueIn({ line, due = "" }: TableRow, plan: ImportPlan, { order }: ImportChoices) {
  const day = dueDay(due, order);
  if (day === undefined) plan.unread.push({ line, cell: due.trim() });
  return day ?? null;
}

function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const letters = [...text];
  return letters.length <= most ? text : `${letters.slice(0, most - 1).join("").trimEnd()}…`;
}

function count(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}

/** The size of a task, or of a part of it, as JSON. */
export function bytesOf(task: Partial<ImportedTask>): number {
  return new TextEncoder().encode(JSON.stringify(task)).length;
}
