import assert from "node:assert/strict";
import fc from "fast-check";
import { isVisible } from "../../lib/model/visible_text.ts";

/** Every character by which other chat systems were shown empty messages and names. */
const INVISIBLE = [
  ..." \t\n\u0085\u00a0\u00ad\u034f\u061c\u115f\u1160\u1680\u17b4\u17b5\u180b\u180e\u2000\u200a\u200b\u200c",
  ..."\u200d\u200e\u200f\u2028\u2029\u202a\u202e\u202f\u205f\u2060\u2061\u2064\u2066\u2069\u206f\u2800\u3000",
  ..."\u3164\ufe0f\ufeff\uffa0\ufff9\ufffb\u{1bca0}\u{1d159}\u{1d173}\u{e0001}\u{e0020}\u{e0100}",
];

Deno.test("isVisible knows what leaves no mark, however much there is of it", () => {
  for (const character of INVISIBLE) {
    const code = character.codePointAt(0)!.toString(16);
    assert.equal(isVisible(character), false, code);
    assert.equal(isVisible(`${character}a`), true, code);
  }
  assert.equal(isVisible(""), false);
  fc.assert(fc.property(fc.array(fc.constantFrom(...INVISIBLE)), (some) => {
    assert.equal(isVisible(some.join("")), false);
  }));
});

Deno.test("isVisible sees whatever leaves a mark, in any script", () => {
  const texts = [
    ...".!-_0aZđ👍🏽",
    "❤️",
    "👨‍👩‍👧",
    "🇻🇳",
    "ẫ".normalize("NFD"),
    "\u0301",
    "می‌خواهم",
    "क्‍ष",
    "漢",
    "ㅤ가",
    "\u0600",
    "\ufffd",
    "\ufffc",
    "\u200b\u2060.\ufeff",
  ];
  for (const text of texts) assert.equal(isVisible(text), true, JSON.stringify(text));
});
