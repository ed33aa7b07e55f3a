import { repeat, type Timer, type Timers } from "../timers.ts";
import type { Outbox } from "./outbox.ts";
import type { ResponseOrder } from "./response_order.ts";
import type { ServerConn } from "./server_conn.ts";

/** Milliseconds that a connection which is being ended may take to receive what is left. */
const END_DEADLINE = 5_000;
/** Milliseconds that a client which ended its sending half may take nothing of what it asked for. */
const STALL = 5_000;
/** Milliseconds to wait for the other side's FIN: closing earlier could cost the client the last line. */
const LINGER = 1_000;

export interface GracefulEnd {
  conn: ServerConn;
  responses: ResponseOrder;
  outbox: Outbox;
  /** Makes the line that says why; called once the requests in hand are answered. */
  lastLine: () => Uint8Array;
  /** Settles when the client has ended its sending half. */
  heardEnd: Promise<void>;
  /** Settles when the connection is closed, however. */
  closed: Promise<unknown>;
  isClosed: () => boolean;
  timers: Timers;
}

/** Answers the requests in hand, says why, and waits for the client to take it all, for a few seconds at most. */
export async function endGracefully(
  { conn, responses, outbox, lastLine, heardEnd, closed, isClosed, timers }: GracefulEnd,
): Promise<void> {
  const timeout = within(timers, END_DEADLINE);
  const said = (async () => {
    await responses.fewerThan(1);
    outbox.end(lastLine());
    await outbox.drained();
    if (isClosed()) return;
    await conn.closeWrite();
    const linger = within(timers, LINGER);
    await Promise.race([heardEnd, closed, linger.passed]);
    linger.cancel();
  })();
  try {
    await Promise.race([said, timeout.passed]);
  } catch {
    // The client is gone: there is nobody to tell.
  } finally {
    timeout.cancel();
    said.catch(() => {});
  }
}

/** Waits until a client that has ended its sending half has taken everything, or has stopped taking anything. */
export async function untilTaken(
  outbox: Outbox,
  closed: Promise<unknown>,
  timers: Timers,
): Promise<void> {
  let taken = -1;
  let stalled = () => {};
  const stall = new Promise<void>((resolve) => stalled = resolve);
  const stop = repeat(timers, () => {
    if (outbox.written === taken) stalled();
    taken = outbox.written;
  }, STALL);
  await Promise.race([outbox.drained(), stall, closed]);
  stop();
}

function within(timers: Timers, ms: number): { passed: Promise<void>; cancel: () => void } {
  let timer: Timer;
  const passed = new Promise<void>((resolve) => timer = timers.set(resolve, ms));
  return { passed, cancel: () => timers.clear(timer) };
}
