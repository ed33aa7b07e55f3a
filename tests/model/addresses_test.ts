import assert from "node:assert/strict";
import fc from "fast-check";
import { addressesIn } from "../../lib/model/addresses.ts";

/** Texts and the addresses in them; with several, separated by spaces. */
function assertFound(cases: readonly (readonly [text: string, addresses: string])[]): void {
  for (const [text, expected] of cases) {
    const found = addressesIn(text).map(({ from, to }) => text.slice(from, to)).join(" ");
    assert.equal(found, expected, JSON.stringify(text));
  }
}

Deno.test("an address ends where a sentence does, in any script", () => {
  const x = "http://a.vn/x";
  const ends = [
    ..."。、，．；：！？…‥—―～〜〰｡､",
    ..."（）［］｛｝「」『』【】〔〕〈〉《》｢｣〝〞〟",
    ...'"`´“”„‟‘’‚‛«»‹›<>＂＇′″',
    ..."؟؛،۔।॥។။።׃",
    ..." \n\t\u00A0\u3000\u2028\u2029\u0085",
    ..."\u200B\u200C\u200D\u2060\uFEFF\u00AD\u180E\u3164\u061C\u200E\u200F",
    ..."\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069",
  ];
  for (const sign of ends) {
    assertFound([[`${x}${sign}tiếp`, x], [`${sign}${x}${sign}`, x], [`xem ${x}${sign}`, x]]);
  }
  for (const sign of [...".,;:!?'*_~·・–¿¡)]}"]) {
    assertFound([[`${x}${sign}`, x], [`${x}${sign}。`, x], [`${x}${sign}${sign} `, x]]);
  }
  assertFound([
    ["（http://a.vn/x）", x],
    ["(xem http://a.vn/x).", x],
    ["请看http://a.vn/x，谢谢", x],
    ["'http://a.vn/x'", x],
  ]);
});

Deno.test("letters of any script belong to an address, and brackets in pairs", () => {
  for (
    const address of [
      "https://vi.wikipedia.org/wiki/Hà_Nội",
      `https://vi.wikipedia.org/wiki/${"Hà_Nội".normalize("NFD")}`,
      "https://ja.wikipedia.org/wiki/日本_(国)",
      "https://ja.wikipedia.org/wiki/レオナルド・ダ・ヴィンチ",
      "https://zh.wikipedia.org/wiki/中华人民共和国",
      "https://ar.wikipedia.org/wiki/فيتنام",
      "https://hi.wikipedia.org/wiki/वियतनाम",
      "https://th.wikipedia.org/wiki/กรุงเทพฯ",
      "https://en.wikipedia.org/wiki/Rock_'n'_Roll",
      "https://a.vn/❤️/x",
      "http://[::1]:7070/x",
      "https://a.vn/x?y=[1]&z={2}#!a;b,c:d@e",
    ]
  ) {
    assertFound([[address, address], [`(${address}).`, address], [`「${address}」と`, address]]);
  }
});

Deno.test("www. begins an address of a page at the beginning of a word", () => {
  const cases: [string, string | null][] = [
    ["www.a.vn/x", "http://www.a.vn/x"],
    ["WWW.A.vn", "http://WWW.A.vn"],
    ["(www.a.vn).", "http://www.a.vn"],
    ["xem:www.a.vn, rồi", "http://www.a.vn"],
    ["www.a.vn。", "http://www.a.vn"],
    ["www.việt.vn", "http://www.việt.vn"],
    ["❤️www.a.vn", "http://www.a.vn"],
    ["1️⃣www.a.vn", "http://www.a.vn"],
    ["www.vn", null],
    ["www...", null],
    ["www./a.b", null],
    ["xwww.a.vn đwww.a.vn 看www.a.vn _www.a.vn", null],
    ["x.www.a.vn x-www.a.vn @www.a.vn ftp://www.a.vn", null],
  ];
  for (const [text, url] of cases) {
    const pages = addressesIn(text).flatMap(({ url }) => url ?? []);
    assert.deepEqual(pages, url === null ? [] : [url], text);
  }
});

Deno.test("only http and https addresses are of pages", () => {
  const text = "ftp://a.vn mailto:x@a.vn a.vn/x xhttps://a.vn javascript:alert(1) ws://a.vn";
  assert.deepEqual(addressesIn(text).filter(({ url }) => url !== null), []);
  assert.equal(addressesIn("javascript:https://a.vn")[0].url, "https://a.vn");
  assert.equal(addressesIn("HTTPS://a.vn")[0].url, "HTTPS://a.vn");
});

Deno.test("what stands before a page's address in the same word takes nothing from it", () => {
  for (
    const text of [
      "[a.vn/x](https://a.vn/x)",
      "(a.vn/x),https://a.vn/x",
      "a.vn/x|https://a.vn/x",
      "mailto:an@a.vn,https://a.vn/x",
      "xem:https://a.vn/x",
      "看https://a.vn/x",
      "❤️https://a.vn/x",
    ]
  ) {
    const pages = addressesIn(text).filter(({ url }) => url !== null);
    assert.deepEqual(pages.map(({ url }) => url), ["https://a.vn/x"], text);
  }
});

Deno.test("addresses are in order and apart", () => {
  const piece = fc.oneof(
    fc.constantFrom("http://", "www.", "a.vn", "/", ":", ")", "(", ".", " ", "。", "mailto:", "@"),
    fc.string({ unit: "binary" }),
  );
  fc.assert(fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
    const text = pieces.join("");
    let end = 0;
    for (const { from, to } of addressesIn(text)) {
      assert.ok(from >= end && to >= from && to <= text.length);
      assert.doesNotMatch(text.slice(from, to), /[\s\u200B\u202E]/);
      end = to;
    }
  }));
});
