import { plainText } from "../markup/plain_text.ts";
import type { MarkedPart } from "./search_marks.ts";

/** Length of a result's excerpt, and of its part before the first mark, in UTF-16 units. */
const MAX_LENGTH = 320;
const LENGTH_BEFORE_MARK = 100;
/** How far a cut moves back to fall between two words, in UTF-16 units. */
const MAX_CUT_SHIFT = 40;

/** Cuts a long message around its first mark, with `…` where text is omitted. */
export function searchExcerpt(parts: readonly MarkedPart[]): MarkedPart[] {
  const whole = parts.map(({ text }) => text).join("");
  if (whole.length <= MAX_LENGTH) return [...parts];
  const hit = parts.findIndex(({ marked }) => marked);
  const at = parts.slice(0, Math.max(hit, 0)).reduce((sum, { text }) => sum + text.length, 0);
  const from = at <= LENGTH_BEFORE_MARK
    ? 0
    : cutAt(whole, Math.min(at - LENGTH_BEFORE_MARK, whole.length - MAX_LENGTH));
  const end = from + MAX_LENGTH;
  const to = end + MAX_CUT_SHIFT >= whole.length ? whole.length : cutAt(whole, end);
  const shown: MarkedPart[] = [];
  if (from > 0) shown.push({ text: "…", marked: false });
  let begin = 0;
  for (const { text, marked } of parts) {
    const piece = text.slice(Math.max(from - begin, 0), Math.max(to - begin, 0));
    if (piece !== "") shown.push({ text: piece, marked });
    begin += text.length;
  }
  if (to < whole.length) shown.push({ text: "…", marked: false });
  return shown;
}

/** Length of the line before or after a result, which is cut off where it has no room, and of what is read for it. */
const LINE_LENGTH = 160;
const LINE_READ = 1_000;

/** The beginning of a message on one line. */
export function lineExcerpt(message: string): string {
  const text = plainText(message.slice(0, LINE_READ)).replace(/\s+/g, " ").trim();
  return text.length <= LINE_LENGTH ? text : `${text.slice(0, cutAt(text, LINE_LENGTH))}…`;
}

/** The cut position at or shortly before `at`: between words if possible, never within a character. */
function cutAt(text: string, at: number): number {
  for (let place = at; place > at - MAX_CUT_SHIFT && place > 0; place--) {
    if (/\s/.test(text[place - 1])) return place;
  }
  while (/[\p{M}\uDC00-\uDFFF]/u.test(text[at]) && at > 0) at--;
  return at;
}
