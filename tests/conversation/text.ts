import fc from "fast-check";

/** A piece of a text whose meaning is known without parsing it like the server. */
export type Piece =
  | { word: string }
  /** `as`: how it is written, and whether it counts as a mention. */
  | { mention: number; as: "plain" | "upper" | "dot" | "within" }
  /** One of several spellings on the wire for the same stored text. */
  | { escaped: number };

/** With and without accents, prefixes of one another, and with characters that the index has to separate. */
export const WORDS = [
  "hoa",
  "hóa",
  "hoan",
  "Hoa",
  "xe",
  "xé",
  "đi",
  "di",
  "a-b",
  "x@y",
  "😀",
  "'--",
  '"',
];

/** The text as sent, and its meaning. */
const ESCAPES: [sent: string, meant: string][] = [
  ["a\\nb", "a\nb"],
  ["\\\\n", "\\n"],
  ["C:\\dir", "C:\\dir"],
  ["c\\td", "c\td"],
  ["\u2028x", "\u2028x"],
];

export const piece: fc.Arbitrary<Piece> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ word: fc.constantFrom(...WORDS) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      mention: fc.nat(5),
      as: fc.constantFrom("plain" as const, "upper" as const, "dot" as const, "within" as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ escaped: fc.nat(ESCAPES.length - 1) }) },
);

/** A text with its mentions. */
export interface Text {
  sent: string;
  meant: string;
  /** Indexes in the list of names. */
  mentions: Set<number>;
}

export function makeText(pieces: readonly Piece[], names: readonly string[]): Text {
  const mentions = new Set<number>();
  const parts = pieces.map((each): [string, string] => {
    if ("word" in each) return [each.word, each.word];
    if ("escaped" in each) return ESCAPES[each.escaped];
    const place = each.mention % names.length;
    const name = names[place];
    if (each.as !== "within") mentions.add(place);
    const forms = {
      plain: `@${name}`,
      upper: `@${name.toUpperCase()}`,
      dot: `(@${name}.`,
      within: `mail@${name}`,
    };
    return [forms[each.as], forms[each.as]];
  });
  return {
    sent: parts.map(([sent]) => sent).join(" "),
    meant: parts.map(([, meant]) => meant).join(" ").trim(),
    mentions,
  };
}

const LETTERS = /[\p{L}\p{M}\p{N}]+|\p{Extended_Pictographic}/gu;

function fold(word: string): string {
  return word.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("đ", "d");
}

/** Whether the words stand one after another, the last one perhaps as a beginning. */
function areAdjacent(words: readonly string[], asked: readonly string[], whole: boolean): boolean {
  return words.some((_, from) =>
    asked.every((one, at) => {
      const word = words[from + at] ?? "";
      return word === one || (!whole && at === asked.length - 1 && word.startsWith(one));
    })
  );
}

/**
 * The match classes of docs/PROTOCOL.md, "search", behind adjacent words, best first: exact spelling before folded,
 * whole words before prefixes.
 */
const CLASSES: ((word: string, asked: string) => boolean)[] = [
  (word, asked) => word === asked,
  (word, asked) => word.startsWith(asked),
  (word, asked) => fold(word) === fold(asked),
  (word, asked) => fold(word).startsWith(fold(asked)),
];

/** The rank of a text for a query of plain words, 0 for best; null when it doesn't match. */
export function rank(text: string, query: readonly string[]): number | null {
  const words = text.toLowerCase().match(LETTERS) ?? [];
  const asked = query.flatMap((each) => each.toLowerCase().match(LETTERS) ?? []);
  if (asked.length === 0) return null;
  const found = CLASSES.findIndex((fits) =>
    asked.every((one) => words.some((word) => fits(word, one)))
  );
  if (found === -1) return null;
  if (asked.length > 1 && areAdjacent(words, asked, true)) return 0;
  if (asked.length > 1 && areAdjacent(words, asked, false)) return 1;
  return found + 2;
}
