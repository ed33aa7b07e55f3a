import { EMOJI_TABLE } from "./emoji_table.ts";
import { foldName } from "../completion/fold_name.ts";

/** The languages of the names. */
export type NameLanguage = "en" | "vi";

export interface FoundEmoji {
  emoji: string;
  /** The name by which it was found, or its first one in that language. */
  name: string;
  language: NameLanguage;
}

/** The names of one emoji in one language. */
interface Names {
  emoji: string;
  language: NameLanguage;
  names: readonly string[];
  /** The names without accents, as `|joy|face_with_tears_of_joy|`. */
  folded: string;
  /** Other words by which it is found, likewise. */
  tags: string;
}

/** Enough to choose from after a few letters; more would cover the log. */
const MAX_FOUND = 8;

type Way = (names: Names, written: string) => boolean;

const isNamed: Way = ({ folded }, written) => folded.includes(`|${written}|`);

/** Two letters begin too many words, and may be a smiley such as `:oo`. */
const SHORT_WAYS: readonly Way[] = [
  ({ folded }, written) => folded.includes(`|${written}`),
  ({ folded }, written) => folded.includes(`_${written}_`) || folded.includes(`_${written}|`),
];

/** The ways to find the beginning of a name, the best first. */
const WAYS: readonly Way[] = [
  ...SHORT_WAYS,
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

  /**
   * The emoji with names that begin so, the best first.
   * @param language that of the page, whose names come before those of the other
   */
  find(begun: string, language: NameLanguage): FoundEmoji[] {
    const written = asInTable(begun);
    const own = this.#all.filter((names) => names.language === language);
    const others = this.#all.filter((names) => names.language !== language);
    const ways = written.length > 2 ? WAYS : SHORT_WAYS;
    const found = new Map<string, FoundEmoji>();
    const add = (among: readonly Names[], isFound: Way) => {
      for (const names of among) {
        if (found.size === MAX_FOUND) return;
        const { emoji, language } = names;
        if (found.has(emoji) || !isFound(names, written)) continue;
        found.set(emoji, { emoji, language, name: shownName(names, written) });
      }
    };
    add(own, isNamed);
    add(others, isNamed);
    for (const among of [own, others]) for (const way of ways) add(among, way);
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
