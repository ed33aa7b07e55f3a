/**
 * Matches the first thirty marks on a letter: no language has as many (Unicode, UAX #15, "Stream-Safe Text Format").
 * U+FF9E and U+FF9F become marks in NFKC.
 */
const PILE = /(?<![\p{M}\uff9e\uff9f])[\p{M}\uff9e\uff9f]{30}/gu;
/** Matches further ones, in pieces: the stack of a regular expression has an end. */
const FURTHER = /[\p{M}\uff9e\uff9f]{1,1000}/uy;

/**
 * A text without the marks beyond the thirtieth on each letter, to be normalized: that sorts the marks of a letter, in
 * time that grows with the square of their number.
 */
export function fewerMarks(text: string): string {
  const kept: string[] = [];
  let from = 0;
  for (const { index, 0: pile } of text.matchAll(PILE)) {
    const end = FURTHER.lastIndex = index + pile.length;
    let next = end;
    while (FURTHER.test(text)) next = FURTHER.lastIndex;
    if (next === end) continue;
    kept.push(text.slice(from, end));
    from = next;
  }
  return kept.length === 0 ? text : kept.join("") + text.slice(from);
}
