import { encodeLine } from "../../protocol/encode_line.ts";
import type { ServerConn } from "../server_conn.ts";

/** Maximum number of connections that are being refused at a time; further ones are closed without a line. */
const MAX_REFUSING = 1_024;
/** Milliseconds that a refused connection may take to read its line. */
const REFUSAL_LINGER = 1_000;
/** Maximum bytes of input that are read and discarded meanwhile. */
const MAX_THROWN_AWAY = 64 * 1024;

/** Sends refused connections their line, within bounds, and closes them. */
export class RefusedConnections {
  readonly #refusing = new Set<Promise<void>>();

  /** Number of connections that are being refused now. */
  get size(): number {
    return this.#refusing.size;
  }

  /** @returns a promise that settles once the connection is closed; undefined when it was closed at once */
  refuse(conn: ServerConn, line: string): Promise<void> | undefined {
    if (this.#refusing.size >= MAX_REFUSING) {
      close(conn);
      return undefined;
    }
    const refused = refuse(conn, encodeLine(line)).finally(() => this.#refusing.delete(refused));
    this.#refusing.add(refused);
    return refused;
  }

  async settled(): Promise<void> {
    await Promise.all(this.#refusing);
  }
}

/** Sends the line and closes, within a deadline: a write to a client that doesn't finish its TLS handshake hangs. */
async function refuse(conn: ServerConn, line: Uint8Array): Promise<void> {
  let deadline: ReturnType<typeof setTimeout> | undefined;
  const timeout = new Promise<void>((resolve) => {
    deadline = setTimeout(resolve, REFUSAL_LINGER);
  });
  // A race, since not every version of Deno ends pending operations when a connection is closed (denoland/deno#35292).
  await Promise.race([tell(conn, line), timeout]);
  clearTimeout(deadline);
  close(conn);
}

/** Sends the line, then reads and discards input: closing with unread input could lose the line. */
async function tell(conn: ServerConn, line: Uint8Array): Promise<void> {
  try {
    await conn.write(line);
    await conn.closeWrite();
    const buffer = new Uint8Array(1024);
    for (let thrown = 0; thrown < MAX_THROWN_AWAY;) {
      const length = await conn.read(buffer);
      if (length === null) return;
      thrown += length;
    }
  } catch {
    // The client is gone, or the connection was closed.
  }
}

function close(conn: ServerConn): void {
  try {
    conn.close();
  } catch {
    // Already closed.
  }
}
