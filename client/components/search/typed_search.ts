import { mapOutsideQuotes } from "../../../lib/model/search_filters.ts";
import { typedDay } from "./typed_day.ts";

/** The words for filters in the languages of the page, as people type them with accents and without. */
const WORDS: ReadonlyMap<string, FilterKind> = new Map([
  ...["from", "từ", "tu"].map((word) => [word, "from"] as const),
  ...["after", "sau"].map((word) => [word, "after"] as const),
  ...["before", "trước", "truoc"].map((word) => [word, "before"] as const),
]);

export type FilterKind = "from" | "after" | "before";

/** A filter in a typed query. */
export interface TypedFilter {
  kind: FilterKind;
  /** The username, or the day as typed. */
  value: string;
  /** The moment of `after` and `before`; null for an author, and where the day can't be read. */
  at: Date | null;
  /** The query without it. */
  without: string;
}

/** A query of a search as a person typed it. */
export interface TypedSearch {
  /** The query without its filters. */
  words: string;
  filters: TypedFilter[];
  /** The query in the words of the protocol; null where a day can't be read. */
  request: string | null;
}

/** Matches what may be a filter: a word, a colon and a value. */
const FILTER = /(^|\s)([^\s:]+):(\S+)/g;
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{3})?Z$/;
/** Matches what can only be meant as a day: no username has a slash. */
const ONLY_A_DAY = /^(?:\d+\/|\d{4}-\d)/;

/**
 * Reads the filters of a query as `search` and `search_all` do (docs/PROTOCOL.md), but in the languages of the page, and
 * with days as people write them, which are those of the local time zone. A day after `từ:` or `from:` is one to begin
 * with. A day without a year is the last such day; after another filter's day, one to end with is the next.
 */
export function readTypedSearch(query: string, now: Date): TypedSearch {
  const found: Omit<TypedFilter, "at" | "without">[] = [];
  const words = replaceFilters(query, (space, kind, value) => {
    found.push({ kind, value });
    return space;
  });
  const moments = momentsOf(found, now);
  const filters = found.map((filter, index) => ({
    ...filter,
    at: moments[index],
    without: withoutFilter(query, index),
  }));
  return { words: oneSpaced(words), filters, request: requestOf(query, filters) };
}

function momentsOf(filters: Pick<TypedFilter, "kind" | "value">[], now: Date): (Date | null)[] {
  const read = (value: string, near: Parameters<typeof typedDay>[1]) =>
    MOMENT.test(value) && !Number.isNaN(Date.parse(value))
      ? new Date(value)
      : typedDay(value, near);
  const begins = filters.map(({ kind, value }) =>
    kind === "after" ? read(value, { until: now }) : null
  );
  const latest = Math.max(...begins.map(Number));
  const near = latest > 0 ? { since: new Date(latest) } : { until: now };
  return filters.map(({ kind, value }, index) =>
    kind === "before" ? read(value, near) : begins[index]
  );
}

function requestOf(query: string, filters: readonly TypedFilter[]): string | null {
  if (filters.some(({ kind, at }) => kind !== "from" && at === null)) return null;
  let index = 0;
  return replaceFilters(query, (space) => {
    const { kind, value, at } = filters[index++];
    return `${space}${kind}:${at?.toISOString() ?? value}`;
  });
}

function withoutFilter(query: string, unwanted: number): string {
  let index = 0;
  return oneSpaced(
    replaceFilters(query, (space, _, __, typed) => index++ === unwanted ? space : typed),
  );
}

function replaceFilters(
  query: string,
  replace: (space: string, kind: FilterKind, value: string, typed: string) => string,
): string {
  return mapOutsideQuotes(
    query,
    (part) =>
      part.replace(FILTER, (typed, space: string, word: string, value: string) => {
        const kind = WORDS.get(word.normalize("NFC").toLowerCase());
        if (kind === undefined) return typed;
        const day = kind === "from" && ONLY_A_DAY.test(value);
        return replace(space, day ? "after" : kind, value, typed);
      }),
  );
}

/** Spaces within quotes count as little as outside. */
function oneSpaced(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
