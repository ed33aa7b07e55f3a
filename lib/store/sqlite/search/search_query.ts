import { fewerMarks } from "../../../model/fewer_marks.ts";
import {
  formsIn,
  isOfWords,
  isUnaccented,
  plainText,
  token,
  type Word,
  wordsIn,
} from "./search_text.ts";

/** The maximum number of words of a query that are used, so that no query costs much more than others. */
const MAX_WORDS = 32;

/**
 * A sequence of adjacent words; `beginning`: the last one matches as a prefix too. `written`: the term as typed, where
 * its words are not all of it, as in `C++`; else null.
 */
export interface SearchTerm {
  words: Word[];
  beginning: boolean;
  written: string | null;
}

/** White space, without the byte-order mark that JavaScript counts as such: it separates no words of a text either. */
const SPACE = /[^\S\ufeff]+/;

/** Parses a query into terms, all of which a message must contain: words, and phrases in quotes. */
export function searchTerms(query: string): SearchTerm[] {
  const terms: SearchTerm[] = [];
  let left = MAX_WORDS;
  // An unclosed quote extends to the end.
  for (const [index, part] of query.split(/["“”]/).entries()) {
    const quoted = index % 2 === 1;
    for (const text of quoted ? [part] : part.split(SPACE)) {
      if (left === 0) return terms;
      const words = wordsIn(text).slice(0, left);
      left -= words.length;
      if (words.length === 0) continue;
      const written = isOfWords(text) ? null : text.trim();
      terms.push({ words, beginning: !quoted, written });
    }
  }
  return terms;
}

/** Adjacent words, in the form that they are searched in. `beginning`: the last one matches as a prefix too. */
export interface Phrase {
  words: string[];
  beginning: boolean;
}

/** The messages of one rank: those that contain every phrase, in one form of their words. */
export interface MatchClass {
  form: keyof Word;
  /** Each once. */
  phrases: Phrase[];
}

/**
 * The classes of matches, the best first: words as typed before words without their accents, adjacent ones before
 * others, whole words before beginnings.
 */
export function matchClasses(terms: SearchTerm[]): MatchClass[] {
  const both = (make: (beginnings: boolean) => MatchClass) => [make(false), make(true)];
  const phrase = (words: Word[], form: keyof Word, beginning: boolean): Phrase => (
    { words: words.map((word) => word[form]), beginning }
  );
  const together = (form: keyof Word) =>
    both((beginnings) => ({
      form,
      phrases: once(
        terms.map(({ words, beginning }) => phrase(words, form, beginnings && beginning)),
      ),
    }));
  const all = terms.flatMap(({ words }) => words);
  const { beginning } = terms.at(-1)!;
  const adjacent = both((beginnings) => (
    { form: "exact", phrases: [phrase(all, "exact", beginnings && beginning)] }
  ));
  return once([
    ...terms.length > 1 ? adjacent : [],
    ...together("exact"),
    ...together("folded"),
  ]);
}

/** The first of each that are alike. */
function once<T>(items: T[]): T[] {
  return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()];
}

/**
 * The FTS5 expression that finds a class's messages in a room. It contains only tokens of the index, in quotes: nothing
 * that a user types is taken as syntax.
 */
export function matchExpression(projectId: number, { form, phrases }: MatchClass): string {
  const each = phrases.map(({ words, beginning }) =>
    `"${words.map((word) => token(projectId, word)).join(" ")}"${beginning ? "*" : ""}`
  );
  return `${form} : (${each.join(" AND ")})`;
}

/** Makes the check whether a text is of a class. */
export function textMatch({ form, phrases }: MatchClass): (text: string) => boolean {
  // Accents may stand on another letter of the text than of the word, but a word without any stands in it as it is.
  const asTheyAre = form === "exact"
    ? phrases.flatMap(({ words }) => words).filter(isUnaccented)
    : [];
  return (text) => {
    const plain = plainText(text);
    if (!asTheyAre.every((word) => plain.includes(word))) return false;
    const words = formsIn(plain, form);
    return phrases.every((phrase) => contains(words, phrase));
  };
}

function contains(text: string[], { words, beginning }: Phrase): boolean {
  const last = words.length - 1;
  return text.some((_, start) =>
    words.every((word, i) => {
      const found = text[start + i];
      if (beginning && i === last) return found?.startsWith(word) ?? false;
      return found === word;
    })
  );
}

/**
 * Makes the check whether a message contains the terms as they are typed, whatever the case; null where the words
 * found by the index are all there is to the query.
 */
export function literalMatch(terms: SearchTerm[]): ((message: string) => boolean) | null {
  const written = terms.flatMap(({ written }) => written === null ? [] : [plain(written)]);
  if (written.length === 0) return null;
  return (message) => {
    const text = plain(message);
    return written.every((term) => text.includes(term));
  };
}

function plain(text: string): string {
  return fewerMarks(text).normalize("NFKC").toLowerCase().normalize("NFKC");
}
