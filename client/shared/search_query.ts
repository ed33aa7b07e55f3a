/** Characters of a query; longer than anybody writes, and short enough for a line of the protocol. */
const LONGEST = 1_000;

/** Returns the query of a search, `?q=`, on one line; "" if there is none. */
export function searchQuery(parameters: URLSearchParams): string {
  return (parameters.get("q") ?? "").replace(/[\p{Cc}]+/gu, " ").trim().slice(0, LONGEST)
    .toWellFormed();
}
