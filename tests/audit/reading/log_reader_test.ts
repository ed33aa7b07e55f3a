import assert from "node:assert/strict";
import fc from "fast-check";
import { compress } from "../../../lib/audit/reading/compressed_file.ts";
import { PlainSource } from "../../../lib/audit/reading/byte_source.ts";
import type { LogFilter } from "../../../lib/audit/reading/entry_filter.ts";
import { entryTime } from "../../../lib/audit/reading/parse_entry.ts";
import { LogReader, parsePlaces } from "../../../lib/audit/reading/log_reader.ts";
import { writeAll } from "../../../lib/files/write_all.ts";
import type { LogEntry } from "../../../lib/model/log/log_entry.ts";
import { withFolder } from "../../folder.ts";
import { DAY, MORNING, writeLog, written } from "./log_folder.ts";

const NO_PAUSE = () => undefined;

/** Reads all pages, and checks that each says how the next goes on. */
async function readAll(
  folder: string,
  files: string[],
  { filter = {}, limit = 7 }: { filter?: LogFilter; limit?: number } = {},
): Promise<LogEntry[]> {
  const reader = new LogReader(folder);
  const entries: LogEntry[] = [];
  let before = new Map<string, number>();
  for (;;) {
    const page = await reader.page({ day: DAY, files, filter, limit, before }, NO_PAUSE);
    entries.push(...page.entries);
    assert(page.entries.length <= limit);
    if (!page.more) return entries;
    before = parsePlaces(page.next!)!;
  }
}

const requests = (entries: LogEntry[]) => entries.map(({ MessageRequest }) => MessageRequest);

async function compressFile(path: string): Promise<void> {
  const source = await PlainSource.open(path);
  using file = await Deno.create(`${path}.gz`);
  await compress(source, (bytes) => writeAll(file, bytes));
  source.close();
  await Deno.remove(path);
}

Deno.test("pages give each entry of a file once, newest first, as it is and as it stands", () =>
  withFolder(async (folder) => {
    const texts = Array.from({ length: 40 }, (_, at) => written(`số ${at}`, { at: MORNING + at }));
    await writeLog(folder, "chat", texts.join(""));
    const entries = await readAll(folder, ["chat"]);
    assert.deepEqual(entries.map(({ text }) => text), texts.toReversed());
    const { id, ...last } = entries[0];
    assert.deepEqual(last, {
      file: "chat",
      ActionName: "nhắn tin",
      ActionType: "chat",
      User: "alice",
      MessageRequest: "số 39",
      MessageResponse: "ok chat {}",
      Timestamp: "2024-10-30 08:15:30.162 +07:00",
      text: texts[39],
    });
    assert.equal(entryTime(entries[0]), MORNING + 39);
    const [place] = parsePlaces(id)!.values();
    assert.equal(place, new TextEncoder().encode(texts.slice(0, 39).join("")).length);
  }));

Deno.test("pages of several files, compressed or not, are in the order of time", () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.constantFrom("chat", "event", "reg"), fc.nat({ max: 3 })), {
        maxLength: 60,
      }),
      fc.integer({ min: 1, max: 9 }),
      fc.boolean(),
      (steps, limit, compressed) =>
        withFolder(async (folder) => {
          let at = MORNING;
          const files = new Map([["chat", ""], ["event", ""], ["reg", ""]]);
          steps.forEach(([file, later], index) => {
            at += later;
            files.set(file, files.get(file)! + written(`${index}`, { at }));
          });
          for (const [file, text] of files) {
            const path = await writeLog(folder, file, text);
            if (compressed) await compressFile(path);
          }
          const entries = await readAll(folder, [...files.keys()], { limit });
          assert.equal(entries.length, steps.length);
          const times = entries.map(({ Timestamp }) => Timestamp!);
          assert.deepEqual(times, times.toSorted().reverse());
          for (const file of files.keys()) {
            const own = requests(entries.filter((entry) => entry.file === file)).map(Number);
            assert.deepEqual(own, own.toSorted((left, right) => right - left));
          }
        }),
    ),
    { numRuns: 25 },
  ));

const FOUND: [title: string, filter: LogFilter, expected: string[]][] = [
  ["a text without its accents", { text: "hoa don" }, ["gửi Hóa ĐƠN"]],
  ["a text with them", { text: "hóa đơn" }, ["gửi Hóa ĐƠN"]],
  ["a decomposed text", { text: "hóa" }, ["gửi Hóa ĐƠN"]],
  ["a text of the response", { text: "not_a_member" }, ["b"]],
  ["a user, whatever the case", { user: "BOB" }, ["b"]],
  ["a user and a text", { user: "bob", text: "hoa" }, []],
  ["no name of a field", { text: "MessageRequest" }, []],
  ["a time", { from: MORNING + 1_000, until: MORNING + 2_000 }, ["b"]],
];

for (const [title, filter, expected] of FOUND) {
  Deno.test(`a filter finds ${title}`, () =>
    withFolder(async (folder) => {
      await writeLog(
        folder,
        "chat",
        written("gửi Hóa ĐƠN") +
          written("b", { user: "Bob", response: "err chat not_a_member", at: MORNING + 1_000 }) +
          written("c", { at: MORNING + 2_000 }),
      );
      assert.deepEqual(requests(await readAll(folder, ["chat"], { filter })), expected);
    }));
}

Deno.test("what is left of a torn entry is told as it stands", () =>
  withFolder(async (folder) => {
    const torn = `${written("torn").slice(0, 100)}\n`;
    await writeLog(folder, "chat", written("a") + torn + written("b"));
    const entries = await readAll(folder, ["chat"]);
    assert.deepEqual(requests(entries), ["b", undefined, "a"]);
    assert.equal(entries[1].text, torn);
  }));

Deno.test("a search that looks at much ends early and says where to go on", () =>
  withFolder(async (folder) => {
    const text = written("x".repeat(1_900), { response: "y".repeat(1_900) }).repeat(8_500);
    await writeLog(folder, "chat", written("needle") + text);
    const reader = new LogReader(folder);
    const request = { day: DAY, files: ["chat"], filter: { text: "needle" }, limit: 5 };
    const first = await reader.page({ ...request, before: new Map() }, NO_PAUSE);
    assert.deepEqual([first.entries, first.more], [[], true]);
    assert.deepEqual(requests(await readAll(folder, ["chat"], request)), ["needle"]);
  }));

Deno.test("a file that another program compressed is refused, not misread", () =>
  withFolder(async (folder) => {
    const path = await writeLog(folder, "chat", "");
    await Deno.remove(path);
    const stream = new Blob([written("a").repeat(9)]).stream().pipeThrough(
      new CompressionStream("gzip"),
    );
    await Deno.writeFile(`${path}.gz`, stream);
    await assert.rejects(readAll(folder, ["chat"]), /decompress it with gunzip/);
  }));

Deno.test("gunzip reads what was compressed here", () =>
  withFolder(async (folder) => {
    const text = written("tiếng Việt").repeat(5_000);
    const path = await writeLog(folder, "chat", text);
    await compressFile(path);
    const { stdout } = await new Deno.Command("gzip", { args: ["-dc", `${path}.gz`] }).output();
    assert(new TextDecoder().decode(stdout) === text);
  }));
