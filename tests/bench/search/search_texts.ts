export const VOCABULARY = vocabulary();

/** Vietnamese-like syllables, most frequent first. */
function vocabulary(): string[] {
  const begins = [
    "",
    "b",
    "c",
    "ch",
    "d",
    "đ",
    "g",
    "h",
    "kh",
    "l",
    "m",
    "n",
    "ng",
    "nh",
    "ph",
    "s",
  ];
  const ends = [
    "a",
    "à",
    "á",
    "an",
    "anh",
    "ăn",
    "âm",
    "ê",
    "en",
    "i",
    "ình",
    "o",
    "ô",
    "ơn",
    "u",
    "ươi",
  ];
  const tails = ["", "c", "m", "n", "p", "t"];
  return tails.flatMap((tail) => ends.flatMap((end) => begins.map((begin) => begin + end + tail)));
}

/** Pseudo-random numbers from 0 to 1, the same in each run. */
function* numbers(): Generator<number, never> {
  for (let state = 20261123;;) {
    state = (state * 1664525 + 1013904223) >>> 0;
    yield state / 2 ** 32;
  }
}

/**
 * Generates messages of 4 to 20 words with a natural frequency distribution: word n has frequency 1/n. One message in
 * 1,000 contains a rare word.
 */
export function* searchTexts(): Generator<string, never> {
  const random = numbers();
  const next = () => random.next().value;
  for (let i = 0;; i++) {
    const words = Array.from(
      { length: 4 + Math.floor(next() * 17) },
      () => VOCABULARY[Math.floor(VOCABULARY.length ** next()) - 1],
    );
    if (i % 1_000 === 500) words.push("hãnhữu");
    yield words.join(" ");
  }
}
