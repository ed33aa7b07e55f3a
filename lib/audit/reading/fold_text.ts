import { fewerMarks } from "../../model/fewer_marks.ts";

/** Without so many letters beyond the Latin ones in a row, nothing has too many marks; cheaper to find out. */
const MAY_BE_PILE = /[\u0300-\uffff]{30}/;

/** A text without accents and in lower case: `hoa` for `Hóa`. */
export function foldText(text: string): string {
  const plain = MAY_BE_PILE.test(text) ? fewerMarks(text) : text;
  // The lower case of a sigma depends on its place in the word.
  return plain.normalize("NFKD").replace(/\p{M}+/gu, "").toLowerCase().replaceAll("đ", "d")
    .replaceAll("ς", "σ");
}

/** Stands for each letter that is not ASCII even when it is folded. */
export const OTHER = "\x01";
const OTHER_CODE = 1;

const LOWER = Uint8Array.from(
  { length: 128 },
  (_, code) => String.fromCharCode(code).toLowerCase().charCodeAt(0),
);
/** Folded code points beyond ASCII. */
const folds = new Map<number, Uint8Array>();
/** A code point of three bytes becomes up to 18 letters. */
const GROWTH = 6;
let folded = new Uint8Array(0);
const latin1 = new TextDecoder("latin1");

/**
 * Folds UTF-8 as `foldText` folds text, with `OTHER` for each letter beyond ASCII: to look for ASCII in it, many times
 * as fast.
 */
export function foldToAscii(bytes: Uint8Array): string {
  if (folded.length < bytes.length * GROWTH) folded = new Uint8Array(bytes.length * GROWTH);
  const output = folded;
  let length = 0;
  for (let at = 0; at < bytes.length;) {
    const byte = bytes[at];
    if (byte < 128) {
      output[length++] = LOWER[byte];
      at++;
      continue;
    }
    const size = byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
    let code = byte & (0x7f >> size);
    for (let next = 1; next < size; next++) code = code << 6 | (bytes[at + next] & 0x3f);
    for (const letter of folds.get(code) ?? foldOf(code)) output[length++] = letter;
    at += size;
  }
  return latin1.decode(output.subarray(0, length));
}

function foldOf(code: number): Uint8Array {
  // What is no code point comes of a torn entry.
  const text = code > 0x10ffff ? "" : foldText(String.fromCodePoint(code));
  const letters = Uint8Array.from(
    text,
    (letter) => letter < "\x80" ? letter.charCodeAt(0) : OTHER_CODE,
  );
  folds.set(code, letters);
  return letters;
}
