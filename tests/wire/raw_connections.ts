import { setTimeout } from "node:timers/promises";

const encoder = new TextEncoder();

/** Connects without reading anything; by default to loopback. */
export function connectRaw(port: number, hostname = "127.0.0.1"): Promise<Deno.TcpConn> {
  return Deno.connect({ port, hostname });
}

/** Writes the whole text. */
export async function say(conn: Deno.Conn, text: string): Promise<void> {
  let bytes = encoder.encode(text);
  while (bytes.length > 0) bytes = bytes.subarray(await conn.write(bytes));
}

/** Reads lines until the server ends the connection, then closes it. */
export async function linesToEnd(conn: Deno.Conn): Promise<string[]> {
  const decoder = new TextDecoder();
  const buffer = new Uint8Array(64 * 1024);
  let text = "";
  try {
    for (let n; (n = await conn.read(buffer)) !== null;) {
      text += decoder.decode(buffer.subarray(0, n), { stream: true });
    }
  } catch {
    // Reset: earlier data counts.
  }
  conn.close();
  return text.split("\n").slice(0, -1);
}

/** Waits for an internal change of the server that no client can observe; throws when it never happens. */
export async function until(happened: () => boolean): Promise<void> {
  for (let look = 0; !happened(); look++) {
    if (look === 3_000) throw new Error(`it did not happen: ${happened}`);
    await setTimeout(5);
  }
}
