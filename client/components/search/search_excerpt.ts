import type { MarkedPart } from "./search_marks.ts";

/** UTF-16 units of a message that a result shows, and how many of them before the first mark. */
const LONGEST = 320;
const BEFORE = 100;
/** How far back a cut goes to come between two words. */
const SEEK = 40;

/** A long message cut around its first mark, `…` where something is left out. */
export function searchExcerpt(parts: readonly MarkedPart[]): MarkedPart[] {
  const whole = parts.map(({ text }) => text).join("");
  if (whole.length <= LONGEST) return [...parts];
  const hit = parts.findIndex(({ marked }) => marked);
  const at = parts.slice(0, Math.max(hit, 0)).reduce((sum, { text }) => sum + text.length, 0);
  const from = at <= BEFORE ? 0 : cutAt(whole, Math.min(at - BEFORE, whole.length - LONGEST));
  const end = from + LONGEST;
  const to = end + SEEK >= whole.length ? whole.length : cutAt(whole, end);
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

/** A place at or a little before `at` where no character, and if possible no word, is cut in two. */
function cutAt(text: string, at: number): number {
  for (let place = at; place > at - SEEK && place > 0; place--) {
    if (/\s/.test(text[place - 1])) return place;
  }
  while (/[\p{M}\uDC00-\uDFFF]/u.test(text[at]) && at > 0) at--;
  return at;
}
