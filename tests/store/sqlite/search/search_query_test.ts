import assert from "node:assert/strict";
import {
  matchClasses,
  matchExpression,
  searchTerms,
} from "../../../../lib/store/sqlite/search/search_query.ts";

/** Each case: a query, and the expressions of its classes in room 1, the best first. */
const CASES: [query: string, expressions: string[]][] = [
  ["hóa", [
    'exact : ("1_hóa")',
    'exact : ("1_hóa"*)',
    'folded : ("1_hoa")',
    'folded : ("1_hoa"*)',
  ]],
  ['"a b" c', [
    'exact : ("1_a 1_b 1_c")',
    'exact : ("1_a 1_b 1_c"*)',
    'exact : ("1_a 1_b" AND "1_c")',
    'exact : ("1_a 1_b" AND "1_c"*)',
    'folded : ("1_a 1_b" AND "1_c")',
    'folded : ("1_a 1_b" AND "1_c"*)',
  ]],
  // Adjacent words are as many as are typed; otherwise each counts once, in the form that it is searched in.
  ["hoá hóa hoa", [
    'exact : ("1_hóa 1_hóa 1_hoa")',
    'exact : ("1_hóa 1_hóa 1_hoa"*)',
    'exact : ("1_hóa" AND "1_hoa")',
    'exact : ("1_hóa"* AND "1_hoa"*)',
    'folded : ("1_hoa")',
    'folded : ("1_hoa"*)',
  ]],
  ['"a" "a"', ['exact : ("1_a 1_a")', 'exact : ("1_a")', 'folded : ("1_a")']],
];

for (const [query, expressions] of CASES) {
  Deno.test(`matchClasses looks for each word once: ${query}`, () => {
    const classes = matchClasses(searchTerms(query));
    assert.deepEqual(classes.map((matchClass) => matchExpression(1, matchClass)), expressions);
  });
}
