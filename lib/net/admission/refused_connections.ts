import { systemTimers, type Timer, type Timers } from "../../timers.ts";
import { encodeLine } from "../../protocol/encode_line.ts";
import type { ServerConn } from "../server_conn.ts";

/** Connections that may be told the reason at the same time; further ones are closed without a line. */
const MAX_REFUSING = 1_024;
/** Milliseconds that a refused connection may take to read its line. */
const REFUSAL_LINGER = 1_000;
/** Bytes of its input that are discarded meanwhile, before it is closed. */
const MAX_THROWN_AWAY = 64 * 1024;

/** Tells refused connections the reason, within bounds, and closes them. */
export class RefusedConnections {
  readonly #timers: Timers;
  readonly #refusing = new Set<Promise<void>>();

  /** Connections that are being told the reason now. */
  get size(): number {
    return this.#refusing.size;
  }

  constructor(timers: Timers = systemTimers) {
    this.#timers = timers;
  }

  /** @returns once it is closed; undefined when it is at once */
  refuse(conn: ServerConn, line: string): Promise<void> | undefined {
    if (this.#refusing.size >= MAX_REFUSING) {
      close(conn);
      return undefined;
    }
    const refused = refuse(conn, encodeLine(line), this.#timers).finally(() =>
      this.#refusing.delete(refused)
    );
    this.#refusing.add(refused);
    return refused;
  }

  async settled(): Promise<void> {
    await Promise.all(this.#refusing);
  }
}

/** All of it has a deadline: to a client that leaves its TLS handshake unfinished, even the write never ends. */
async function refuse(conn: ServerConn, line: Uint8Array, timers: Timers): Promise<void> {
  let deadline: Timer | undefined;
  const timeout = new Promise<void>((resolve) => {
    deadline = timers.set(resolve, REFUSAL_LINGER);
  });
  // A race, since closing a connection doesn't settle pending reads in every version of Deno (denoland/deno#35292).
  await Promise.race([tell(conn, line), timeout]);
  timers.clear(deadline);
  close(conn);
}

/** Discards the client's input: closing with input unread could cost the client our line. */
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
    // The client is gone, or the deadline has passed.
  }
}

function close(conn: ServerConn): void {
  try {
    conn.close();
  } catch {
    // Closed already.
  }
}
