import { join } from "node:path";
import { CHAIN_SUFFIX } from "../chain/chain_record.ts";
import { isOpenChain } from "../chain/last_record.ts";
import { fileExists } from "../../files/file_exists.ts";
import { dayKey, listDays, logPath } from "../reading/log_files.ts";
import { compressFile } from "./compress_file.ts";

const DAY = 24 * 60 * 60 * 1_000;
const NAME = /^[a-z_]+_log_(\d\d_\d\d_\d{4})\.log(?:\.gz|\.chain|\.part|\.gz\.part)?$/;

export interface KeepingOptions {
  directory: string;
  /** Days after which a day is removed, and is compressed; 0 for never. */
  keepDays: number;
  compressAfter: number;
  /** Today's name in the log, which stays as it is. */
  today: string;
  /** Notes in the database that a day, as `2024-10-30`, is removed; only then is it. */
  noteRemoval: (day: string) => Promise<void>;
  /** Runs a step while nothing is written to the log. */
  alone: (step: () => Promise<void>) => Promise<void>;
  /** Reports one line to the operator. */
  report: (line: string) => void;
  /** Whether to go on with the next file. */
  goesOn: () => boolean;
}

/** Removes and compresses old days of the log. Whatever fails is reported, and tried again the next time. */
export async function keepLog(options: KeepingOptions): Promise<void> {
  const { directory, keepDays, compressAfter, today, report, goesOn } = options;
  if (keepDays === 0 && compressAfter === 0) return;
  for (const { day, actions } of await listDays(directory)) {
    if (!goesOn()) return;
    const age = ageOf(day, today);
    try {
      if (keepDays > 0 && age > keepDays) await removeDay(day, options);
      else if (compressAfter > 0 && age >= compressAfter) {
        for (const file of actions) {
          if (goesOn()) await compressOne(logPath(directory, day, file), options);
        }
      }
    } catch (error) {
      report(`audit log: ${day} can't be kept as it should: ${(error as Error).message}`);
    }
  }
}

/** Whole days between two days; below 1 for today and what is to come. */
function ageOf(day: string, today: string): number {
  return Math.round((Date.parse(dayKey(today)!) - Date.parse(dayKey(day)!)) / DAY);
}

async function removeDay(day: string, options: KeepingOptions): Promise<void> {
  const { directory, noteRemoval, alone, report } = options;
  // First, so that a crash in between leaves no day that seems to have vanished.
  await noteRemoval(dayKey(day)!);
  const folder = join(directory, day);
  await alone(async () => {
    for (const { name } of await Array.fromAsync(Deno.readDir(folder))) {
      if (NAME.exec(name)?.[1] === day) await Deno.remove(join(folder, name));
    }
    try {
      await Deno.remove(folder);
    } catch {
      report(`audit log: ${folder} is left, since there is more in it than the log`);
    }
  });
}

async function compressOne(path: string, { alone }: KeepingOptions): Promise<void> {
  if (!fileExists(path)) return;
  // Of a file that is still written the chain has no end yet.
  if (fileExists(path + CHAIN_SUFFIX) && await isOpenChain(path)) return;
  await compressFile(path, alone);
}
