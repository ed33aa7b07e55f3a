import { join } from "node:path";
import type { LogHead, RemovedLogDay } from "../../model/log/log_head.ts";
import { dayKey, dayName, logPath, openLog } from "../reading/log_files.ts";
import type { Finding, Note } from "./finding.ts";
import { readChain } from "./read_chain.ts";
import { verifyFile } from "./verify_file.ts";

/** The verification's outcome for a file, or for a whole day. */
export interface LogReport {
  /** `30_10_2024` */
  day: string;
  /** Null for the day as a whole. */
  file: string | null;
  /** Whether there is a chain; of a day as a whole, whether its files are there. */
  chained: boolean;
  /** Entries that the chain proves, or that are missed. */
  entries: number;
  /** The end of the chain, SHA-256 in hexadecimal; empty without one. */
  head: string;
  findings: Finding[];
  notes: Note[];
}

/** The database's knowledge of the log. */
export interface KnownLog {
  heads: readonly LogHead[];
  removed: readonly RemovedLogDay[];
}

const NAME = /^([a-z_]+)_log_(\d\d_\d\d_\d{4})\.log(?:\.gz|\.chain)?$/;

/**
 * Compares every file of the log with its chain, and the chains and days with what the database knows, the oldest day
 * first. Works beside a running server.
 * @param known null if the database is not asked
 * @param only the one day to look at, as `30_10_2024`; null for all
 */
export async function* verifyLog(
  directory: string,
  known: KnownLog | null,
  only: string | null,
): AsyncGenerator<LogReport, void> {
  const keys = new Set<string>();
  for await (const { name, isDirectory } of Deno.readDir(directory)) {
    const key = dayKey(name);
    if (isDirectory && key !== null) keys.add(key);
  }
  for (const { day } of [...known?.heads ?? [], ...known?.removed ?? []]) keys.add(day);
  for (const key of [...keys].sort()) {
    if (only === null || dayName(key) === only) yield* verifyDay(directory, key, known);
  }
}

async function* verifyDay(
  directory: string,
  key: string,
  known: KnownLog | null,
): AsyncGenerator<LogReport, void> {
  const day = dayName(key);
  const heads = new Map(
    (known?.heads ?? []).filter((head) => head.day === key).map((head) => [head.file, head]),
  );
  const files = await filesWithChains(directory, day);
  const whole = { day, file: null, chained: false, head: "" };
  if (files === null) {
    const removed = known?.removed.find((other) => other.day === key);
    const entries = removed?.entries ?? sum([...heads.values()].map((head) => head.entries));
    yield removed === undefined
      ? { ...whole, entries, findings: [{ kind: "day_missing" }], notes: [] }
      : { ...whole, entries, findings: [], notes: [{ kind: "removed_by_age", entries }] };
    return;
  }
  for (const file of [...new Set([...files, ...heads.keys()])].sort()) {
    yield await verifyOne(directory, day, file, heads.get(file) ?? null);
  }
}

async function verifyOne(
  directory: string,
  day: string,
  file: string,
  stored: LogHead | null,
): Promise<LogReport> {
  const report: LogReport = {
    ...{ day, file, chained: false, entries: stored?.entries ?? 0, head: "" },
    ...{ findings: [], notes: [] },
  };
  const path = logPath(directory, day, file);
  try {
    // Before the chain, which so knows of all that the file has, but for what is being written.
    const source = await openLog(path);
    if (source === null) {
      report.findings.push({ kind: "file_missing" });
      return report;
    }
    try {
      const chain = await readChain(path);
      if (chain === null) {
        if (stored === null) report.entries = 0;
        else report.findings.push({ kind: "chain_missing" });
        return report;
      }
      return {
        ...{ day, file, chained: true },
        ...await verifyFile({ source, chain, stored, file, day }),
      };
    } finally {
      source.close();
    }
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    report.findings.push({ kind: "unreadable", detail });
    return report;
  }
}

/** The words of the files of a day, and of chains whose files are gone; null if there is no such folder. */
async function filesWithChains(directory: string, day: string): Promise<string[] | null> {
  const words = new Set<string>();
  try {
    for await (const { name } of Deno.readDir(join(directory, day))) {
      const match = NAME.exec(name);
      if (match !== null && match[2] === day) words.add(match[1]);
    }
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return null;
    throw error;
  }
  return [...words];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
