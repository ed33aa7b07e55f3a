import assert from "node:assert/strict";
import fc from "fast-check";
import {
  boardFilter,
  boardPath,
  filterQuery,
} from "../../../../client/shared/board/board_query.ts";

const read = (query: string) => boardFilter(new URLSearchParams(query));

Deno.test("a filter is read from an address as it was written into it", () => {
  const filters = fc.record({
    assignee: fc.constantFrom("", "-", "an.nguyen_2-b"),
    due: fc.constantFrom("", "late", "today", "week", "none"),
    words: fc.string({ unit: "grapheme", maxLength: 20 }).map((words) => words.trim()),
  });
  fc.assert(
    fc.property(filters, (filter) => assert.deepEqual(read(filterQuery(filter)), { ...filter })),
  );
});

Deno.test("what is no filter filters nothing", () => {
  const none = { assignee: "", due: "" as const, words: "" };
  for (
    const query of ["", "assignee=a%20b", "assignee=%3Cb%3E", "due=soon", "due=__proto__", "x=1"]
  ) {
    assert.deepEqual(read(query), none, query);
  }
  assert.equal(read(`q=${"x".repeat(999)}`).words.length, 200);
  assert.equal(filterQuery(none), "");
});

Deno.test("an address names the filter and the open card, and nothing that a form adds", () => {
  assert.equal(boardPath(7), "/projects/7/board");
  assert.equal(boardPath(7, "", 5), "/projects/7/board?task=5");
  assert.equal(
    boardPath(7, "due=late&q=b%C3%A1o+c%C3%A1o&task=9&next=//evil.example", 5),
    "/projects/7/board?due=late&q=b%C3%A1o+c%C3%A1o&task=5",
  );
  assert.equal(boardPath(7, "//evil.example/?x"), "/projects/7/board");
});
