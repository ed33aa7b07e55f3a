/** Digits of a time in microseconds. */
const DIGITS = 12;
const TILDE = "~".charCodeAt(0);
const ZERO = "0".charCodeAt(0);

/** The same request several times in a row, encoded once; only the send time in their texts is rewritten. */
export class StampedLines {
  readonly #bytes: Uint8Array;
  /** Length of one line. */
  readonly #length: number;
  /** Offset of the time within a line. */
  readonly #timeAt: number;

  /** @param message a request with `%` in place of its text; `size` is the text's length in bytes */
  constructor(message: string, size: number, most: number) {
    const text = `~${"0".repeat(DIGITS)}~`.padEnd(size, "x");
    if (text.length !== size) throw new Error(`a message has at least ${text.length} bytes`);
    const line = new TextEncoder().encode(message.replace("%", text));
    this.#length = line.length;
    this.#timeAt = line.indexOf(TILDE) + 1;
    this.#bytes = new Uint8Array(line.length * most);
    for (let i = 0; i < most; i++) this.#bytes.set(line, i * line.length);
  }

  /** Returns this many lines, stamped with the current time. The next call overwrites them. */
  stamped(count: number): Uint8Array {
    let time = Math.floor(performance.now() * 1_000);
    for (let digit = DIGITS - 1; digit >= 0; digit--) {
      const rest = Math.floor(time / 10);
      const value = ZERO + time - rest * 10;
      for (let line = 0; line < count; line++) {
        this.#bytes[line * this.#length + this.#timeAt + digit] = value;
      }
      time = rest;
    }
    return this.#bytes.subarray(0, count * this.#length);
  }
}

/** Milliseconds since the message was sent whose text begins at or after `from`. */
export function age(bytes: Uint8Array, from: number): number {
  const at = bytes.indexOf(TILDE, from) + 1;
  let time = 0;
  for (let digit = 0; digit < DIGITS; digit++) time = time * 10 + bytes[at + digit] - ZERO;
  return performance.now() - time / 1_000;
}
