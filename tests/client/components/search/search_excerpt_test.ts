import assert from "node:assert/strict";
import fc from "fast-check";
import { searchExcerpt } from "../../../../client/components/search/search_excerpt.ts";
import { searchMarks } from "../../../../client/components/search/search_marks.ts";

const excerpt = (message: string, query: string) => searchExcerpt(searchMarks(message, query));
const textOf = (parts: { text: string }[]) => parts.map(({ text }) => text).join("");

Deno.test("searchExcerpt leaves a short message whole", () => {
  assert.equal(textOf(excerpt("two\nlines", "lines")), "two\nlines");
});

Deno.test("searchExcerpt cuts a long message around its first mark, between words", () => {
  const message = `${"trước ".repeat(2_000)}hóa đơn ${"sau ".repeat(2_000)}`;
  const shown = excerpt(message, "hoa don");
  assert.deepEqual(shown.filter(({ marked }) => marked).map(({ text }) => text), ["hóa", "đơn"]);
  assert.match(textOf(shown), /^…(trước )+hóa đơn (sau )+…$/);
  assert.ok(textOf(shown).length < 400);
});

Deno.test("searchExcerpt shows the beginning of what has no mark, and the end of what ends in one", () => {
  assert.match(textOf(excerpt("word ".repeat(200), "")), /^(word )+…$/);
  assert.match(textOf(excerpt(`${"word ".repeat(200)}end`, "end")), /^…(word )+end$/);
});

Deno.test("searchExcerpt gives a piece of the message with its first mark, and cuts no character in two", () => {
  const text = fc.string({
    unit: fc.constantFrom("a", "ế", "e\u0302\u0301", "🎉", "👩‍👧", " ", "\n", "hit"),
    minLength: 150,
    maxLength: 1_500,
  });
  fc.assert(fc.property(text, (message) => {
    const parts = searchMarks(message, "hit");
    const shown = searchExcerpt(parts);
    const piece = textOf(shown).replace(/^…|…$/g, "");
    assert.ok(message.includes(piece));
    assert.ok(piece.isWellFormed());
    assert.doesNotMatch(piece, /^\p{M}/u);
    assert.equal(shown.some(({ marked }) => marked), parts.some(({ marked }) => marked));
  }));
});
