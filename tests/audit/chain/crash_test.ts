import assert from "node:assert/strict";
import { withFolder } from "../../folder.ts";
import { MORNING, written } from "../reading/log_folder.ts";
import { brief, ChainedLog } from "./chained_log.ts";

/** Runs a test with three chained entries, by a server that was killed. */
async function withKilled(test: (log: ChainedLog) => Promise<void>): Promise<void> {
  await withFolder(async (folder) => {
    const log = new ChainedLog(folder);
    await log.batch(3);
    log.killAndStart();
    await test(log);
    await log.close();
    assert.deepEqual(log.reports, []);
  });
}

const append = (path: string, text: string) => Deno.writeTextFile(path, text, { append: true });
const kinds = (notes: readonly { kind: string; entry?: number; entries: number }[]) =>
  notes.map(({ kind, entry, entries }) => [kind, entry, entries]);

const LEFT: [title: string, left: string, entries: number][] = [
  ["entries that no line of the chain names", written("x") + written("y"), 2],
  ["a torn entry", written("x").slice(0, 120), 1],
  ["an entry and a torn one", written("x") + written("y").slice(0, 20), 2],
];

for (const [title, left, entries] of LEFT) {
  Deno.test(`${title}, as a kill leaves them, are no finding, and the chain goes on behind them`, () =>
    withKilled(async (log) => {
      await append(log.path, left);
      const before = await log.verify();
      assert.deepEqual([before.findings, kinds(before.notes)], [[], [["unchained", 4, entries]]]);
      await log.batch(2);
      const after = await log.verify();
      assert.deepEqual([after.findings, kinds(after.notes)], [[], [["crash", 4, entries]]]);
      assert.equal(after.entries, 3 + entries + 2);
      await Deno.writeTextFile(log.path, (await log.read()).replace("số 5", "số 6"));
      assert.deepEqual(brief((await log.verify()).findings), [["changed", 3 + entries + 2]]);
    }));
}

Deno.test("a line of the chain that a kill tore is no finding, and goes", () =>
  withKilled(async (log) => {
    await append(`${log.path}.chain`, "batch 5 12");
    assert.deepEqual((await log.verify()).findings, []);
    await log.batch(1);
    const { findings, entries } = await log.verify();
    assert.deepEqual([findings, entries], [[], 4]);
  }));

Deno.test("entries that a power cut took are told as such, unless the database knew them", () =>
  withFolder(async (folder) => {
    const log = new ChainedLog(folder);
    await log.batch(3);
    const text = await log.read();
    const early = await log.takeHeads();
    await log.batch(2);
    const late = await log.takeHeads();
    await Deno.writeTextFile(log.path, text);
    const unsure = await log.verify(early);
    assert.deepEqual([unsure.findings, kinds(unsure.notes)], [[], [["power_cut", 4, 2]]]);
    assert.deepEqual(brief((await log.verify(late)).findings), [["removed", 4]]);
    log.killAndStart();
    await log.batch(1);
    assert.deepEqual((await log.verify(early)).findings, []);
    assert.deepEqual(brief((await log.verify(late)).findings), [["removed", undefined]]);
    await log.close();
  }));

Deno.test("what a hand adds behind a server that ended is no crash", () =>
  withFolder(async (folder) => {
    const log = new ChainedLog(folder);
    await log.batch(3);
    await log.close();
    await append(log.path, written("x"));
    assert.deepEqual(brief((await log.verify()).findings), [["added", 4]]);
    log.killAndStart();
    await log.batch(2);
    await log.close();
    assert.deepEqual(brief((await log.verify()).findings), [["added", 4]]);
  }));

Deno.test("what a hand adds or takes beside a running server is no crash", () =>
  withFolder(async (folder) => {
    const log = new ChainedLog(folder);
    await log.batch(3);
    await append(log.path, written("x"));
    await log.batch(1);
    assert.deepEqual(brief((await log.verify()).findings), [["added", 4]]);
    await Deno.truncate(log.path, 500);
    await log.batch(1);
    assert.deepEqual(
      brief((await log.verify()).findings),
      [["added", 4], ["removed", undefined]],
    );
    await log.close();
  }));

Deno.test("more than one batch can have behind the chain's end is no crash", () =>
  withKilled(async (log) => {
    await append(log.path, written("x") + written("y", { at: MORNING + 3_600_000 }));
    assert.deepEqual(brief((await log.verify()).findings), [["added", 4]]);
  }));

Deno.test("a file from before there were chains is taken in as it is", () =>
  withFolder(async (folder) => {
    const log = new ChainedLog(folder);
    await log.batch(1);
    await Deno.writeTextFile(log.path, (written("old", { at: 0 }) + written("old")).repeat(50));
    await Deno.remove(`${log.path}.chain`);
    log.killAndStart();
    await log.batch(2);
    const { findings, notes, entries } = await log.verify();
    assert.deepEqual([findings, kinds(notes), entries], [[], [["before_chain", 1, 100]], 102]);
    await log.close();
    await Deno.writeTextFile(log.path, (await log.read()).replace("old", "new"));
    assert.deepEqual(brief((await log.verify()).findings), [["changed", 1]]);
  }));

Deno.test("the chains that a killed server left open are ended by the next one", () =>
  withKilled(async (log) => {
    await append(log.path, written("x"));
    await log.flush();
    const { findings, notes } = await log.verify();
    assert.deepEqual([findings, kinds(notes)], [[], [["crash", 4, 1]]]);
    await append(log.path, written("y"));
    assert.deepEqual(brief((await log.verify()).findings), [["added", 5]]);
  }));

Deno.test("the chain holds through writes that fail and are repeated", () =>
  withFolder(async (folder) => {
    const log = new ChainedLog(folder);
    await log.batch(2);
    await Deno.rename(log.path, `${log.path}.moved`);
    await Deno.mkdir(log.path);
    await log.batch(3);
    await log.batch(1);
    assert.match(log.reports[0], /can't write/);
    await Deno.remove(log.path);
    await Deno.rename(`${log.path}.moved`, log.path);
    await log.batch(1);
    const { findings, notes, entries } = await log.verify();
    assert.deepEqual([findings, notes, entries], [[], [], 7]);
    await log.close();
  }));
