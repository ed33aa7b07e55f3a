import assert from "node:assert/strict";
import {
  isFiltering,
  NO_FILTERS,
  parseSearch,
  type SearchFilters,
} from "../../lib/model/search_filters.ts";

const day = (date: string) => Date.parse(`${date}T00:00:00.000Z`);

Deno.test("parseSearch takes the filters out of a query, and leaves its words", () => {
  const cases: [query: string, text: string, filters: Partial<SearchFilters>][] = [
    ["hóa đơn", "hóa đơn", {}],
    ["from:bob hóa đơn", "hóa đơn", { from: ["bob"] }],
    ["hóa FROM:@Bob đơn", "hóa đơn", { from: ["Bob"] }],
    ["from:bob from:lan", "", { from: ["bob", "lan"] }],
    ["after:2026-11-01", "", { after: day("2026-11-01") }],
    [
      "x after:2026-11-01 before:2026-12-01",
      "x",
      { after: day("2026-11-01"), before: day("2026-12-01") },
    ],
    [
      "after:2026-11-01 after:2026-11-02 before:2026-12-02 before:2026-12-01",
      "",
      { after: day("2026-11-02"), before: day("2026-12-01") },
    ],
    ["after:2026-10-31T17:00:00Z", "", { after: Date.UTC(2026, 9, 31, 17) }],
    ["before:2026-10-31T17:00:00.123Z", "", { before: Date.UTC(2026, 9, 31, 17, 0, 0, 123) }],
    // Text, as it stands.
    ['"from:bob" x', '"from:bob" x', {}],
    ["“after:lunch”", "“after:lunch”", {}],
    ["from: bob", "from: bob", {}],
    ["therefrom:bob since:2026-11-01", "therefrom:bob since:2026-11-01", {}],
    ['"a b" from:bob', '"a b"', { from: ["bob"] }],
  ];
  for (const [query, text, filters] of cases) {
    const parsed = parseSearch(query);
    assert.deepEqual(
      { ...parsed, text: parsed.text.replace(/\s+/g, " ") },
      { text, filters: { ...NO_FILTERS, ...filters } },
      query,
    );
    assert.equal(isFiltering(parsed.filters), Object.keys(filters).length > 0, query);
  }
});

Deno.test("parseSearch says how a date is written when one isn't", () => {
  for (
    const date of [
      "lunch",
      "2026",
      "2026-13-01",
      "2026-02-30",
      "01/11/2026",
      "2026-11-01T07:00",
      "-",
    ]
  ) {
    for (const word of ["after", "before"]) {
      assert.throws(() => parseSearch(`x ${word}:${date}`), {
        code: "bad_request",
        message: new RegExp(`^${word}: takes a date such as ${word}:2026-11-23`),
      });
    }
  }
});
