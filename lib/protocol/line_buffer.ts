import { concatenate } from "./concatenate.ts";

/** A received line: its text, or the reason why it has none (docs/PROTOCOL.md, "Lines"). */
export type Received = { text: string } | { problem: "line_too_long" | "bad_encoding" };

const LF = 0x0a;
const BYTE_ORDER_MARK = Uint8Array.of(0xef, 0xbb, 0xbf);
const NOTHING = new Uint8Array();
// Every control character (Unicode category Cc) except TAB.
// deno-lint-ignore no-control-regex
const CONTROL = /[\u0000-\u0008\u000a-\u001f\u007f-\u009f]/;

/**
 * Splits a stream of bytes into lines, whatever the chunks it arrives in. A byte-order mark at the beginning of the
 * stream is dropped.
 *
 * Keeps at most `maxLine` bytes; a longer line is reported once and discarded up to its LF. A last line without LF is
 * never returned: it may be truncated.
 */
export class LineBuffer {
  readonly #maxLine: number;
  #kept: Uint8Array[] = [];
  #keptBytes = 0;
  #discarding = false;
  /** The first bytes, while they may still become a byte-order mark; null from then on. */
  #beginning: Uint8Array | null = NOTHING;

  /** @param maxLine length of the longest line in bytes, including its LF */
  constructor(maxLine: number) {
    this.#maxLine = maxLine;
  }

  /** Returns the lines that these bytes complete. Bytes of an incomplete line are copied. */
  push(bytes: Uint8Array): Received[] {
    const lines: Received[] = [];
    if (this.#beginning !== null) bytes = this.#withoutMark(this.#beginning, bytes);
    if (this.#discarding) {
      const end = bytes.indexOf(LF);
      if (end < 0) return lines;
      this.#discarding = false;
      bytes = bytes.subarray(end + 1);
    }
    const last = bytes.lastIndexOf(LF);
    if (last >= 0) {
      const whole = bytes.subarray(0, last);
      decodeLines(this.#takeKept(whole), this.#maxLine, lines);
      bytes = bytes.subarray(last + 1);
    }
    this.#keep(bytes, lines);
    return lines;
  }

  #withoutMark(beginning: Uint8Array, bytes: Uint8Array): Uint8Array {
    const begun = concatenate([beginning, bytes], beginning.length + bytes.length);
    const same = begun.subarray(0, 3).every((byte, at) => byte === BYTE_ORDER_MARK[at]);
    if (same && begun.length < 3) {
      this.#beginning = begun;
      return NOTHING;
    }
    this.#beginning = null;
    return same ? begun.subarray(3) : begun;
  }

  #keep(bytes: Uint8Array, lines: Received[]): void {
    if (bytes.length === 0) return;
    if (this.#keptBytes + bytes.length >= this.#maxLine) {
      this.#kept = [];
      this.#keptBytes = 0;
      this.#discarding = true;
      lines.push({ problem: "line_too_long" });
      return;
    }
    this.#kept.push(bytes.slice());
    this.#keptBytes += bytes.length;
    // A long line that arrives byte by byte would otherwise leave one array per byte.
    if (this.#kept.length >= 64) this.#kept = [concatenate(this.#kept, this.#keptBytes)];
  }

  #takeKept(bytes: Uint8Array): Uint8Array {
    if (this.#keptBytes === 0) return bytes;
    const joined = concatenate([...this.#kept, bytes], this.#keptBytes + bytes.length);
    this.#kept = [];
    this.#keptBytes = 0;
    return joined;
  }
}

// A byte-order mark elsewhere is text.
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function decode(bytes: Uint8Array): string | null {
  try {
    return decoder.decode(bytes);
  } catch {
    return null;
  }
}

/** @param bytes one or more lines separated by LF, without the last LF */
function decodeLines(bytes: Uint8Array, maxLine: number, lines: Received[]): void {
  // Decoding all lines at once is several times faster than decoding each.
  const text = bytes.length < maxLine ? decode(bytes) : null;
  if (text !== null) {
    for (const line of text.split("\n")) pushText(line, lines);
    return;
  }
  let start = 0;
  while (start <= bytes.length) {
    let end = bytes.indexOf(LF, start);
    if (end < 0) end = bytes.length;
    const line = bytes.subarray(start, end);
    start = end + 1;
    if (line.length >= maxLine) {
      lines.push({ problem: "line_too_long" });
      continue;
    }
    const lineText = decode(line);
    if (lineText === null) lines.push({ problem: "bad_encoding" });
    else pushText(lineText, lines);
  }
}

function pushText(line: string, lines: Received[]): void {
  const text = line.endsWith("\r") ? line.slice(0, -1) : line;
  if (text === "") return;
  lines.push(CONTROL.test(text) ? { problem: "bad_encoding" } : { text });
}
