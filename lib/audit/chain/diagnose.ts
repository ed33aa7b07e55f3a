import type { ByteSource } from "../reading/byte_source.ts";
import { type Piece, piecesForwards } from "../reading/log_pieces.ts";
import { type ChainRecord, SUM_LENGTH, sumOf } from "./chain_record.ts";
import { entryFacts, type Finding } from "./finding.ts";

/** Entries that are compared behind the first difference, to tell whether it was moved, added or removed. */
const LOOK_AHEAD = 20_000;
/** Entries that have to go on as expected for a difference to be taken for a removal, an addition or a change. */
const WINDOW = 200;

/**
 * Names the first entry that differs, where the head of a line is not that of the bytes.
 * @param records the line and those behind it
 * @param place the place in the file at which the line's bytes begin
 * @param entriesBefore the entries up to there
 * @returns the finding; `removed` without anything left behind has no time
 */
export async function diagnose(
  source: ByteSource,
  records: readonly ChainRecord[],
  place: number,
  entriesBefore: number,
): Promise<Finding> {
  const expected = sumsAhead(records);
  const own = records[0].sums.length / SUM_LENGTH;
  const ahead = await piecesAhead(source, place, Math.max(own, LOOK_AHEAD));
  const actual = ahead.map(({ bytes }) => sumOf(bytes));
  let first = 0;
  while (first < own && first < actual.length && actual[first] === expected[first]) first++;
  const at = (index: number) => entriesBefore + index + 1;
  if (first === own) {
    // Each checksum fits, so that they were made to, or the line itself was changed.
    return {
      kind: "chain_changed",
      entry: at(0),
      lastEntry: at(Math.max(0, own - 1)),
      ...entryFacts(ahead[0]),
    };
  }
  const facts = entryFacts(ahead[first]);
  if (first >= actual.length) {
    return { kind: "removed", entry: at(first), lastEntry: at(expected.length - 1) };
  }
  const expectedLater = expected.indexOf(actual[first], first + 1);
  const actualLater = actual.indexOf(expected[first], first + 1);
  const fits = (place: number, expectedPlace: number) =>
    goesOn(
      actual.slice(place, place + WINDOW),
      expected.slice(expectedPlace, expectedPlace + WINDOW),
    );
  const removed: Finding = {
    kind: "removed",
    entry: at(first),
    lastEntry: at(expectedLater - 1),
    ...facts,
  };
  const added: Finding = {
    kind: "added",
    entry: at(first),
    lastEntry: at(actualLater - 1),
    ...facts,
  };
  // Entries may be alike, so that what follows counts.
  if (expectedLater !== -1 && fits(first, expectedLater)) return removed;
  if (actualLater !== -1 && fits(actualLater, first)) return added;
  const swapped = expectedLater !== -1 && actual[expectedLater] === expected[first];
  if (!swapped && fits(first + 1, first + 1)) {
    return { kind: "changed", entry: at(first), ...facts };
  }
  if (expectedLater !== -1 && actualLater !== -1) {
    return { kind: "reordered", entry: at(first), ...facts };
  }
  if (expectedLater !== -1) return removed;
  if (actualLater !== -1) return added;
  return { kind: "changed", entry: at(first), ...facts };
}

function goesOn(actual: readonly string[], expected: readonly string[]): boolean {
  return actual.length === expected.length &&
    actual.every((sum, index) => sum === expected[index]);
}

function sumsAhead(records: readonly ChainRecord[]): string[] {
  const sums: string[] = [];
  for (const { kind, sums: joined } of records) {
    if (kind === "less" || sums.length > LOOK_AHEAD) break;
    for (let at = 0; at < joined.length; at += SUM_LENGTH) {
      sums.push(joined.slice(at, at + SUM_LENGTH));
    }
  }
  return sums;
}

async function piecesAhead(source: ByteSource, place: number, count: number): Promise<Piece[]> {
  const pieces: Piece[] = [];
  for await (const block of piecesForwards(source, place)) {
    for (const { start, bytes } of block) pieces.push({ start, bytes: bytes.slice() });
    if (pieces.length > count) break;
  }
  return pieces;
}
