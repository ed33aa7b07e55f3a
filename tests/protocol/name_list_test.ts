import assert from "node:assert/strict";
import { splitNames } from "../../lib/protocol/name_list.ts";

Deno.test("splitNames takes the forms in which a list of names is written, and no empty name", () => {
  const cases: [list: string, names: string[]][] = [
    ["[an, binh]", ["an", "binh"]],
    ["an;binh  chi", ["an", "binh", "chi"]],
    ["an,, binh;", ["an", "binh"]],
    ["[an] [binh]", ["an", "binh"]],
    ["[]", []],
    ["", []],
  ];
  for (const [list, names] of cases) assert.deepEqual(splitNames(list), names, list);
});
