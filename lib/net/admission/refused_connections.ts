import { encodeLine } from "../../protocol/encode_line.ts";
import type { ServerConn } from "../server_conn.ts";

/** Connections that are being told why at once; further ones are closed without a word. */
const MAX_REFUSING = 1_024;
/** How long in milliseconds such a connection may take to read it. */
const REFUSAL_LINGER = 1_000;
/** Bytes that are thrown away of what it has sent meanwhile. */
const MAX_THROWN_AWAY = 64 * 1024;

/** Tells connections that are not served why, within bounds, and closes them. */
export class RefusedConnections {
  readonly #refusing = new Set<Promise<void>>();

  /** Connections that are being told now. */
  get size(): number {
    return this.#refusing.size;
  }

  /** @returns once it is closed; undefined when it is at once */
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

/** Over all of it there is a time: a client that leaves a TLS handshake unfinished can't even be written to. */
async function refuse(conn: ServerConn, line: Uint8Array): Promise<void> {
  let deadline: ReturnType<typeof setTimeout> | undefined;
  const timeout = new Promise<void>((resolve) => {
    deadline = setTimeout(resolve, REFUSAL_LINGER);
  });
  // Raced, since not every version of Deno ends what is pending when a connection is closed (denoland/deno#35292).
  await Promise.race([tell(conn, line), timeout]);
  clearTimeout(deadline);
  close(conn);
}

/** What the client has sent is read and thrown away: closing over it could cost the client our line. */
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
    // Gone, or closed: nobody is left to tell.
  }
}

function close(conn: ServerConn): void {
  try {
    conn.close();
  } catch {
    // Closed already.
  }
}
