import { listDays, logPath, openLog } from "../../audit/reading/log_files.ts";
import { piecesForwards } from "../../audit/reading/log_pieces.ts";
import { isMissing } from "../../audit/reading/log_files.ts";
import { DONE, type ExitCode } from "../command.ts";
import { chosenFiles, type LogOptions, readDay } from "./log_options.ts";
import { LogOutput } from "./log_output.ts";

/** Prints how many entries and bytes each file of the log has, and all of them. */
export async function logStats(options: LogOptions): Promise<ExitCode> {
  const only = readDay(options.day);
  const output = new LogOutput(options.json);
  const total = { entries: 0, bytes: 0, stored: 0 };
  for (const { day, actions } of (await listDays(options.log)).reverse()) {
    if (only !== null && day !== only) continue;
    for (const action of chosenFiles(actions, options)) {
      const counts = await countsOf(logPath(options.log, day, action));
      if (options.json) output.line(JSON.stringify({ day, action, ...counts }));
      else output.line(row(day, action, counts));
      total.entries += counts.entries;
      total.bytes += counts.bytes;
      total.stored += counts.stored;
    }
  }
  if (!options.json) output.line(row("", "", total));
  output.flush();
  return DONE;
}

interface Counts {
  entries: number;
  /** Bytes of the log. */
  bytes: number;
  /** Bytes on the disk: fewer if it is compressed. */
  stored: number;
}

async function countsOf(path: string): Promise<Counts> {
  const source = await openLog(path);
  if (source === null) return { entries: 0, bytes: 0, stored: 0 };
  try {
    let entries = 0;
    for await (const pieces of piecesForwards(source)) entries += pieces.length;
    return { entries, bytes: source.size, stored: await sizeOf(path) };
  } finally {
    source.close();
  }
}

async function sizeOf(path: string): Promise<number> {
  try {
    return (await Deno.stat(path)).size;
  } catch (error) {
    if (!isMissing(error)) throw error;
    return (await Deno.stat(`${path}.gz`)).size;
  }
}

function row(day: string, action: string, { entries, bytes, stored }: Counts): string {
  return [
    ...[day.padEnd(10), action.padEnd(16)],
    ...[entries, bytes, stored].map((count) => count.toLocaleString("en").padStart(15)),
  ].join("  ");
}
