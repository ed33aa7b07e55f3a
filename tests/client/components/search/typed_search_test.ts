import assert from "node:assert/strict";
import fc from "fast-check";
import { typedDay } from "../../../../client/components/search/typed_day.ts";
import { readTypedSearch } from "../../../../client/components/search/typed_search.ts";
import { parseSearch } from "../../../../lib/model/search_filters.ts";

const NOW = new Date(2026, 10, 26, 9, 30);
const at = (year: number, month: number, day: number) =>
  new Date(year, month - 1, day).toISOString();

Deno.test("typedDay takes days as people write them", () => {
  const cases: [string, [year: number, month: number, day: number] | null][] = [
    ["2026-11-01", [2026, 11, 1]],
    ["2026-11-1", [2026, 11, 1]],
    ["2026/11/01", [2026, 11, 1]],
    ["1/11/2026", [2026, 11, 1]],
    ["01/11/2026", [2026, 11, 1]],
    ["1-11-2026", [2026, 11, 1]],
    ["1.11.2026", [2026, 11, 1]],
    ["1/11/26", [2026, 11, 1]],
    ["29/2/2028", [2028, 2, 29]],
    ["1/12/2030", [2030, 12, 1]],
    // Without a year: the last one.
    ["1/11", [2026, 11, 1]],
    ["26/11", [2026, 11, 26]],
    ["27/11", [2025, 11, 27]],
    ["29/2", [2024, 2, 29]],
    ["30/2", null],
    ["31/11/2026", null],
    ["29/2/2026", null],
    ["13/13/2026", null],
    ["11/2026", null],
    ["1/11-2026", null],
    ["1/11/0026", null],
    ["0/11", null],
    ["2026", null],
    ["", null],
    ["hôm qua", null],
    ["2026-11-01T00:00", null],
  ];
  for (const [text, day] of cases) {
    const expected = day === null ? undefined : at(...day);
    assert.equal(typedDay(text, { until: NOW })?.toISOString(), expected, text);
  }
  const since = new Date(2026, 11, 1);
  assert.equal(typedDay("31/12", { since })?.toISOString(), at(2026, 12, 31));
  assert.equal(typedDay("1/12", { since })?.toISOString(), at(2026, 12, 1));
  assert.equal(typedDay("30/11", { since })?.toISOString(), at(2027, 11, 30));
});

Deno.test("filters are read in the page's languages, and asked for in the protocol's words", () => {
  const first = at(2026, 11, 1);
  const december = at(2026, 12, 1);
  const cases: [query: string, words: string, request: string][] = [
    ["hóa đơn", "hóa đơn", "hóa đơn"],
    ["hóa đơn from:lan", "hóa đơn", "hóa đơn from:lan"],
    ["từ:lan hóa đơn", "hóa đơn", "from:lan hóa đơn"],
    ["TU:@lan hóa", "hóa", "from:@lan hóa"],
    ["từ:lan".normalize("NFD"), "", "from:lan"],
    ["từ:lan từ:minh", "", "from:lan from:minh"],
    ["after:2026-11-01", "", `after:${first}`],
    ["sau:1/11 kế hoạch", "kế hoạch", `after:${first} kế hoạch`],
    ["Trước:1/12/2026", "", `before:${december}`],
    ["truoc:1/12/2026", "", `before:${december}`],
    ["before:2026-12-01T07:00:00Z", "", "before:2026-12-01T07:00:00.000Z"],
    // The first of December that follows, not the last one.
    ["trước:1/12 sau:1/11 x", "x", `before:${december} after:${first} x`],
    ["sau:27/11 trước:1/2", "", `after:${at(2025, 11, 27)} before:${at(2026, 2, 1)}`],
    // No username: `từ` also means since.
    ["từ:1/11 đơn", "đơn", `after:${first} đơn`],
    ["from:2026-11-01", "", `after:${first}`],
    ["from:1.11", "", "from:1.11"],
    // Words.
    ["từ: lan", "từ: lan", "từ: lan"],
    ['"từ:lan" x', '"từ:lan" x', '"từ:lan" x'],
    ["“sau:mai", "“sau:mai", "“sau:mai"],
    ["tự:lan https://a.b:8/c:d", "tự:lan https://a.b:8/c:d", "tự:lan https://a.b:8/c:d"],
    ["constructor:x", "constructor:x", "constructor:x"],
  ];
  for (const [query, words, request] of cases) {
    const read = readTypedSearch(query, NOW);
    assert.equal(read.words, words, query);
    assert.equal(read.request, request, query);
  }
});

Deno.test("a day that can't be read makes no request", () => {
  for (const query of ["sau:mai", "x before:2026-02-30", "sau:31/11", "từ:31/2/2026", "after:-"]) {
    const { request, filters } = readTypedSearch(query, NOW);
    assert.equal(request, null, query);
    assert.deepEqual(filters.map(({ at }) => at), [null], query);
  }
});

Deno.test("each filter tells the query without it", () => {
  const { filters } = readTypedSearch(" hóa từ:lan đơn sau:1/11 from:@minh", NOW);
  assert.deepEqual(filters.map(({ kind, value, without }) => [kind, value, without]), [
    ["from", "lan", "hóa đơn sau:1/11 from:@minh"],
    ["after", "1/11", "hóa từ:lan đơn from:@minh"],
    ["from", "@minh", "hóa từ:lan đơn sau:1/11"],
  ]);
});

Deno.test("the server finds the same filters in the request, and refuses none", () => {
  const piece = fc.constantFrom(
    ...[
      "from:lan",
      "từ:@an",
      "sau:1/11",
      "before:1/12/2026",
      "từ:3/4",
      "x:y",
      "from:",
      '"',
      "“",
      " ",
    ],
    ...["hóa", "after:1/2", "\t", "::", "trước:5.6.2025", "2026-11-01T00:00:00Z", "after:x"],
  );
  fc.assert(fc.property(
    fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join("")),
    fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(" ")),
    (joined, spaced) => {
      for (const query of [joined, spaced]) {
        const { request, filters, words } = readTypedSearch(query, NOW);
        if (request === null) continue;
        const asked = parseSearch(request);
        assert.equal(asked.text.replace(/\s+/g, " "), words);
        assert.equal(asked.filters.from.length, filters.filter(({ at }) => at === null).length);
        const after = filters.flatMap(({ kind, at }) => kind === "after" ? [Number(at)] : []);
        assert.equal(asked.filters.after, after.length === 0 ? null : Math.max(...after));
      }
    },
  ));
});
