import assert from "node:assert/strict";
import fc from "fast-check";
import { withFolder } from "../../folder.ts";
import { brief, ChainedLog, entriesIn } from "./chained_log.ts";

/** A change of a list of entries; the kind and the entry by which it is to be named. */
type Tampering = (entries: string[], first: number, second: number) => {
  entries: string[];
  expected: [kind: string, entry: number];
};

const TAMPERINGS: Record<string, Tampering> = {
  change: (entries, first) => ({
    entries: entries.with(first, entries[first].replace("số", "sổ")),
    expected: ["changed", first + 1],
  }),
  "change of a rule line": (entries, first) => ({
    entries: entries.with(first, entries[first].replace("-", "=")),
    expected: ["changed", first + 1],
  }),
  removal: (entries, first) => ({
    entries: entries.toSpliced(first, 1),
    expected: ["removed", first + 1],
  }),
  insertion: (entries, first, second) => ({
    entries: entries.toSpliced(first, 0, entries[second].replace("số", "sổ")),
    expected: ["added", first + 1],
  }),
  "insertion of what is no entry": (entries, first) => ({
    entries: entries.toSpliced(first, 0, "?\n"),
    expected: ["added", first + 1],
  }),
  swap: (entries, first, second) => ({
    entries: entries.with(first, entries[second]).with(second, entries[first]),
    expected: ["reordered", Math.min(first, second) + 1],
  }),
};

for (const [title, tamper] of Object.entries(TAMPERINGS)) {
  // Guard (storage): whatever single entry of the log is changed, removed, added or moved, the first is named
  Deno.test(`the chain names the first entry after any ${title}`, () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 8 }),
        fc.nat(),
        fc.nat(),
        fc.boolean(),
        (batches, one, other, closed) =>
          withFolder(async (folder) => {
            const log = new ChainedLog(folder);
            for (const entries of batches) await log.batch(entries);
            if (closed) await log.close();
            assert.deepEqual((await log.verify()).findings, []);
            const stored = await log.takeHeads();
            const text = await log.read();
            const entries = entriesIn(text);
            const first = one % entries.length;
            const second = other % entries.length;
            if (title === "swap" && first === second) return;
            const changed = tamper(entries, first, second);
            await Deno.writeTextFile(log.path, changed.entries.join(""));
            const { findings } = await log.verify(stored);
            assert.deepEqual(brief(findings), [changed.expected], JSON.stringify(findings));
            await log.close();
          }),
      ),
      { numRuns: 12 },
    ));
}

// Guard (storage): no byte of a log file can be changed without the verification finding it
Deno.test("the chain finds any changed byte", () =>
  withFolder(async (folder) => {
    const log = new ChainedLog(folder);
    for (const entries of [1, 3, 2]) await log.batch(entries);
    await log.close();
    const bytes = await Deno.readFile(log.path);
    for (let at = 0; at < bytes.length; at += 7) {
      const changed = bytes.slice();
      changed[at] ^= 1;
      await Deno.writeFile(log.path, changed);
      assert.equal((await log.verify()).findings.length, 1, `byte ${at}`);
    }
  }));

Deno.test("the chain finds a change of its own lines, and entries whose checksum was made to fit", () =>
  withFolder(async (folder) => {
    const log = new ChainedLog(folder);
    for (const entries of [2, 3]) await log.batch(entries);
    await log.close();
    const path = `${log.path}.chain`;
    const lines = (await Deno.readTextFile(path)).split("\n");
    assert.deepEqual(lines.map((line) => line.split(" ")[0]), [
      ...["start", "batch", "batch", "end", ""],
    ]);
    for (let line = 0; line < 4; line++) {
      for (
        const [from, to] of [[/[0-9a-f]{8}$/, "00000000"], [/ \d+ /, " 7 "], [/^/, "x"]] as const
      ) {
        const changed = lines.with(line, lines[line].replace(from, to));
        await Deno.writeTextFile(path, changed.join("\n"));
        const [finding] = (await log.verify()).findings;
        assert.equal(finding?.kind, "chain_changed", `line ${line}: ${JSON.stringify(finding)}`);
      }
    }
  }));

// Guard (storage): a chain that was cut or made anew doesn't agree with the head in the database
Deno.test("the head in the database shows a chain that was cut or made anew", () =>
  withFolder(async (folder) => {
    const log = new ChainedLog(folder);
    await log.batch(3);
    const text = await log.read();
    const chain = await Deno.readTextFile(`${log.path}.chain`);
    await log.batch(2);
    await log.close();
    const stored = await log.takeHeads();
    assert.deepEqual((await log.verify(stored)).findings, []);
    await Deno.writeTextFile(log.path, text);
    await Deno.writeTextFile(`${log.path}.chain`, chain);
    assert.deepEqual((await log.verify()).findings, []);
    assert.deepEqual(brief((await log.verify(stored)).findings), [["chain_cut", 4]]);

    await Deno.remove(log.path);
    await Deno.remove(`${log.path}.chain`);
    log.killAndStart();
    await log.batch(5);
    await log.close();
    assert.deepEqual((await log.verify()).findings, []);
    assert.deepEqual(brief((await log.verify(stored)).findings), [["chain_cut", undefined]]);
  }));
