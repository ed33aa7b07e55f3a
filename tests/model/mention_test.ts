import assert from "node:assert/strict";
import fc from "fast-check";
import process from "node:process";
import { mentionsIn } from "../../lib/model/mention.ts";

const NAMES = new Set(["an", "an.", "anh", "an.nguyen", "binh", "carol", "carole", "b_"]);

function mentioned(text: string): string[] {
  return mentionsIn(text, (name) => NAMES.has(name)).map(({ from, to }) => text.slice(from, to));
}

Deno.test("a mention ends where a word does, in any script", () => {
  const cases: [string, string[]][] = [
    ["@carol ơi", ["@carol"]],
    ["@carolê ơi", []],
    ["@carole\u0302 ơi", []],
    ["@carol\u0300", []],
    ["@anさん", []],
    ["@an٣", []],
    ["@anд", []],
    ["@an\u200Bx", ["@an"]],
    ["@an😀 @an❤️", ["@an", "@an"]],
    ["@an’s", ["@an"]],
    ["@an's @an/@binh", ["@an", "@an", "@binh"]],
    ["@an,@binh;@carol", ["@an", "@binh", "@carol"]],
    ["(@an) [@an] “@an” 「@an」", ["@an", "@an", "@an", "@an"]],
    ["@an: @an… @an! @an。", ["@an", "@an", "@an", "@an"]],
    ["@an. @binh. @binh... @an-", ["@an.", "@binh", "@binh", "@an"]],
    ["@an.nguyen @an.nguyen. @an.b", ["@an.nguyen", "@an.nguyen"]],
    ["@an.ơi @an-ê", []],
    ["@an_ @an_. @b_ @b_.", ["@b_", "@b_"]],
    ["@AN @An.Nguyen", ["@AN", "@An.Nguyen"]],
    // A Kelvin sign, whose lower case is k, is no letter of a name.
    ["@an\u212A", []],
  ];
  for (const [text, expected] of cases) assert.deepEqual(mentioned(text), expected, text);
});

Deno.test("a mention begins where a word does, in any script", () => {
  const cases: [string, string[]][] = [
    ["mail@an chào@an e\u0302@an 名@an 3@an _@an 𝐚@an @@an", []],
    ["\n@an\t@an —@an 😀@an 。@an \u200B@an", ["@an", "@an", "@an", "@an", "@an", "@an"]],
    ["❤️@an 1️⃣@an ✌🏽@an 🏴󠁧󠁢󠁥󠁮󠁧󠁿@an 👩‍💻@an", ["@an", "@an", "@an", "@an", "@an"]],
    ["@an.@binh", ["@an", "@binh"]],
  ];
  for (const [text, expected] of cases) assert.deepEqual(mentioned(text), expected, text);
});

Deno.test("no mention stands within an address", () => {
  const cases: [string, string[]][] = [
    ["https://medium.com/@carol/x", []],
    ["http://x.vn/?a=@carol,@an", []],
    ["https://x.vn/#/@an", []],
    ["https://@an", []],
    ["ftp://x.vn/@carol ssh://@an", []],
    ["www.x.vn/@carol WWW.X.VN/@carol", []],
    ["❤️medium.com/@carol", []],
    ["medium.com/@carol (x.medium.com:443/@carol)", []],

    ["@an@example.com an@example.com @binh@binh", []],
    ["mailto:@an mailto:x.@an", []],
    ["https://x.vn @an https://x.vn/@an @binh", ["@an", "@binh"]],
    ["@an:https://x.vn/@binh", ["@an"]],
    ["[@an](https://x.vn/@binh)", ["@an"]],
    ["x.vn/@carol,https://x.vn/@binh", []],
    ["https://x.vn/x。@an", ["@an"]],
    ["https://x.vn/\u200B@an", ["@an"]],
    ["và/@an hoặc/@binh 24/7/@an", ["@an", "@binh", "@an"]],
    ["@an.nguyen/@binh", ["@an.nguyen", "@binh"]],
  ];
  for (const [text, expected] of cases) assert.deepEqual(mentioned(text), expected, text);
});

Deno.test("mentions are slices of the text with an @ and a name", () => {
  const piece = fc.oneof(
    fc.constantFrom("@", "@an", "@binh", ".", "-", "_", "/", "http://", "www.", " ", "ê", "a.vn"),
    fc.string({ unit: "binary" }),
  );
  fc.assert(fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
    const text = pieces.join("");
    let end = 0;
    for (const { from, to, name } of mentionsIn(text, (name) => NAMES.has(name))) {
      assert.ok(from >= end && NAMES.has(name));
      assert.equal(text.slice(from, to).toLowerCase(), `@${name}`);
      end = to;
    }
  }));
});

Deno.test("names are asked for at most once for each character of a text", () => {
  for (const piece of ["@a", "@a-", "@a,", "@a.....", `@a${".".repeat(200)}`, "@"]) {
    const text = piece.repeat(16_000 / piece.length);
    let asked = 0;
    mentionsIn(text, () => ++asked < 0);
    assert.ok(asked <= text.length, piece);
  }
});

/** The processor's time for the mentions in a text, in microseconds: the least of some attempts. */
function costOf(text: string): number {
  let least = Infinity;
  for (let attempt = 0; attempt < 5; attempt++) {
    const before = process.cpuUsage();
    mentionsIn(text, () => false);
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, user + system);
  }
  return least;
}

Deno.test("sixteen times the text takes about sixteen times the work, however hostile", () => {
  for (
    const piece of [
      ...["@a", "@a-", "@.", "@a/", "a@", "@a ".padEnd(40, "."), "a.", "a-", "a.a/@b "],
      ...["http://", "www.", "mailto:", "://", ":1", "(", ")", "((a]", "\u0301", "\u{1D41A}@a"],
    ]
  ) {
    const text = (length: number) => `@ ${piece.repeat(length / piece.length)} @`;
    const [short, long] = [costOf(text(16_000)), costOf(text(256_000))];
    // Work in proportion to the square would be 256 times as much.
    assert.ok(long < 100 * Math.max(short, 200), `${piece}: ${short} µs, then ${long} µs`);
  }
});
