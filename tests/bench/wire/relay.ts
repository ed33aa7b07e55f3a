// What the runtime gives at most: the same fan-out with nothing behind it. A line `ROOM text` goes to every other
// connection of that room, and `ok` to the one that sent it; `JOIN ROOM` enters.
//   deno run -A tests/bench/wire/relay.ts
import { setImmediate } from "node:timers";

const LF = 10;
const OK = new TextEncoder().encode("ok\n");
const decoder = new TextDecoder();

/** Waiting output is written once a turn of the event loop, as one piece. */
class Out {
  #waiting: Uint8Array[] = [];
  #writing = false;

  constructor(readonly conn: Deno.TcpConn) {}

  push(bytes: Uint8Array): void {
    this.#waiting.push(bytes);
    if (this.#writing) return;
    this.#writing = true;
    setImmediate(() => this.#write());
  }

  async #write(): Promise<void> {
    try {
      while (this.#waiting.length > 0) {
        let bytes = joined(this.#waiting.splice(0));
        while (bytes.length > 0) bytes = bytes.subarray(await this.conn.write(bytes));
      }
    } catch {
      // Gone.
    }
    this.#writing = false;
  }
}

function joined(pieces: Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

const rooms = new Map<string, Set<Out>>();

function handle(line: Uint8Array, out: Out): void {
  const space = line.indexOf(32);
  const word = decoder.decode(line.subarray(0, space));
  if (word === "JOIN") {
    const room = decoder.decode(line.subarray(space + 1, line.length - 1));
    rooms.set(room, (rooms.get(room) ?? new Set()).add(out));
  } else {
    for (const other of rooms.get(word) ?? []) if (other !== out) other.push(line);
  }
  out.push(OK);
}

async function serve(conn: Deno.TcpConn): Promise<void> {
  conn.setNoDelay(true);
  const out = new Out(conn);
  const buffer = new Uint8Array(64 * 1024);
  let rest = new Uint8Array(0);
  for (let read; (read = await conn.read(buffer).catch(() => null)) !== null;) {
    const bytes = joined([rest, buffer.subarray(0, read)]);
    let from = 0;
    for (let end; (end = bytes.indexOf(LF, from)) >= 0; from = end + 1) {
      handle(bytes.subarray(from, end + 1), out);
    }
    rest = bytes.slice(from);
  }
  for (const room of rooms.values()) room.delete(out);
}

const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
// deno-lint-ignore no-console
console.log(`relay listening on 127.0.0.1:${listener.addr.port}`);
for await (const conn of listener) serve(conn);
