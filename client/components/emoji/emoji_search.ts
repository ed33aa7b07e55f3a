import { EMOJI_TABLE } from "./emoji_table.ts";
import { foldName } from "./fold_name.ts";

export interface FoundEmoji {
  emoji: string;
  /** The name by which it was found, or its first one in that language. */
  name: string;
  language: "en" | "vi";
}

/** The names of one emoji in one language. */
interface Names {
  emoji: string;
  language: "en" | "vi";
  names: readonly string[];
  /** The names without accents, as `|joy|face_with_tears_of_joy|`. */
  folded: string;
  /** Other words by which it is found, likewise. */
  tags: string;
}

/** Enough to choose from after a few letters; more would cover the log. */
const MAX_FOUND = 8;

type Way = (names: Names, written: string) => boolean;

/** The ways to find a name, the best first. */
const WAYS: readonly Way[] = [
  ({ folded }, written) => folded.includes(`|${written}|`),
  ({ folded }, written) => folded.includes(`|${written}`),
  ({ folded }, written) => folded.includes(`_${written}_`) || folded.includes(`_${written}|`),
];

/** Further ones, from three letters on: two begin too many words, and may be a smiley such as `:oo`. */
const FURTHER_WAYS: readonly Way[] = [
  ({ folded }, written) => folded.includes(`_${written}`),
  ({ tags }, written) => tags.includes(`|${written}`) || tags.includes(`_${written}`),
];

/** Finds emoji by their names in English and Vietnamese, with or without accents. */
export class EmojiSearch {
  readonly #all: Names[] = [];
  readonly #named = new Map<string, string>();

  /** @param table lines of `EMOJI;NAMES;TAGS;VIETNAMESE NAMES;VIETNAMESE TAGS`, the most used first */
  constructor(table: string) {
    for (const line of table.split("\n")) {
      const [emoji, english, englishTags, vietnamese, vietnameseTags] = line.split(";");
      this.#add(emoji, "en", english, englishTags);
      this.#add(emoji, "vi", vietnamese, vietnameseTags);
    }
  }

  #add(emoji: string, language: Names["language"], column: string, tags: string): void {
    const names = column.split(" ");
    this.#all.push({ emoji, language, names, folded: barred(column), tags: barred(tags) });
    for (const name of foldName(column).split(" ")) {
      if (!this.#named.has(name)) this.#named.set(name, emoji);
    }
  }

  /** The emoji that has this name in full. */
  named(name: string): string | undefined {
    return this.#named.get(asInTable(name));
  }

  /** The emoji with names that begin so, the best first. */
  find(begun: string): FoundEmoji[] {
    const written = asInTable(begun);
    const found = new Map<string, FoundEmoji>();
    for (const isFound of written.length > 2 ? [...WAYS, ...FURTHER_WAYS] : WAYS) {
      for (const each of this.#all) {
        if (found.has(each.emoji) || !isFound(each, written)) continue;
        const { emoji, language } = each;
        found.set(emoji, { emoji, language, name: shownName(each, written) });
        if (found.size === MAX_FOUND) return [...found.values()];
      }
    }
    return [...found.values()];
  }
}

/** All emoji that are offered. */
export const allEmoji = () => new EmojiSearch(EMOJI_TABLE);

const barred = (names: string) => `|${foldName(names).replaceAll(" ", "|")}|`;

/** The table has underscores where other chats have hyphens. */
function asInTable(name: string): string {
  return /^[+-]1$/.test(name) ? name : foldName(name).replaceAll("-", "_");
}

function shownName({ names }: Names, written: string): string {
  const begins = names.find((name) => foldName(name).startsWith(written));
  const holds = names.find((name) => foldName(name).includes(`_${written}`));
  return (begins ?? holds ?? names[0]).replaceAll("_", " ");
}
