import assert from "node:assert/strict";
import fc from "fast-check";
import type { ByteSource } from "../../../lib/audit/reading/byte_source.ts";
import {
  isWhole,
  type Piece,
  piecesBackwards,
  piecesForwards,
  piecesIn,
} from "../../../lib/audit/reading/log_pieces.ts";
import { written } from "./log_folder.ts";

function sourceOf(bytes: Uint8Array): ByteSource {
  return {
    size: bytes.length,
    read: (start, end) => Promise.resolve(bytes.slice(start, end)),
    close() {},
  };
}

async function all(blocks: AsyncIterable<Piece[]>): Promise<Piece[]> {
  const pieces: Piece[] = [];
  for await (const block of blocks) pieces.push(...block);
  return pieces;
}

const comparable = (pieces: Piece[]) =>
  pieces.map(({ start, bytes }) => [start, new TextDecoder().decode(bytes)]);

/** Generates what a file may hold: entries, and what a crash leaves of one. */
function logText(): fc.Arbitrary<string> {
  const long = fc.integer({ min: 0, max: 2_000 }).map((length) => "ạ".repeat(length));
  const entry = fc.tuple(fc.string({ unit: "binary" }), long).map(([text, more]) =>
    written(text + more)
  );
  const torn = fc.tuple(entry, fc.double({ min: 0, max: 1, noNaN: true })).map(([text, part]) =>
    `${text.slice(0, Math.floor(text.length * part))}\n`
  );
  return fc.array(fc.oneof({ weight: 5, arbitrary: entry }, { weight: 1, arbitrary: torn }), {
    maxLength: 400,
  }).map((parts) => parts.join(""));
}

Deno.test("a file falls into the same pieces from either end, and none is left out", async () => {
  await fc.assert(
    fc.asyncProperty(logText(), async (text) => {
      const bytes = new TextEncoder().encode(text);
      const expected = comparable(piecesIn(bytes, 0));
      assert.equal(expected.map(([, piece]) => piece).join(""), text);
      assert.deepEqual(comparable(await all(piecesForwards(sourceOf(bytes)))), expected);
      const backwards = comparable(await all(piecesBackwards(sourceOf(bytes))));
      assert.deepEqual(backwards.reverse(), expected);
    }),
    { numRuns: 30 },
  );
});

Deno.test("a piece that a crash left is none of the entries around it", () => {
  const torn = written("torn").slice(0, 150);
  const text = `${written("first")}${torn}\n${written("second")}-----`;
  const pieces = piecesIn(new TextEncoder().encode(text), 0);
  assert.deepEqual(comparable(pieces).map(([, piece]) => piece), [
    written("first"),
    `${torn}\n`,
    written("second"),
    "-----",
  ]);
  assert.deepEqual(pieces.map(isWhole), [true, false, true, false]);
});

Deno.test("reading backwards reads no more of a large file than what is asked for", async () => {
  const bytes = new TextEncoder().encode(written("x").repeat(20_000));
  let read = 0;
  const source = sourceOf(bytes);
  const counting: ByteSource = {
    ...source,
    read: (start, end) => {
      read += end - start;
      return source.read(start, end);
    },
  };
  await piecesBackwards(counting).next();
  assert(read > 0 && read < 100_000, `${read} bytes of ${bytes.length}`);
});
