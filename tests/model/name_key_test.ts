import assert from "node:assert/strict";
import fc from "fast-check";
import { nameKey } from "../../lib/model/accounts/name_key.ts";

/** Names that a reader may take for each other. */
const ALIKE: Record<string, string[]> = {
  "letter case": ["Nguyễn Thị Lan", "nguyễn thị lan", "NGUYỄN THỊ LAN"],
  "composed and decomposed letters": ["Nguyễn", "Nguyễn".normalize("NFD")],
  "spaces of any kind": ["Thị Lan", "Thị  Lan", "Thị\u00a0Lan", "Thị\u3000Lan", "ThịLan"],
  "invisible characters": [
    "bob",
    "b\u200bob",
    "bob\u2060",
    "\ufeffbob",
    "b\u00adob",
    "bob\u{e0041}",
  ],
  "Cyrillic letters": ["alice", "аliсе"],
  "Greek letters": ["omo", "οmο"],
  "letters of full width, and of mathematics": ["bob", "ｂｏｂ", "𝐛𝐨𝐛", "ⓑⓞⓑ"],
  "capital I, small l and one": ["lan", "Ian", "1an", "ian", "|an"],
  "O and nought": ["Oanh", "0anh", "oanh"],
  "m, and r before n": ["Minh", "rninh"],
  "two ways to write a tone": ["Hòa", "Hoà"],
  "the tone of uy": ["Thúy", "Thuý"],
  "ligatures": ["phi", "phı"],
};

/** Names that are each other's own. */
const APART: [string, string][] = [
  ["Lan", "Lân"],
  ["Lan", "Làn"],
  ["Duc", "Đức"],
  ["Hòa", "Hóa"],
  ["Thị Lan", "Thị Lam"],
  ["bob", "bobb"],
  ["lan.nguyen", "lannguyen"],
];

for (const [what, names] of Object.entries(ALIKE)) {
  // Guard (accounts): a name that looks like another's, by its letters or by what isn't seen, counts as the same.
  Deno.test(`${what} make no difference between names`, () => {
    assert.deepEqual([...new Set(names.map(nameKey))].length, 1, names.map(nameKey).join(", "));
  });
}

Deno.test("accents, letters and points make names different", () => {
  for (const [one, other] of APART) assert.notEqual(nameKey(one), nameKey(other), one);
});

Deno.test("the key of a key is the key, and nothing invisible is left in it", () => {
  fc.assert(fc.property(fc.string({ unit: "grapheme", maxLength: 64 }), (name) => {
    const key = nameKey(name);
    assert.equal(nameKey(key), key);
    assert.equal(nameKey(`\u200b${name} `), key);
    assert.equal(nameKey(name.normalize("NFD")), nameKey(name.normalize("NFC")));
  }));
});

Deno.test("a name of piled accents is keyed in linear time", () => {
  const pile = `a${"\u0301\u0323".repeat(100_000)}`;
  assert(nameKey(pile).length < 100);
});
