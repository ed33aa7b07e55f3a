import { token, type Word, wordsIn } from "./search_text.ts";

/** The maximum number of words of a query that are used, so that no query costs much more than others. */
const MAX_WORDS = 32;

/** A sequence of adjacent words; `beginning`: the last one matches as a prefix too. */
export interface SearchTerm {
  words: Word[];
  beginning: boolean;
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
      if (words.length > 0) terms.push({ words, beginning: !quoted });
    }
  }
  return terms;
}

/**
 * Builds the FTS5 expressions that together find the messages, best matches first. They contain only tokens of the
 * index, in quotes: nothing that a user types is taken as syntax.
 */
export function matchExpressions(projectId: number, terms: SearchTerm[]): string[] {
  const expression = (form: keyof Word, beginnings: boolean) => {
    const phrases = terms.map(({ words, beginning }) => {
      const tokens = words.map((word) => token(projectId, word[form])).join(" ");
      return `"${tokens}"${beginnings && beginning ? "*" : ""}`;
    });
    return `${form} : (${phrases.join(" AND ")})`;
  };
  const expressions = (["exact", "folded"] as const)
    .flatMap((form) => [expression(form, false), expression(form, true)]);
  return [...new Set(expressions)];
}
