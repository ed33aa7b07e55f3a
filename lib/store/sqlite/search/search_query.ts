import { isOfWords, token, type Word, wordsIn } from "./search_text.ts";

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

/** Parses a query into terms, all of which a message must contain: words, and phrases in quotes. */
export function searchTerms(query: string): SearchTerm[] {
  const terms: SearchTerm[] = [];
  let left = MAX_WORDS;
  // An unclosed quote extends to the end.
  for (const [index, part] of query.split(/["“”]/).entries()) {
    const quoted = index % 2 === 1;
    for (const text of quoted ? [part] : part.split(/\s+/)) {
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

/** FTS5 expressions that find messages, each with better matches than the next. */
export interface MatchExpressions {
  /** For words as typed: adjacent ones before others, whole words before beginnings. */
  exact: string[];
  /** For words without their accents. */
  folded: string[];
}

/** The expressions contain only tokens of the index, in quotes: nothing that a user types is taken as syntax. */
export function matchExpressions(projectId: number, terms: SearchTerm[]): MatchExpressions {
  const phrase = (words: Word[], form: keyof Word, beginning: boolean) =>
    `"${words.map((word) => token(projectId, word[form])).join(" ")}"${beginning ? "*" : ""}`;
  const both = (make: (beginnings: boolean) => string) => [make(false), make(true)];
  const together = (form: keyof Word) =>
    both((beginnings) => {
      const phrases = terms.map(({ words, beginning }) =>
        phrase(words, form, beginnings && beginning)
      );
      return `${form} : (${phrases.join(" AND ")})`;
    });
  const all = terms.flatMap(({ words }) => words);
  const { beginning } = terms.at(-1)!;
  const adjacent = both((beginnings) => `exact : ${phrase(all, "exact", beginnings && beginning)}`);
  return {
    exact: terms.length > 1 ? [...adjacent, ...together("exact")] : together("exact"),
    folded: together("folded"),
  };
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
  return text.normalize("NFKC").toLowerCase().normalize("NFKC");
}
