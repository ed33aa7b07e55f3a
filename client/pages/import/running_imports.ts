import { createHash } from "node:crypto";
import { ChungError } from "../../../lib/errors.ts";
import { type ImportedTask, MOST_IMPORTED } from "../../../lib/model/imported_task.ts";
import type { PersonSession } from "../../session/person_session.ts";
import type { ImportProgress } from "../../shared/transfer/import_progress.ts";
import { bytesOf } from "./reading/plan_import.ts";
import type { Table } from "./reading/read_table.ts";

/** A file that was chosen to be imported, and how far that is. */
export interface ChosenFile {
  key: string;
  session: PersonSession;
  projectId: number;
  table: Table;
  progress: ImportProgress;
  /** The tasks, once their import has begun: what was chosen holds from then on. */
  tasks: ImportedTask[] | null;
  /** How many of them an earlier import of the file had created. */
  repeated: number;
  /** How many of the requests for them were sent: what one of these finds done isn't an earlier import's. */
  sent: number;
  /** Makes the import another one than earlier ones of the same file. */
  again: string;
  running: Promise<void> | null;
  /** The error that broke it off. */
  failure: unknown;
}

/** Characters of all tables that are kept; the oldest are forgotten first. */
const MOST_KEPT = 24 * 1024 * 1024;
/** Milliseconds after which a table is forgotten at the next choice of a file, whoever's that is. */
const KEPT_MS = 60 * 60 * 1000;
/** The most bytes of the tasks of one request; with its token and tag it fits a line of 64 KiB. */
const MOST_BYTES = 62_000;

const kept = new Map<string, ChosenFile & { size: number; at: number }>();

/** Keeps a table for the person, and returns its key: that of an earlier import of the same file is the same. */
export function keepFile(
  session: PersonSession,
  projectId: number,
  bytes: Uint8Array,
  table: Table,
): string {
  const key = createHash("sha256").update(`${session.user.username} ${projectId} `).update(bytes)
    .digest("hex").slice(0, 40);
  const earlier = kept.get(key);
  // One that runs, or that was broken off, goes on.
  if (earlier?.session === session && earlier.tasks !== null && earlier.progress.state !== "done") {
    return key;
  }
  const size = table.rows.reduce((sum, row) => sum + JSON.stringify(row).length, 0);
  const progress: ImportProgress = { state: "ready", done: 0, total: 0 };
  kept.delete(key);
  kept.set(key, {
    ...{ key, session, projectId, table, progress, size, at: performance.now() },
    ...{ tasks: null, repeated: 0, sent: 0, again: "", running: null, failure: null },
  });
  let all = [...kept.values()].reduce((sum, { size }) => sum + size, 0);
  for (const [oldest, { size, running, at }] of kept) {
    const old = performance.now() - at > KEPT_MS;
    if (running !== null || oldest === key || !old && all <= MOST_KEPT) continue;
    kept.delete(oldest);
    all -= size;
  }
  return key;
}

/** Makes the next import of a file another one than those before, which creates its tasks once more. */
export function importAgain(file: ChosenFile): void {
  if (file.running !== null) return;
  file.again = crypto.randomUUID();
  Object.assign(file, { tasks: null, repeated: 0, sent: 0 });
  file.progress.state = "ready";
}

/** The file that this person chose for a project, if it is still kept. */
export function keptFile(
  session: PersonSession,
  projectId: number,
  key: string,
): ChosenFile | undefined {
  const file = kept.get(key);
  return file?.session === session && file.projectId === projectId ? file : undefined;
}

/**
 * Imports the tasks of a file, or goes on with them after an import that was broken off; what runs already is waited
 * for, and what is done stays so. Each request has a tag of its own, so that none creates its tasks twice.
 * @throws {ChungError} as the server answered
 * @throws {ServerUnreachable}
 */
export async function runImport(file: ChosenFile, tasks: ImportedTask[]): Promise<void> {
  if (file.progress.state === "done") return;
  await (file.running ??= run(file, tasks).finally(() => file.running = null));
}

async function run(file: ChosenFile, given: ImportedTask[]): Promise<void> {
  const { key, session, projectId, again, progress } = file;
  const tasks = file.tasks ??= given;
  Object.assign(progress, { state: "running", done: 0, total: tasks.length });
  file.failure = null;
  const tagOf = (place: number) =>
    createHash("sha256").update(`${key} ${again} ${place}`).digest("hex");
  try {
    for (const [place, batch] of batches(tasks).entries()) {
      const tag = tagOf(place);
      const part = place === 0 ? tasks.length : tagOf(0);
      const anew = place >= file.sent;
      file.sent = Math.max(file.sent, place + 1);
      const duplicate = await session.tasks.import(projectId, part, batch, tag);
      // An earlier import did the first ones. Another that is done already was sent twice over a lost connection.
      if (duplicate && anew && file.repeated === progress.done) file.repeated += batch.length;
      progress.done += batch.length;
    }
    progress.state = "done";
  } catch (error) {
    file.failure = error;
    progress.state = "stopped";
    // Nothing holds yet where the first request was refused.
    if (progress.done === 0 && error instanceof ChungError) file.tasks = null;
    throw error;
  }
}

/** The tasks in the order of their requests, each as long as a line allows. */
function batches(tasks: readonly ImportedTask[]): ImportedTask[][] {
  const all: ImportedTask[][] = [];
  let bytes = Infinity;
  for (const task of tasks) {
    const more = bytesOf(task) + 1;
    if (bytes + more > MOST_BYTES || all.at(-1)!.length === MOST_IMPORTED) {
      all.push([]);
      bytes = 2;
    }
    all.at(-1)!.push(task);
    bytes += more;
  }
  return all;
}
