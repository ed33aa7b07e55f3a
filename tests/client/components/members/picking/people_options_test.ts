import assert from "node:assert/strict";
import fc from "fast-check";
import {
  nameAt,
  peopleOptions,
  withName,
} from "../../../../../client/components/members/picking/people_options.ts";
import { splitTypedNames } from "../../../../../lib/protocol/name_list.ts";

const PEOPLE = ["lan", "minh", "Minh.Anh", "tran.minh", "Dung", "an", "an.nguyen"];

/** The options where the caret stands at the `|`, the active one in brackets. */
function offered(marked: string): string[] {
  const text = marked.replace("|", "");
  const { options, active } = peopleOptions(text, nameAt(text, marked.indexOf("|")), PEOPLE);
  return options.map((name, at) => at === active ? `[${name}]` : name);
}

Deno.test("people are offered by the beginning of a name or of a part of it, without accents", () => {
  const cases: [string, string[]][] = [
    ["l|", ["[lan]"]],
    ["L|", ["[lan]"]],
    ["Lâ|", ["[lan]"]],
    ["La\u0302|", ["[lan]"]],
    ["đu|", ["[Dung]"]],
    ["Đũ|", ["[Dung]"]],
    ["MI|", ["[minh]", "Minh.Anh", "tran.minh"]],
    ["anh|", ["[Minh.Anh]"]],
    ["x|", []],
    // Any separator that the server knows begins a new name.
    ["lan, m|", ["[minh]", "Minh.Anh", "tran.minh"]],
    ["lan;m|", ["[minh]", "Minh.Anh", "tran.minh"]],
    ["lan m|", ["[minh]", "Minh.Anh", "tran.minh"]],
    ["[lan, m|]", ["[minh]", "Minh.Anh", "tran.minh"]],
    // Nobody twice.
    ["minh, m|", ["[Minh.Anh]", "tran.minh"]],
    ["MINH m| tran.minh", ["[Minh.Anh]"]],
    // Enter never changes a name that is fully written.
    ["an|", ["an.nguyen", "Minh.Anh"]],
    ["An|", ["an.nguyen", "Minh.Anh"]],
    ["lan|", []],
    // Everybody, on demand.
    ["|", PEOPLE],
    ["lan, |", PEOPLE.slice(1)],
    // The letters after the caret are replaced too.
    ["l|x, minh", ["[lan]"]],
  ];
  for (const [marked, expected] of cases) assert.deepEqual(offered(marked), expected, marked);
});

Deno.test("no more people are offered than can be looked at", () => {
  const many = Array.from({ length: 50 }, (_, at) => `user${at}`);
  assert.equal(peopleOptions("u", nameAt("u", 1), many).options.length, 8);
});

Deno.test("a chosen name replaces what was typed, ready for the next one", () => {
  const cases: [string, string][] = [
    ["l|", "lan, |"],
    ["minh, l|", "minh, lan, |"],
    ["minh l|", "minh lan, |"],
    ["l|x, minh", "lan, |minh"],
    ["l| minh", "lan, |minh"],
    ["|", "lan, |"],
  ];
  for (const [marked, expected] of cases) {
    const text = marked.replace("|", "");
    const { text: done, caret } = withName(text, nameAt(text, marked.indexOf("|")), "lan");
    assert.equal(`${done.slice(0, caret)}|${done.slice(caret)}`, expected, marked);
  }
});

Deno.test("a chosen name leaves all others as they were", () => {
  const typed = fc.string({ unit: fc.constantFrom("a", "b", ",", ";", " "), maxLength: 20 });
  fc.assert(
    fc.property(typed, fc.nat(20), (text, at) => {
      const caret = Math.min(at, text.length);
      const name = nameAt(text, caret);
      const before = splitTypedNames(text.slice(0, name.from));
      const after = splitTypedNames(text.slice(name.to));
      const done = withName(text, name, "lan");
      assert.deepEqual(splitTypedNames(done.text), [...before, "lan", ...after]);
    }),
  );
});
