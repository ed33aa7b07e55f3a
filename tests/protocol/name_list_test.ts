import assert from "node:assert/strict";
import { splitNames, splitTypedNames } from "../../lib/protocol/name_list.ts";

const LISTS: [list: string, names: string[]][] = [
  ["[an, binh]", ["an", "binh"]],
  [" an;binh  chi ", ["an", "binh", "chi"]],
  ["an,, binh;", ["an", "binh"]],
  ["[]", []],
  ["", []],
];

Deno.test("splitNames takes the forms of a list that a request may have, and no empty name", () => {
  const cases = [...LISTS, ["[an] [binh]", ["an]", "[binh"]], ["a[n", ["a[n"]]] as const;
  for (const [list, names] of cases) assert.deepEqual(splitNames(list), names, list);
});

Deno.test("splitTypedNames forgives brackets anywhere too", () => {
  const cases = [...LISTS, ["[an] [binh]", ["an", "binh"]], ["[an][binh]", [
    "an",
    "binh",
  ]]] as const;
  for (const [list, names] of cases) assert.deepEqual(splitTypedNames(list), names, list);
});
