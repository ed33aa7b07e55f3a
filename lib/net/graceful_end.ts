import type { Outbox } from "./outbox.ts";
import type { ResponseOrder } from "./response_order.ts";
import type { ServerConn } from "./server_conn.ts";

/** Milliseconds within which an ending connection must receive its remaining output. */
const END_DEADLINE = 5_000;
/** Milliseconds for which a client that ended its sending half may stop reading its responses. */
const STALL = 5_000;
/** Milliseconds to wait for the client's FIN: closing earlier could lose the last line. */
const LINGER = 1_000;

export interface GracefulEnd {
  conn: ServerConn;
  responses: ResponseOrder;
  outbox: Outbox;
  /** Makes the line that gives the reason. Called once the requests in progress are answered. */
  lastLine: () => Uint8Array;
  /** Settles when the client has ended its sending half. */
  heardEnd: Promise<void>;
  /** Settles when the connection is closed, for any reason. */
  closed: Promise<unknown>;
  isClosed: () => boolean;
}

/** Answers the requests in progress, sends the reason and waits up to `END_DEADLINE` for the client to take it all. */
export async function endGracefully(
  { conn, responses, outbox, lastLine, heardEnd, closed, isClosed }: GracefulEnd,
): Promise<void> {
  const timeout = within(END_DEADLINE);
  const said = (async () => {
    await responses.fewerThan(1);
    outbox.end(lastLine());
    await outbox.drained();
    if (isClosed()) return;
    await conn.closeWrite();
    const linger = within(LINGER);
    await Promise.race([heardEnd, closed, linger.passed]);
    linger.cancel();
  })();
  try {
    await Promise.race([said, timeout.passed]);
  } catch {
    // The client is gone.
  } finally {
    timeout.cancel();
    said.catch(() => {});
  }
}

/** Waits until a client that has ended its sending half has taken all output or has stopped taking any. */
export async function untilTaken(outbox: Outbox, closed: Promise<unknown>): Promise<void> {
  let taken = -1;
  let stalled = () => {};
  const stall = new Promise<void>((resolve) => stalled = resolve);
  const watch = setInterval(() => {
    if (outbox.written === taken) stalled();
    taken = outbox.written;
  }, STALL);
  await Promise.race([outbox.drained(), stall, closed]);
  clearInterval(watch);
}

function within(milliseconds: number): { passed: Promise<void>; cancel: () => void } {
  let timer: ReturnType<typeof setTimeout>;
  const passed = new Promise<void>((resolve) => timer = setTimeout(resolve, milliseconds));
  return { passed, cancel: () => clearTimeout(timer) };
}
