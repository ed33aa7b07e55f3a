import { writeAll } from "../files/write_all.ts";

/** Reads the lines of a connection, one at a time. */
export class LineReader {
  readonly #conn: Deno.Conn;
  readonly #most: number;
  readonly #decoder = new TextDecoder();
  #text = "";

  /** @param most bytes of a line, at most */
  constructor(conn: Deno.Conn, most: number) {
    this.#conn = conn;
    this.#most = most;
  }

  /** Returns the next line without its LF; null where it doesn't come whole, or is too long. */
  async next(): Promise<string | null> {
    const chunk = new Uint8Array(16 * 1024);
    for (;;) {
      const end = this.#text.indexOf("\n");
      if (end >= 0) {
        const line = this.#text.slice(0, end);
        this.#text = this.#text.slice(end + 1);
        return line;
      }
      if (this.#text.length > this.#most) return null;
      const count = await this.#conn.read(chunk);
      if (count === null) return null;
      this.#text += this.#decoder.decode(chunk.subarray(0, count), { stream: true });
    }
  }
}

/** Writes a line and its LF. */
export async function writeLine(conn: Deno.Conn, line: string): Promise<void> {
  await writeAll(conn, new TextEncoder().encode(`${line}\n`));
}
