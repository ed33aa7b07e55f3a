/** A list of less text than this is not worth it, in UTF-16 units. */
const LONG_TEXT = 64 * 1024;
/** UTF-16 units encoded at a time, at least. */
const PIECE = 16 * 1024;
/** Milliseconds of making JSON in a row. */
const SLICE_TIME = 0.5;
/** UTF-16 units of the beginning that are kept as text: more than the log shows. */
const KEPT_TEXT = 32 * 1024;

/** A list's JSON, encoded. */
export interface EncodedList {
  /** UTF-8. */
  pieces: Uint8Array[];
  /** The beginning of the JSON, or all of it. */
  beginning: string;
  /** Characters (Unicode code points) behind the beginning. */
  charactersLeft: number;
}

const encoder = new TextEncoder();
const encoded = new WeakMap<readonly unknown[], EncodedList>();

/** Returns the JSON that `encodeAhead` has made of this very list. */
export function encodedAhead(list: readonly unknown[]): EncodedList | undefined {
  return encoded.get(list);
}

/**
 * Makes the JSON of a long list in slices, for the response that it will be part of: a page of 1 MiB in one go would
 * keep every other connection waiting for two milliseconds. The list must not change afterwards.
 * @param textLength the length of an item's text in UTF-16 units
 * @param pause settles when the next slice may be made; undefined when that is now
 * @param sliceTime milliseconds after which a slice ends
 * @returns whether there was a pause, and something else may have run
 */
export async function encodeAhead<T>(
  list: readonly T[],
  textLength: (item: T) => number,
  pause: () => Promise<void> | undefined,
  sliceTime = SLICE_TIME,
): Promise<boolean> {
  let length = 0;
  for (const item of list) length += textLength(item);
  if (length < LONG_TEXT) return false;
  const result: EncodedList = { pieces: [], beginning: "", charactersLeft: 0 };
  let paused = false;
  let began = performance.now();
  let text = "[";
  for (let index = 0; index < list.length; index++) {
    text += (index === 0 ? "" : ",") + JSON.stringify(list[index]);
    const last = index === list.length - 1;
    if (last) text += "]";
    else if (text.length < PIECE) continue;
    append(result, text);
    text = "";
    if (last || performance.now() - began < sliceTime) continue;
    const turn = pause();
    if (turn !== undefined) {
      paused = true;
      await turn;
    }
    began = performance.now();
  }
  encoded.set(list, result);
  return paused;
}

function append(list: EncodedList, text: string): void {
  list.pieces.push(encoder.encode(text));
  if (list.charactersLeft === 0 && list.beginning.length < KEPT_TEXT) list.beginning += text;
  else list.charactersLeft += charactersOf(text);
}

/** Counts the code points of well-formed JSON: it has no half of a pair alone, which it escapes. */
export function charactersOf(text: string): number {
  return text.length - (text.match(/[\ud800-\udbff]/g)?.length ?? 0);
}
