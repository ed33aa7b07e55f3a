import assert from "node:assert/strict";
import fc from "fast-check";
import { contained, isolated } from "../../../client/shared/isolated_text.ts";

Deno.test("isolated keeps a text's direction to itself, whatever it leaves open", () => {
  const cases: [string, string][] = [
    ["Trang web", "Trang web"],
    ["日本 ไทย Đường 😀 \u200B", "日本 ไทย Đường 😀 \u200B"],
    ["אתר", "\u2068אתר\u2069"],
    ["موقع 2", "\u2068موقع 2\u2069"],
    ["\u{1E900}\u{10A00}", "\u2068\u{1E900}\u{10A00}\u2069"],
    ["a\u202Eb", "\u2068ab\u2069"],
    ["a\u2069b\u202Cc", "\u2068abc\u2069"],
    ["\u2067a\u2069 \u2066b\u202Ac", "\u2068a bc\u2069"],
  ];
  for (const [text, expected] of cases) {
    assert.equal(isolated(text), expected, JSON.stringify(text));
  }
});

Deno.test("isolated has one isolate around a text at most, and none left open", () => {
  const piece = fc.constantFrom(..."ab א\n\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069");
  fc.assert(fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
    const shown = isolated(pieces.join(""));
    assert.match(shown, /^(?:[ab \n]*|\u2068[ab א\n]*\u2069)$/);
  }));
});

Deno.test("contained leaves nothing that ends the isolation of an element early", () => {
  const cases: [string, string][] = [
    ["plain\ntext", "plain\ntext"],
    ["\u202Ea\u202C \u2066b\u2069 \u200F", "\u202Ea\u202C \u2066b\u2069 \u200F"],
    ["a\u2069\u202Eb", "a\u202Eb"],
    ["\u2067a\u2069\u2069b", "\u2067a\u2069b"],
    ["\u2066\u2067a\u2069\u2069\u2069b", "\u2066\u2067a\u2069\u2069b"],
    ["\u2066a\n\u2069b", "\u2066a\nb"],
    ["a\u2029\u202Eb\x85c\x1Cd\re", "a\n\u202Eb\nc\nd\ne"],
    ["a\u2028b\fc\vd", "a\u2028b\fc\vd"],
  ];
  for (const [text, expected] of cases) {
    assert.equal(contained(text), expected, JSON.stringify(text));
  }
});
