/** The search that led to a page. */
export interface SearchOrigin {
  query: string;
  /** Whether it was over all of the person's projects. */
  everywhere: boolean;
}

/** Characters of a query; longer than anybody writes, and short enough for a line of the protocol. */
const LONGEST = 1_000;

/** Returns the query of a search, `?q=`, on one line; "" if there is none. */
export function searchQuery(parameters: URLSearchParams, name: "q" | "all" = "q"): string {
  return (parameters.get(name) ?? "").replace(/[\p{Cc}]+/gu, " ").trim().slice(0, LONGEST)
    .toWellFormed();
}

/** Returns the search that led to a page: `?q=` in its project, `?all=` over all; null for none. */
export function searchOrigin(parameters: URLSearchParams): SearchOrigin | null {
  const everywhere = parameters.has("all");
  const query = searchQuery(parameters, everywhere ? "all" : "q");
  return query === "" ? null : { query, everywhere };
}
