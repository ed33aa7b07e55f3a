// The audit log: the cost of its chain for each entry, and pages of a day of a million entries against a small one's.
//   deno run -A tests/bench/log_bench.ts
import { EntryBuffer } from "../../lib/audit/entry_buffer.ts";
import { type AuditEntry, formatEntry } from "../../lib/audit/audit_entry.ts";
import { AuditLog } from "../../lib/audit/audit_log.ts";
import { verifyLog } from "../../lib/audit/chain/verify_log.ts";
import { compressFile } from "../../lib/audit/keeping/compress_file.ts";
import { LocalTime } from "../../lib/audit/local_time.ts";
import { logPath } from "../../lib/audit/reading/log_files.ts";
import { LogReader, parsePlaces } from "../../lib/audit/reading/log_reader.ts";
import { writeAll } from "../../lib/files/write_all.ts";
import { median } from "./report/median.ts";
import { printSection } from "./report/print_section.ts";
import { count, microseconds, milliseconds } from "./report/quantities.ts";
import type { Figure, Section } from "./report/report.ts";

const START = Date.UTC(2024, 9, 30, 1);
const DAY = "30_10_2024";
/** Entries of a flush interval at 8,000 a second. */
const BATCH = 1_600;
const BATCHES = 60;
const SMALL = 10_000;
const LARGE = 1_000_000;
const time = new LocalTime(() => 420);

function entryOf(number: number): AuditEntry {
  return {
    ...{ file: "chat", name: "trò chuyện", type: "chat", user: `user${number % 37}` },
    request: `@t${number} chat *** 1 một tin nhắn dài vừa phải, số ${number}`,
    response: `ok chat {"message":{"id":${number},"project_id":1,"user":"user${number % 37}",` +
      `"message":"một tin nhắn dài vừa phải, số ${number}","timestamp":"2024-10-30T01:00:00.000Z"}}`,
    at: START + Math.floor(number / 50),
  };
}

async function inFolder<T>(measure: (folder: string) => Promise<T>): Promise<T> {
  const folder = await Deno.makeTempDir({ prefix: "chung-bench-" });
  try {
    return await measure(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/** Microseconds for an entry of a log as the server writes it. */
function measureChained(): Promise<number> {
  return inFolder(async (directory) => {
    const log = new AuditLog({ directory, report: () => {}, flushEvery: 60_000 });
    const begin = performance.now();
    for (let batch = 0; batch < BATCHES; batch++) {
      for (let place = 0; place < BATCH; place++) log.record(entryOf(batch * BATCH + place));
      await log.flush();
    }
    const took = performance.now() - begin;
    await log.close();
    return took * 1_000 / (BATCH * BATCHES);
  });
}

/** The same without a chain. */
function measurePlain(): Promise<number> {
  return inFolder(async (directory) => {
    const path = `${directory}/chat.log`;
    const begin = performance.now();
    for (let batch = 0; batch < BATCHES; batch++) {
      const buffer = new EntryBuffer();
      for (let place = 0; place < BATCH; place++) {
        const entry = entryOf(batch * BATCH + place);
        buffer.append(entry, time.timestamp(entry.at));
      }
      using file = await Deno.open(path, { append: true, create: true });
      await writeAll(file, buffer.chunk.bytes);
    }
    return (performance.now() - begin) * 1_000 / (BATCH * BATCHES);
  });
}

async function writeDay(directory: string, entries: number): Promise<void> {
  const path = logPath(directory, DAY, "chat");
  await Deno.mkdir(`${directory}/${DAY}`, { recursive: true });
  using file = await Deno.create(path);
  for (let number = 0; number < entries;) {
    let text = "";
    for (let place = 0; place < 5_000 && number < entries; place++, number++) {
      const entry = entryOf(number);
      text += formatEntry(entry, time.timestamp(entry.at));
    }
    await writeAll(file, new TextEncoder().encode(text));
  }
}

/** Milliseconds for a page of 100 entries. */
async function measurePage(directory: string, before: string | null): Promise<number> {
  const reader = new LogReader(directory);
  const request = { day: DAY, files: ["chat"], filter: {}, limit: 100 };
  const places = before === null ? new Map<string, number>() : parsePlaces(before)!;
  const times: number[] = [];
  for (let run = 0; run < 20; run++) {
    const begin = performance.now();
    await reader.page({ ...request, before: places }, () => undefined);
    times.push(performance.now() - begin);
  }
  return median(times);
}

/** Milliseconds for reading all pages of the entries with a text that none has. */
async function measureSearch(directory: string): Promise<number> {
  const reader = new LogReader(directory);
  const begin = performance.now();
  let before: Map<string, number> = new Map();
  for (;;) {
    const filter = { text: "không có" };
    const page = await reader.page(
      { day: DAY, files: ["chat"], filter, limit: 100, before },
      () => undefined,
    );
    if (page.next === undefined) return performance.now() - begin;
    before = parsePlaces(page.next)!;
  }
}

export async function benchLog(): Promise<Section> {
  const plain: number[] = [];
  const chained: number[] = [];
  for (let run = 0; run < 5; run++) {
    plain.push(await measurePlain());
    chained.push(await measureChained());
  }
  const without = "an entry without a chain";
  const figures: Figure[] = [
    { name: without, value: microseconds(median(plain)), ratio: 1, against: without },
    {
      name: "an entry with it",
      value: microseconds(median(chained)),
      ratio: median(chained) / median(plain),
      against: without,
    },
  ];
  const small = await inFolder(async (directory) => {
    await writeDay(directory, SMALL);
    return await measurePage(directory, null);
  });
  const against = `a page of ${count(SMALL)} entries`;
  figures.push({ name: against, value: milliseconds(small), ratio: 1, against });
  await inFolder(async (directory) => {
    await writeDay(directory, LARGE);
    const add = (name: string, value: number) =>
      figures.push({ name, value: milliseconds(value), ratio: value / small, against });
    const path = logPath(directory, DAY, "chat");
    const { size } = await Deno.stat(path);
    const middle = `chat.${Math.floor(size / 2)}`;
    add(`of ${count(LARGE)}: the newest page`, await measurePage(directory, null));
    add(`of ${count(LARGE)}: a page in the middle`, await measurePage(directory, middle));
    add(`of ${count(LARGE)}: all looked through for a text`, await measureSearch(directory));
    await compressFile(path, (step) => step());
    add("the same compressed: the newest page", await measurePage(directory, null));
    add("the same compressed: a page in the middle", await measurePage(directory, middle));
  });
  await inFolder(async (directory) => {
    const log = new AuditLog({
      directory,
      report: () => {},
      flushEvery: 60_000,
      offsetMinutes: () => 420,
    });
    for (let number = 0; number < LARGE; number++) {
      log.record(entryOf(number));
      if (number % BATCH === 0) await log.flush();
    }
    await log.close();
    const begin = performance.now();
    for await (const { findings } of verifyLog(directory, null, null)) {
      if (findings.length > 0) throw new Error(JSON.stringify(findings));
    }
    const took = performance.now() - begin;
    const name = `of ${count(LARGE)}: all verified by the chain`;
    figures.push({ name, value: milliseconds(took), ratio: took / small, against });
  });
  return {
    title: "Audit log",
    command: "deno run -A tests/bench/log_bench.ts",
    figures,
    notes: [
      `The time of an entry, made and written with ${
        count(BATCH)
      } others as at 8,000 a second; pages have 100 ` +
      "entries, newest first, without the connection around them.",
    ],
  };
}

if (import.meta.main) printSection(await benchLog());
