import assert from "node:assert/strict";
import fc from "fast-check";
import {
  addressesBetweenMarkers,
  markedPlaces,
} from "../../../../client/components/markup/marked_places.ts";

/** The message in pieces: links, mentions, and what is between. */
function messageParts(message: string, names: ReadonlySet<string> = new Set()) {
  const parts: { text: string; href?: string; host?: string; mention?: string }[] = [];
  let done = 0;
  for (const { from, to, part } of markedPlaces(message, addressesBetweenMarkers(message), names)) {
    assert.ok(from >= done && to > from);
    assert.equal(part.text, message.slice(from, to));
    if (from > done) parts.push({ text: message.slice(done, from) });
    parts.push(
      part.kind === "link"
        ? { text: part.text, href: part.href, host: part.host }
        : { text: part.text, mention: part.name },
    );
    done = to;
  }
  if (done < message.length) parts.push({ text: message.slice(done) });
  return parts;
}

const CASES: [string, string[]][] = [
  ["no address", []],
  ["https://a.example", ["https://a.example"]],
  ["see http://a.example/x?y=1&z=2#w.", ["http://a.example/x?y=1&z=2#w"]],
  ["(https://a.example/b), then", ["https://a.example/b"]],
  ["https://a.example/w_(x)", ["https://a.example/w_(x)"]],
  ["(see https://a.example/w_(x)).", ["https://a.example/w_(x)"]],
  ["“https://a.example/đường”", ["https://a.example/đường"]],
  ["https://a.example\nhttps://b.example!", ["https://a.example", "https://b.example"]],
  ["HTTPS://A.example/", ["HTTPS://A.example/"]],
  ["<https://a.example>", ["https://a.example"]],
  ["javascript:alert(1) data:text/html,x ftp://a.example", []],
  ["xhttps://a.example", []],
  ["https:// http://...", []],
  ["javascript:https://a.example", ["https://a.example"]],
  ["www.a.example/x, then", ["www.a.example/x"]],
  ["http://a.vn/x。tiếp（http://a.vn/y）", ["http://a.vn/x", "http://a.vn/y"]],
  ["mailto:a@a.example a.example/x", []],
  ["_https://a.example/b_c_ **www.a.example** x_https://a.example", [
    "https://a.example/b_c",
    "www.a.example",
  ]],
];

Deno.test("markedPlaces finds web addresses and nothing else", () => {
  for (const [message, expected] of CASES) {
    const found = messageParts(message).filter((part) => part.href !== undefined);
    assert.deepEqual(found.map((part) => part.text), expected, message);
  }
});

Deno.test("markedPlaces are in order and apart, and every address is http or https", () => {
  const word = fc.constantFrom("https://", "http://a.b", ")", "(", ".", " ", "\n", "javascript:");
  fc.assert(fc.property(
    fc.array(fc.oneof(word, fc.string({ unit: "binary" })), { maxLength: 12 }),
    (words) => {
      const message = words.join("");
      const parts = messageParts(message);
      assert.equal(parts.map((part) => part.text).join(""), message);
      for (const { text, href } of parts) {
        assert.notEqual(text, "");
        if (href !== undefined) assert.match(href, /^https?:\/\//);
      }
    },
  ));
});

Deno.test("markedPlaces takes thousands of brackets off the end of an address", () => {
  const message = `https://a.example/${")".repeat(15_900)}`;
  assert.equal(messageParts(message)[0].text, "https://a.example/");
});

Deno.test("markedPlaces marks a hundred places of a message and leaves the rest as text", () => {
  for (const [piece, times] of [["@bob ", 3_200], ["http://a ", 1_777]] as const) {
    const message = piece.repeat(times);
    const parts = messageParts(message, new Set(["bob"]));
    assert.equal(parts.filter(({ href, mention }) => href || mention).length, 100);
    assert.equal(parts.map(({ text }) => text).join(""), message);
  }
});

Deno.test("markedPlaces marks members' names, but not within an address", () => {
  const names = new Set(["bob", "an.b"]);
  const cases: [string, string[]][] = [
    ["@bob", ["@bob"]],
    ["@BOB, @an.b. @nobody mail@bob", ["@BOB", "@an.b"]],
    ["@bob.@bob @bob@bob chào@bob 𝐚@bob 😀@bob @@bob", ["@bob", "@bob", "@bob"]],
    ["@bobê www.a.example/@bob @bob@a.example", []],
    ["https://a.example/@bob and @bob", ["@bob"]],
  ];
  for (const [message, expected] of cases) {
    const parts = messageParts(message, names);
    assert.equal(parts.map(({ text }) => text).join(""), message);
    const found = parts.filter(({ mention }) => mention !== undefined);
    assert.deepEqual(found.map(({ text }) => text), expected, message);
    for (const { text, mention } of found) assert.equal(`@${mention}`, text.toLowerCase());
  }
});

Deno.test("markedPlaces tells the host of a link whose text could mislead", () => {
  const cases: [string, string, string | undefined][] = [
    ["https://a.example/@b", "https://a.example/@b", undefined],
    ["www.a.example", "http://www.a.example/", undefined],
    ["https://google.com@evil.vn/", "https://google.com@evil.vn/", "evil.vn"],
    ["www.google.com@evil.vn", "http://www.google.com@evil.vn/", "evil.vn"],
    ["https://\u0430pple.com", "https://xn--pple-43d.com/", "xn--pple-43d.com"],
  ];
  for (const [message, href, host] of cases) {
    const [part, ...others] = messageParts(message);
    assert.deepEqual([part.text, part.href, part.host, others], [message, href, host, []]);
  }
});
