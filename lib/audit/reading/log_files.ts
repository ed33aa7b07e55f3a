import { join } from "node:path";
import type { LogDay } from "../../model/log/log_entry.ts";
import { type ByteSource, PlainSource } from "./byte_source.ts";
import { CompressedSource } from "./compressed_file.ts";

const DAY = /^(\d\d)_(\d\d)_(\d{4})$/;
const FILE = /^([a-z_]+)_log_(\d\d_\d\d_\d{4})\.log(?:\.gz)?$/;

/** Whether a folder's name is a day's: `30_10_2024`. */
export function isDayName(name: string): boolean {
  return dayKey(name) !== null;
}

/** A day as `2024-10-30`, which sorts by time; null for a name that is no day's. */
export function dayKey(name: string): string | null {
  const match = DAY.exec(name);
  if (match === null) return null;
  const [, date, month, year] = match;
  const key = `${year}-${month}-${date}`;
  const time = new Date(`${key}T00:00:00Z`);
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(key) ? key : null;
}

/** The reverse of `dayKey`. */
export function dayName(key: string): string {
  const [year, month, date] = key.split("-");
  return `${date}_${month}_${year}`;
}

/** The path of a file of the log. @param file the word that it is named for */
export function logPath(directory: string, day: string, file: string): string {
  return join(directory, day, `${file}_log_${day}.log`);
}

/** The words of the files in a day's folder, in alphabetical order; null if there is no such folder. */
export async function filesOfDay(directory: string, day: string): Promise<string[] | null> {
  const words = new Set<string>();
  try {
    for await (const { name, isDirectory } of Deno.readDir(join(directory, day))) {
      const match = FILE.exec(name);
      if (!isDirectory && match !== null && match[2] === day) words.add(match[1]);
    }
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
  return [...words].sort();
}

/** The days of the log and their files, the newest day first. Days without a file are left out. */
export async function listDays(directory: string): Promise<LogDay[]> {
  const days: string[] = [];
  try {
    for await (const { name, isDirectory } of Deno.readDir(directory)) {
      if (isDirectory && isDayName(name)) days.push(name);
    }
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
  days.sort((left, right) => dayKey(left)! < dayKey(right)! ? 1 : -1);
  const listed: LogDay[] = [];
  for (const day of days) {
    const actions = await filesOfDay(directory, day) ?? [];
    if (actions.length > 0) listed.push({ day, actions });
  }
  return listed;
}

/** Opens a file of the log, compressed or not; null if there is neither. */
export async function openLog(path: string): Promise<ByteSource | null> {
  try {
    return await PlainSource.open(path);
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
  try {
    return await CompressedSource.open(`${path}.gz`);
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

export function isMissing(error: unknown): boolean {
  return error instanceof Deno.errors.NotFound || error instanceof Deno.errors.NotADirectory;
}
