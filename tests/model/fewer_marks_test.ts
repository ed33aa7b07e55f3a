import assert from "node:assert/strict";
import { fewerMarks } from "../../lib/model/fewer_marks.ts";
import { composedPassword } from "../../lib/model/accounts/composed_password.ts";
import { plainText, wordsIn } from "../../lib/store/sqlite/search/search_text.ts";
import { searchTerms, textMatch } from "../../lib/store/sqlite/search/search_query.ts";

/** Composing these sorts all marks: seconds where their number isn't bounded. */
const PILED = "\u0301\u0323".repeat(16_000);
/** Likewise once what parts them is left out. */
const PARTED = `${"\u0301\u0323".repeat(14)}\u200b`.repeat(1_000);

Deno.test("thirty marks on a letter stay, and the letters with them", () => {
  const thirty = `a${"\u0301".repeat(30)}`;
  assert.equal(fewerMarks(`${thirty}b${thirty}\u0323\u0301 ẫ`), `${thirty}b${thirty} ẫ`);
  assert.equal(fewerMarks(`ｶ${"ﾞﾟ".repeat(20)}x`), `ｶ${"ﾞﾟ".repeat(15)}x`);
});

Deno.test("whatever normalization sorts counts as a mark", () => {
  for (let code = 0xa0; code < 0x110000; code++) {
    if (code >= 0xd800 && code <= 0xdfff) continue;
    const [first] = String.fromCodePoint(code).normalize("NFKD");
    // A mark that lies over its letter is sorted before all others.
    const sorted = `a${first}\u0334`.normalize("NFKD") !== `a${first}\u0334`;
    if (sorted) assert.match(String.fromCodePoint(code), /^[\p{M}\uff9e\uff9f]$/u);
  }
});

// Guard (floods): no line takes seconds to be composed: neither a message, a search nor a password
Deno.test("marks that are piled on a letter take little time", () => {
  const began = performance.now();
  for (const text of [`a${PILED}`, `a${PARTED}`, PILED]) {
    wordsIn(text);
    plainText(text);
    const terms = searchTerms(`"${text}" ${text}+`);
    for (const { words } of terms) assert(words.length > 0);
    textMatch({ form: "exact", phrases: [{ words: ["a"], beginning: true }] })(text);
    assert.equal(composedPassword(text), null);
  }
  const took = performance.now() - began;
  assert(took < 2_000, `${Math.round(took)} ms`);
});

Deno.test("every form of a password that can be had is composed", () => {
  const longest = "\u{2f800}".repeat(24) + "ᾂ".normalize("NFD").repeat(24);
  assert.equal(composedPassword(longest), longest.normalize("NFC"));
});
