// The upper bound of the runtime: the same fan-out without a store. A line `ROOM text` is sent to every other
// connection of that room, and `ok` to its sender; `JOIN ROOM` enters. Rooms are numbers.
//   deno run -A tests/bench/wire/relay.ts
import { RelayOutput, space } from "./relay_output.ts";

const LF = 10;
const SPACE = " ".charCodeAt(0);
const ZERO = "0".charCodeAt(0);
const JOIN = "JOIN ";
const BUFFER_BYTES = 64 * 1024;
const OK = new TextEncoder().encode("ok\n");

const rooms = new Map<number, Set<RelayOutput>>();

async function serve(conn: Deno.TcpConn): Promise<void> {
  conn.setNoDelay(true);
  const output = new RelayOutput(conn);
  let buffer = new Uint8Array(BUFFER_BYTES);
  let kept = 0;
  try {
    for (let read; (read = await conn.read(buffer.subarray(kept))) !== null;) {
      const length = kept + read;
      const taken = handle(buffer.subarray(0, length), kept, output);
      kept = length - taken;
      if (taken > 0) buffer.copyWithin(0, taken, length);
      else if (length === buffer.length) {
        const larger = new Uint8Array(length * 2);
        larger.set(buffer);
        buffer = larger;
      }
      const more = space();
      if (more !== undefined) await more;
    }
  } catch {
    // The connection is gone.
  }
  for (const room of rooms.values()) room.delete(output);
}

/** Handles complete lines; the first `searched` bytes contain no line end. Returns the number of bytes consumed. */
function handle(bytes: Uint8Array, searched: number, output: RelayOutput): number {
  let from = 0;
  for (let end = bytes.indexOf(LF, searched); end >= 0; end = bytes.indexOf(LF, from)) {
    if (bytes[from] === JOIN.charCodeAt(0)) {
      const room = numberAt(bytes, from + JOIN.length);
      rooms.set(room, (rooms.get(room) ?? new Set()).add(output));
    } else {
      const line = bytes.subarray(from, end + 1);
      for (const other of rooms.get(numberAt(bytes, from)) ?? []) {
        if (other !== output) other.push(line);
      }
    }
    output.push(OK);
    from = end + 1;
  }
  return from;
}

/** Parses the number that ends at a space or the line's end. */
function numberAt(bytes: Uint8Array, from: number): number {
  let number = 0;
  for (let i = from; bytes[i] !== SPACE && bytes[i] !== LF; i++) {
    number = number * 10 + bytes[i] - ZERO;
  }
  return number;
}

const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
// deno-lint-ignore no-console
console.log(`relay listening on 127.0.0.1:${listener.addr.port}`);
for await (const conn of listener) serve(conn);
