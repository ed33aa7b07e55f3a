import assert from "node:assert/strict";
import fc from "fast-check";
import { searchMarks } from "../../../../client/components/search/search_marks.ts";

/** The message with its marks in square brackets. */
function marked(message: string, query: string): string {
  return searchMarks(message, query).map(({ text, marked }) => marked ? `[${text}]` : text)
    .join("");
}

Deno.test("searchMarks marks what the search itself finds", () => {
  const cases: [string, string, string][] = [
    ["hóa đơn", "hoa don", "[hóa] [đơn]"],
    ["HOÁ ĐƠN", "hóa đơn", "[HOÁ] [ĐƠN]"],
    ["hóa đơn".normalize("NFD"), "hoa", `[${"hóa".normalize("NFD")}] ${"đơn".normalize("NFD")}`],
    ["hoa hồng", "hóa".normalize("NFD"), "[hoa] hồng"],
    ["dự định đã định", "dinh", "dự [định] đã [định]"],
    ["hóa đơn", "ho", "[hó]a đơn"],
    ["hóa đơn".normalize("NFD"), "ho", `[${"hó".normalize("NFD")}]a ${"đơn".normalize("NFD")}`],
    ["a word, swords", "word", "a [word], swords"],
    ["họp nhóm; nhóm họp; họp cả nhóm", '"hop nhom"', "[họp nhóm]; nhóm họp; họp cả nhóm"],
    ["team meetings, team meeting", '"team meeting"', "team meetings, [team meeting]"],
    ["team-meetings", "team-meet", "[team-meet]ings"],
    ["one two three", "“two three", "one [two three]"],
    ["1.234.567", "234", "1.[234].567"],
    ["party 🎉🎉", "🎉", "party [🎉][🎉]"],
    ["soft\u00ADware", "software", "[soft\u00ADware]"],
    ["tin nhắn", "", "tin nhắn"],
    ["tin nhắn", "?! ()", "tin nhắn"],
    ["x AND y OR z*", "or", "x AND y [OR] z*"],
    ["line one\nline two", "two", "line one\nline [two]"],
    ["ﬁsh", "f", "[ﬁ]sh"],
    ["abcabc", "abc ab a", "[abc]abc"],
  ];
  for (const [message, query, expected] of cases) {
    assert.equal(marked(message, query), expected, `${message} / ${query}`);
  }
});

const text = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 80 }),
  fc.string({ unit: "binary", maxLength: 80 }),
  fc.string({
    unit: fc.constantFrom("a", "á", "a\u0301", "đ", "D", " ", '"', "-", "🎉", "\uD83C", "\n"),
    maxLength: 80,
  }),
);

Deno.test("searchMarks gives parts that are the message again, none of them empty", () => {
  fc.assert(fc.property(text, text, (message, query) => {
    const parts = searchMarks(message, query);
    assert.equal(parts.map((part) => part.text).join(""), message);
    assert.ok(parts.every((part) => part.text !== ""));
  }));
});

Deno.test("searchMarks finds each word of a message again, however it is typed", () => {
  const word = fc.string({
    unit: fc.constantFrom(..."aáàăâbcdđeêghioôơuưyẤỆ"),
    minLength: 1,
    maxLength: 8,
  });
  const typed = fc.constantFrom(
    (one: string) => one.toUpperCase(),
    (one: string) => one.normalize("NFD"),
    (one: string) => one.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/g, "d"),
    (one: string) => [...one].slice(0, Math.ceil([...one].length / 2)).join(""),
  );
  fc.assert(fc.property(fc.array(word, { minLength: 1 }), fc.nat(), typed, (words, at, type) => {
    const message = words.join(" ");
    const asked = words[at % words.length];
    const marks = searchMarks(message, type(asked)).filter((part) => part.marked);
    assert.ok(marks.some(({ text }) => asked.startsWith(text)), marked(message, type(asked)));
  }));
});
