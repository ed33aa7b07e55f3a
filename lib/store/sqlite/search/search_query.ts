import { token, type Word, wordsIn } from "./search_text.ts";

/** Words of a query that count, so that no query costs much more than another. */
const MAX_WORDS = 32;

/** Words that stand next to one another; `beginning`: of the last one, the beginning is enough. */
export interface SearchTerm {
  words: Word[];
  beginning: boolean;
}

/** The terms of a query, all of which a message has to hold: words, and phrases in quotes. */
export function searchTerms(query: string): SearchTerm[] {
  const terms: SearchTerm[] = [];
  let left = MAX_WORDS;
  // A quote that isn't closed runs to the end.
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
 * The queries for the index that together find the messages, the best first. They are made of the index's own
 * tokens alone, each in quotes: nothing that a person types is syntax here.
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
