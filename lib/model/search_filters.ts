import { ChungError } from "../errors.ts";

/** The bounds of a search, beside its words. Times are in Unix milliseconds; null for no bound. */
export interface SearchFilters {
  /** The names of authors, any of whom may have written it; empty for everybody. */
  from: string[];
  /** The first moment. */
  after: number | null;
  /** The moment before which it was written. */
  before: number | null;
}

export const NO_FILTERS: Readonly<SearchFilters> = { from: [], after: null, before: null };

/** Whether anything is narrowed at all. */
export function isFiltering({ from, after, before }: SearchFilters): boolean {
  return from.length > 0 || after !== null || before !== null;
}

/** Matches a quotation mark, between two of which nothing is a filter. */
const QUOTE = /(["“”])/;
const FILTER = /(^|\s)(from|after|before):(\S+)/gi;
const MOMENT = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d(?:\.\d{3})?Z)?$/;

/**
 * Takes the filters out of a query (docs/PROTOCOL.md, `search`). Of several bounds the narrowest counts.
 * @throws {ChungError} `bad_request` for a malformed date
 */
export function parseSearch(query: string): { text: string; filters: SearchFilters } {
  const filters: SearchFilters = { from: [], after: null, before: null };
  const text = mapOutsideQuotes(
    query,
    (part) =>
      part.replace(FILTER, (_, space: string, word: string, value: string) => {
        addFilter(filters, word.toLowerCase(), value);
        return space;
      }),
  );
  return { text: text.trim(), filters };
}

/** Maps the parts of a query that stand in no quotes; a quote that isn't closed runs to the end. */
export function mapOutsideQuotes(query: string, map: (part: string) => string): string {
  let quoted = false;
  return query.split(QUOTE).map((part, index) => {
    if (index % 2 === 1) quoted = !quoted;
    return index % 2 === 1 || quoted ? part : map(part);
  }).join("");
}

function addFilter(filters: SearchFilters, word: string, value: string): void {
  if (word === "from") filters.from.push(value.replace(/^@/, ""));
  else if (word === "after") {
    filters.after = Math.max(filters.after ?? -Infinity, moment(word, value));
  } else filters.before = Math.min(filters.before ?? Infinity, moment(word, value));
}

function moment(word: string, value: string): number {
  const at = MOMENT.test(value) ? Date.parse(value) : NaN;
  // Date.parse takes the 31st of a shorter month for a day of the next one.
  if (Number.isNaN(at) || !new Date(at).toISOString().startsWith(value.slice(0, 10))) {
    throw new ChungError(
      "bad_request",
      `${word}: takes a date such as ${word}:2026-11-23, or a time such as ${word}:2026-11-23T08:15:30Z`,
    );
  }
  return at;
}
