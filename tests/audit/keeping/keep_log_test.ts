import assert from "node:assert/strict";
import { AuditLog } from "../../../lib/audit/audit_log.ts";
import { verifyLog } from "../../../lib/audit/chain/verify_log.ts";
import { type KeepingOptions, keepLog } from "../../../lib/audit/keeping/keep_log.ts";
import { logPath, openLog } from "../../../lib/audit/reading/log_files.ts";
import { withFolder } from "../../folder.ts";
import { MORNING } from "../reading/log_folder.ts";

const DAY = 24 * 60 * 60 * 1_000;
const DAYS = ["27_10_2024", "28_10_2024", "29_10_2024", "30_10_2024"];

interface KeptLog {
  folder: string;
  log: AuditLog;
  reports: string[];
  /** What was done, in order. */
  done: string[];
  keep(options: Partial<KeepingOptions>): Promise<void>;
}

/** Runs a test with a log of four days up to the 30th. */
async function withLog(test: (world: KeptLog) => Promise<void>): Promise<void> {
  await withFolder(async (folder) => {
    const reports: string[] = [];
    const done: string[] = [];
    const report = (line: string) => void reports.push(line);
    const log = new AuditLog({ directory: folder, report, offsetMinutes: () => 420 });
    for (const [index] of DAYS.entries()) record(log, MORNING - (3 - index) * DAY);
    await log.takeHeads(MORNING);
    await test({
      ...{ folder, log, reports, done },
      keep: (options) =>
        keepLog({
          ...{ directory: folder, keepDays: 0, compressAfter: 0, today: "30_10_2024", report },
          noteRemoval: (day) => Promise.resolve(void done.push(`note ${day}`)),
          alone: (step) => log.alone(step),
          goesOn: () => true,
          ...options,
        }),
    });
    await log.close();
  });
}

function record(log: AuditLog, at: number): void {
  for (const file of ["chat", "event"]) {
    const entry = { file, name: "x", type: file, user: "an", response: "ok", at };
    for (let number = 0; number < 3; number++) log.record({ ...entry, request: `${number}` });
  }
}

async function verified(folder: string): Promise<string[]> {
  const lines: string[] = [];
  for await (const { day, file, entries, findings, notes } of verifyLog(folder, null, null)) {
    const told = [...findings, ...notes].map(({ kind }) => kind);
    lines.push([day, file, entries, ...told].join(" "));
  }
  return lines;
}

const names = (folder: string) => [...Deno.readDirSync(folder)].map(({ name }) => name).sort();

Deno.test("days older than they are to be kept are noted and then removed, never today's", () =>
  withLog(async ({ folder, reports, done, keep }) => {
    await keep({ keepDays: 2 });
    assert.deepEqual(names(folder), DAYS.slice(1));
    assert.deepEqual(done, ["note 2024-10-27"]);
    await keep({ keepDays: 1, today: "31_10_2024" });
    assert.deepEqual(names(folder), ["30_10_2024"]);
    assert.deepEqual(reports, []);
  }));

Deno.test("a day whose removal can't be noted stays, and so does what is not the log's", () =>
  withLog(async ({ folder, reports, keep }) => {
    await Deno.mkdir(`${folder}/27_10_2024_copy`);
    await Deno.writeTextFile(`${folder}/27_10_2024/mine.txt`, "");
    const noteRemoval = () => Promise.reject(new Error("no database"));
    await keep({ keepDays: 2, noteRemoval });
    assert.equal(names(`${folder}/27_10_2024`).length, 5);
    assert.match(reports[0], /27_10_2024 can't be kept as it should: no database/);
    await keep({ keepDays: 2 });
    assert.deepEqual(names(`${folder}/27_10_2024`), ["mine.txt"]);
    assert.match(reports[1], /is left, since there is more in it/);
    assert(names(folder).includes("27_10_2024_copy"));
  }));

Deno.test("compressed days read and verify as before, never today's", () =>
  withLog(async ({ folder, reports, keep }) => {
    const path = logPath(folder, "29_10_2024", "chat");
    const text = await Deno.readTextFile(path);
    const before = await verified(folder);
    await keep({ compressAfter: 1 });
    assert.deepEqual(names(`${folder}/29_10_2024`), [
      ...["chat_log_29_10_2024.log.chain", "chat_log_29_10_2024.log.gz"],
      ...["event_log_29_10_2024.log.chain", "event_log_29_10_2024.log.gz"],
    ]);
    assert(names(`${folder}/30_10_2024`).every((name) => !name.endsWith(".gz")));
    const source = (await openLog(path))!;
    assert.equal(new TextDecoder().decode(await source.read(0, source.size)), text);
    source.close();
    assert.deepEqual(await verified(folder), before);
    assert.deepEqual(reports, []);
  }));

Deno.test("an entry that comes for a compressed day is written behind the others", () =>
  withLog(async ({ folder, log, keep }) => {
    await keep({ compressAfter: 1 });
    record(log, MORNING - DAY);
    await log.takeHeads(MORNING);
    assert((await verified(folder)).includes("29_10_2024 chat 6"));
    await keep({ compressAfter: 1 });
    assert((await verified(folder)).includes("29_10_2024 chat 6"));
    assert(names(`${folder}/29_10_2024`).includes("chat_log_29_10_2024.log.gz"));
  }));

Deno.test("a file whose chain is not ended is not compressed yet", () =>
  withLog(async ({ folder, log, keep }) => {
    record(log, MORNING - DAY);
    await log.flush();
    await keep({ compressAfter: 1 });
    assert(names(`${folder}/29_10_2024`).includes("chat_log_29_10_2024.log"));
    assert(names(`${folder}/28_10_2024`).includes("chat_log_28_10_2024.log.gz"));
  }));

Deno.test("a change of a compressed day is found", () =>
  withLog(async ({ folder, keep }) => {
    await keep({ compressAfter: 1 });
    const path = `${logPath(folder, "29_10_2024", "chat")}.gz`;
    const bytes = await Deno.readFile(path);
    bytes[40] ^= 1;
    await Deno.writeFile(path, bytes);
    assert((await verified(folder)).some((line) => /29_10_2024 chat .*unreadable/.test(line)));
  }));
