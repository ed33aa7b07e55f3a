import type { Task } from "../../../lib/model/task.ts";
import type { PersonSession } from "../../session/person_session.ts";
import { csvRow, type Separator } from "../../shared/csv/csv_row.ts";
import { everyTask } from "./every_task.ts";
import type { ExportProgress } from "../../shared/transfer/export_progress.ts";

/**
 * The columns of the table of tasks. Their names are the same in every language, so that formulas, scripts and the
 * import know them whoever exported the file; times are as spreadsheets read them.
 */
const COLUMNS: readonly [string, (task: Task) => string][] = [
  ["ID", ({ id }) => String(id)],
  ["Title", ({ title }) => title],
  ["Status", ({ status }) => status],
  ["Assignee", ({ assignee }) => assignee ?? ""],
  ["Due", ({ due }) => due ?? ""],
  ["Notes", ({ notes }) => notes],
  ["Created by", ({ created_by }) => created_by],
  ["Created (UTC)", ({ created_at }) => plainTime(created_at)],
  ["Updated (UTC)", ({ updated_at }) => plainTime(updated_at)],
];

/** Tells a spreadsheet that the file is UTF-8. */
const BYTE_ORDER_MARK = "\u{feff}";

/** The tasks of a project as CSV for a spreadsheet, in pieces of whole rows. */
export async function* taskTable(
  session: PersonSession,
  projectId: number,
  progress: ExportProgress,
  separator: Separator = ",",
): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csvRow(COLUMNS.map(([name]) => name), separator);
  for await (const tasks of everyTask(session, projectId)) {
    progress.tasks += tasks.length;
    yield tasks.map((task) => csvRow(COLUMNS.map(([, cell]) => cell(task)), separator)).join("");
  }
}

/** `2026-11-23 08:15:30` of an ISO time. */
function plainTime(iso: string): string {
  return iso.slice(0, 19).replace("T", " ");
}
