/** The most letters of a query that are compared: more than anybody types to find a name. */
const LONGEST_QUERY = 100;

/** Brings a text to the form in which it is compared: without accents, case and invisible characters, `đ` as `d`. */
export function fold(text: string): string {
  return text.normalize("NFKD").replace(/[\p{M}\p{Cf}]/gu, "").toLowerCase().replace(/đ/g, "d");
}

/** The place of a text among those that match a query: the lower, the better; null if it doesn't match. */
export function matchRank(text: string, query: string): number | null {
  const wanted = wordsIn(query.slice(0, LONGEST_QUERY));
  const words = wordsIn(text);
  const whole = words.join(" ");
  const typed = wanted.join(" ");
  if (whole === typed) return 0;
  if (whole.startsWith(typed)) return 1;
  const letters = wanted.join("");
  if (areBeginnings(letters, words)) return 2;
  if (whole.includes(typed)) return 3;
  if (wanted.every((start) => words.some((word) => word.startsWith(start)))) return 4;
  return areInOrder(letters, whole) ? LETTERS_IN_ORDER : null;
}

const LETTERS_IN_ORDER = 5;

/** The entries that match, the best first. Letters in order, which a long name has by chance, count if nothing else does. */
export function bestMatches<Entry extends { text: string }>(
  entries: readonly Entry[],
  query: string,
): Entry[] {
  const found = entries.flatMap((entry) => {
    const rank = matchRank(entry.text, query);
    return rank === null ? [] : [{ entry, rank }];
  });
  const better = found.filter(({ rank }) => rank < LETTERS_IN_ORDER);
  return (better.length > 0 ? better : found)
    .sort((a, b) => a.rank - b.rank)
    .map(({ entry }) => entry);
}

function wordsIn(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]+|[^\p{L}\p{N}\s]+/gu) ?? [];
}

/** Whether the letters are beginnings of words, one after the other: `keho` and `kh` of `ke hoach`. */
function areBeginnings(letters: string, words: readonly string[]): boolean {
  // The numbers of letters that the words so far may have used up.
  const used = new Set([0]);
  for (const word of words) {
    for (const from of [...used]) {
      for (let at = 0; at < word.length && word[at] === letters[from + at]; at++) {
        used.add(from + at + 1);
      }
    }
  }
  return used.has(letters.length);
}

function areInOrder(letters: string, text: string): boolean {
  let from = 0;
  for (const letter of letters) {
    from = text.indexOf(letter, from) + 1;
    if (from === 0) return false;
  }
  return true;
}
