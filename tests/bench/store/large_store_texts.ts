import { token, type Word, wordsIn } from "../../../lib/store/sqlite/search/search_text.ts";

/** The number of distinct texts; larger stores repeat them. */
export const TEXTS = 20_000;
/** One text in this many has the rare word. */
const RARE_EVERY = 1_000;

/** Vietnamese-like syllables, most frequent first. */
const WORDS = ["", "c", "m", "n", "p", "t"].flatMap((tail) =>
  ["a", "à", "á", "anh", "ăn", "âm", "ê", "en", "i", "ình", "o", "ô", "ơn", "u", "ươi"].flatMap(
    (end) =>
      ["", "b", "c", "ch", "d", "đ", "g", "h", "kh", "l", "m", "n", "ng", "nh", "ph", "s"].map(
        (begin) => begin + end + tail,
      ),
  )
);

/** The most frequent word, in about every third message, and a rare one, in one of 1,000. */
export const [COMMON_WORD, RARE_WORD] = [WORDS[0], "hãnhữu"];

/** Pseudo-random numbers from 0 to 1, the same in each run. */
function numbers(): () => number {
  let state = 20261123;
  return () => {
    state = (state * 1664525 + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/**
 * Generates texts of 4 to 20 words, about sixty bytes, with a natural frequency distribution: word n has frequency 1/n.
 */
export function largeStoreTexts(): string[] {
  const next = numbers();
  return Array.from({ length: TEXTS }, (_, index) => {
    const words = Array.from(
      { length: 4 + Math.floor(next() * 17) },
      () => WORDS[Math.floor(WORDS.length ** next()) - 1],
    );
    if (index % RARE_EVERY === RARE_EVERY / 2) words.push(RARE_WORD);
    return words.join(" ");
  });
}

/** The two columns of the search index, as written by SearchIndex. */
export function indexColumns(text: string, projectId: number): [exact: string, folded: string] {
  const words = wordsIn(text);
  const column = (form: keyof Word) => words.map((word) => token(projectId, word[form])).join(" ");
  return [column("exact"), column("folded")];
}
