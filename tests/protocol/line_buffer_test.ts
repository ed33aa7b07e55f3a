import assert from "node:assert/strict";
import fc from "fast-check";
import { LineBuffer, type Received } from "../../lib/protocol/line_buffer.ts";

const MAX_LINE = 16;
const encoder = new TextEncoder();
const tooLong = { problem: "line_too_long" } as const;
const badEncoding = { problem: "bad_encoding" } as const;

function bytes(...parts: (string | number[])[]): Uint8Array {
  return Uint8Array.from(
    parts.flatMap((part) => typeof part === "string" ? [...encoder.encode(part)] : part),
  );
}

const CASES: { name: string; input: Uint8Array; lines: Received[] }[] = [
  { name: "one line", input: bytes("ping\n"), lines: [{ text: "ping" }] },
  { name: "a CR before the LF", input: bytes("ping\r\n"), lines: [{ text: "ping" }] },
  { name: "several lines", input: bytes("a\nb\r\nc\n"), lines: ["a", "b", "c"].map(line) },
  { name: "empty lines", input: bytes("\n\r\n\na\n\n"), lines: [{ text: "a" }] },
  { name: "a line of spaces", input: bytes(" \t\n"), lines: [{ text: " \t" }] },
  { name: "Vietnamese", input: bytes("chào bạn\n"), lines: [{ text: "chào bạn" }] },
  { name: "a byte-order mark", input: bytes("\ufeffx\n"), lines: [line("x")] },
  { name: "a byte-order mark alone", input: bytes("\ufeff\nx\n"), lines: [line("x")] },
  { name: "a byte-order mark before CR LF", input: bytes("\ufeff\r\n\r\nx\n"), lines: [line("x")] },
  { name: "two byte-order marks", input: bytes("\ufeff\ufeffx\n"), lines: [line("\ufeffx")] },
  {
    name: "byte-order marks elsewhere",
    input: bytes("a\ufeff\n\ufeffb\n"),
    lines: [line("a\ufeff"), line("\ufeffb")],
  },
  {
    name: "half a byte-order mark",
    input: bytes([0xef, 0xbb], "\na\n"),
    lines: [badEncoding, line("a")],
  },
  { name: "what begins like a mark", input: bytes("\ufee0x\n"), lines: [line("\ufee0x")] },
  {
    name: "a byte-order mark before the longest line",
    input: bytes("\ufeff", "x".repeat(15), "\n"),
    lines: [line("x".repeat(15))],
  },
  { name: "a TAB", input: bytes("a\tb\n"), lines: [{ text: "a\tb" }] },
  { name: "a NUL", input: bytes("a\0b\n", "c\n"), lines: [badEncoding, { text: "c" }] },
  { name: "a CR within", input: bytes("a\rb\n"), lines: [badEncoding] },
  { name: "two CRs before the LF", input: bytes("a\r\r\n"), lines: [badEncoding] },
  { name: "an escape sequence", input: bytes("\x1b[2J\n"), lines: [badEncoding] },
  { name: "DEL", input: bytes("a\x7f\n"), lines: [badEncoding] },
  { name: "a C1 control (NEL)", input: bytes("a\u0085b\n"), lines: [badEncoding] },
  {
    name: "a lone continuation byte",
    input: bytes([0x80], "\na\n"),
    lines: [badEncoding, line("a")],
  },
  { name: "an overlong form", input: bytes([0xc0, 0xaf], "\n"), lines: [badEncoding] },
  { name: "a surrogate", input: bytes([0xed, 0xa0, 0x80], "\n"), lines: [badEncoding] },
  { name: "a character cut by the LF", input: bytes([0xe1, 0xba], "\n"), lines: [badEncoding] },
  { name: "the longest line", input: bytes("x".repeat(15), "\n"), lines: [line("x".repeat(15))] },
  { name: "a CR counts", input: bytes("x".repeat(15), "\r\na\n"), lines: [tooLong, line("a")] },
  { name: "one byte too many", input: bytes("x".repeat(16), "\na\n"), lines: [tooLong, line("a")] },
  { name: "far too long", input: bytes("x".repeat(99), "\na\n"), lines: [tooLong, line("a")] },
  {
    name: "bytes count, not characters",
    input: bytes("ạ".repeat(6), "\n"),
    lines: [tooLong],
  },
  {
    name: "many lines that are longer together",
    input: bytes("abcdefgh\n".repeat(5)),
    lines: Array(5).fill(line("abcdefgh")),
  },
  {
    name: "too long and never ended",
    input: bytes("a\n", "x".repeat(40)),
    lines: [line("a"), tooLong],
  },
];

function line(text: string): Received {
  return { text };
}

function feed(input: Uint8Array, cuts: number[]): Received[] {
  const buffer = new LineBuffer(MAX_LINE);
  const found: Received[] = [];
  let start = 0;
  for (const cut of [...cuts, input.length]) {
    // A reused buffer, like the connection's: retained data must have been copied.
    const piece = input.slice(start, cut);
    found.push(...buffer.push(piece));
    piece.fill(0x21);
    start = cut;
  }
  return found;
}

Deno.test("LineBuffer.push gives the lines when the input comes whole", () => {
  for (const { name, input, lines } of CASES) assert.deepEqual(feed(input, []), lines, name);
});

Deno.test("LineBuffer.push gives the same lines when the input comes byte by byte", () => {
  for (const { name, input, lines } of CASES) {
    assert.deepEqual(feed(input, [...input.keys()]), lines, name);
  }
});

Deno.test("LineBuffer.push keeps trailing data when it has no LF yet", () => {
  for (const { name, input, lines } of CASES) {
    if (input.at(-1) !== 0x0a) continue;
    assert.deepEqual(feed(bytes([...input], "tail"), []), lines, name);
    assert.deepEqual(feed(bytes([...input], "tail\n"), [input.length + 2]), [
      ...lines,
      line("tail"),
    ], name);
  }
});

Deno.test("LineBuffer.push gives the same lines when random bytes are cut anywhere", () => {
  const byte = fc.oneof(
    {
      weight: 3,
      arbitrary: fc.constantFrom(0x0a, 0x0d, 0x20, 0x61, 0xe1, 0xba, 0xa1, 0xef, 0xbb, 0xbf),
    },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: 255 }) },
  );
  fc.assert(
    fc.property(
      fc.array(byte, { maxLength: 200 }),
      fc.array(fc.nat(200), { maxLength: 20 }),
      (input, cuts) => {
        const whole = Uint8Array.from(input);
        const places = cuts.filter((cut) => cut <= whole.length).sort((a, b) => a - b);
        const found = feed(whole, places);
        assert.deepEqual(found, feed(whole, []));
        for (const received of found) {
          if (!("text" in received)) continue;
          assert(received.text !== "" && encoder.encode(received.text).length < MAX_LINE);
          assert(!/[\n\r\0]/.test(received.text));
        }
      },
    ),
    { numRuns: 2_000 },
  );
});

Deno.test("LineBuffer.push answers once when a line never ends", () => {
  const buffer = new LineBuffer(MAX_LINE);
  const found: Received[] = [];
  for (let i = 0; i < 10_000; i++) found.push(...buffer.push(bytes("endless")));
  assert.deepEqual(found, [tooLong]);
  assert.deepEqual(buffer.push(bytes("\nping\n")), [line("ping")]);
});
