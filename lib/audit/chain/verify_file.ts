import type { ByteSource } from "../reading/byte_source.ts";
import { type Piece, piecesForwards } from "../reading/log_pieces.ts";
import { entryTime, parseEntry } from "../reading/parse_entry.ts";
import { type ChainRecord, firstHead, HeadHash } from "./chain_record.ts";
import { diagnose } from "./diagnose.ts";
import { entryFacts, type Finding, type Note } from "./finding.ts";
import type { Chain } from "./read_chain.ts";

/** A chain's end as the database has it. */
export interface StoredHead {
  entries: number;
  head: string;
}

export interface FileReport {
  /** Entries that the chain proves. */
  entries: number;
  /** The chain's end. */
  head: string;
  findings: Finding[];
  notes: Note[];
}

/** Milliseconds that the entries of one batch may be apart, a disk that stops for a while included. */
const BATCH_TIME = 60_000;
const READ = 1024 * 1024;

/** Compares a log file with its chain, and the chain with the head that the database has. */
export async function verifyFile(
  { source, chain, stored, file, day }: {
    source: ByteSource;
    chain: Chain;
    /** Null if the database has none, or is not asked. */
    stored: StoredHead | null;
    file: string;
    day: string;
  },
): Promise<FileReport> {
  const { records, unreadable } = chain;
  const report: FileReport = {
    entries: 0,
    head: firstHead(file, day),
    findings: [],
    notes: [],
  };
  const { findings, notes } = report;
  const cutBy = shortestAfter(records);
  let place = 0;
  let storedSeen = stored === null || stored.head === report.head;
  let storedPlace = 0;
  for (const [index, record] of records.entries()) {
    const first = report.entries + 1;
    const count = record.entries - report.entries;
    const lost = record.end > cutBy[index];
    if (!lost && !await proves(source, report.head, place, record)) {
      const finding = await diagnose(source, records.slice(index), place, report.entries);
      // Written, but maybe not on the disk yet when the power went: only what the database knows was.
      const unsure = finding.kind === "removed" && finding.time === undefined && storedSeen &&
        records.slice(index).every(({ kind }) => kind === "batch");
      if (unsure) {
        notes.push({
          kind: "power_cut",
          entry: finding.entry,
          entries: records.at(-1)!.entries - finding.entry! + 1,
        });
      } else findings.push(finding);
      return report;
    }
    const afterFault = records[index - 1]?.kind === "start" && records[index - 2]?.kind !== "end";
    // After a cut the server ends the torn line, in a byte of its own.
    const endsLine = records[index - 1]?.kind === "less" && record.end === place + 1;
    if (record.kind === "more" && !endsLine) {
      const { time, facts } = lost
        ? { time: 0, facts: {} }
        : await spanOf(source, place, record.end);
      if (index === 1 && afterFault) {
        notes.push({ kind: "before_chain", entry: first, entries: count });
      } else if (afterFault && time <= BATCH_TIME) {
        notes.push({ kind: "crash", entry: first, entries: count, ...facts });
      } else findings.push({ kind: "added", entry: first, lastEntry: record.entries, ...facts });
    } else if (record.kind === "less") {
      // Whatever the database knew of was on the disk.
      if (afterFault && storedPlace <= record.end) notes.push({ kind: "power_cut", entries: 0 });
      else {
        findings.push({ kind: "removed", detail: `${place - record.end} bytes at the file's end` });
      }
    }
    place = record.end;
    report.entries = record.entries;
    report.head = record.head;
    if (record.head === stored?.head) {
      storedSeen = true;
      storedPlace = place;
    }
  }
  if (unreadable !== null) {
    findings.push({ kind: "chain_changed", detail: `line ${unreadable} is not readable` });
    return report;
  }
  if (!storedSeen) {
    findings.push({
      kind: "chain_cut",
      ...(stored!.entries > report.entries
        ? { entry: report.entries + 1, lastEntry: stored!.entries }
        : {}),
    });
    return report;
  }
  await addRest(report, source, place, records.at(-1)?.kind ?? null);
  return report;
}

/** Tells what stands behind the end of the chain. */
async function addRest(
  { entries, findings, notes }: FileReport,
  source: ByteSource,
  place: number,
  lastKind: ChainRecord["kind"] | null,
): Promise<void> {
  if (source.size <= place) return;
  const { count, time, facts } = await spanOf(source, place, source.size);
  if (lastKind === "end" || time > BATCH_TIME) {
    findings.push({ kind: "added", entry: entries + 1, lastEntry: entries + count, ...facts });
  } else notes.push({ kind: "unchained", entry: entries + 1, entries: count, time: facts.time });
}

/** Whether the head of a record is that of the file's bytes. */
async function proves(
  source: ByteSource,
  before: string,
  place: number,
  record: ChainRecord,
): Promise<boolean> {
  const hash = new HeadHash(before, record);
  if (record.kind === "batch" || record.kind === "more") {
    for (let from = place; from < record.end;) {
      const bytes = await source.read(from, Math.min(from + READ, record.end));
      if (bytes.length === 0) return false;
      hash.update(bytes);
      from += bytes.length;
    }
  }
  return hash.digest() === record.head;
}

/** For each record the shortest length that a later one found the file to have: what lay behind it is gone. */
function shortestAfter(records: readonly ChainRecord[]): number[] {
  const shortest: number[] = new Array(records.length);
  let least = Infinity;
  for (let index = records.length - 1; index >= 0; index--) {
    shortest[index] = least;
    if (records[index].kind === "less") least = Math.min(least, records[index].end);
  }
  return shortest;
}

/** The entries between two places: how many, how many milliseconds they are apart, and facts about the first. */
async function spanOf(
  source: ByteSource,
  from: number,
  to: number,
): Promise<{ count: number; time: number; facts: ReturnType<typeof entryFacts> }> {
  let count = 0;
  let first: Piece | undefined;
  let [least, most] = [Infinity, -Infinity];
  for await (const pieces of piecesForwards(source, from, to)) {
    count += pieces.length;
    for (const piece of pieces) {
      const at = entryTime(parseEntry("", piece));
      if (at === null) continue;
      first ??= { start: piece.start, bytes: piece.bytes.slice() };
      least = Math.min(least, at);
      most = Math.max(most, at);
    }
  }
  return { count, time: Math.max(0, most - least), facts: entryFacts(first) };
}
