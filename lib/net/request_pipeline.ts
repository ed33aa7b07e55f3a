import { setImmediate } from "node:timers";
import type { Dispatcher } from "../dispatch.ts";
import type { Received } from "../protocol/line_buffer.ts";
import type { Peer } from "../rooms/peer.ts";
import type { StrangerTime } from "./admission/stranger_time.ts";
import type { Outbox } from "./outbox.ts";
import type { ResponseOrder } from "./response_order.ts";

/** Maximum number of overlapping requests in progress on a connection; the rest waits unread. */
const MAX_IN_HAND = 256;
/** Maximum pending output in bytes with which a connection's next request may begin. */
const MAX_WAITING_OUTPUT = { trusted: 256 * 1024, untrusted: 16 * 1024 };
/** Milliseconds for which a connection's requests may run without a break before it yields to the others. */
const TIME_SLICE = 4;

export interface RequestPipelineOptions<T extends Peer> {
  connection: T;
  dispatcher: Dispatcher;
  responses: ResponseOrder;
  outbox: Outbox;
  strangerTime: Pick<StrangerTime<never>, "awaitClient" | "awaitServer">;
}

/**
 * Runs the requests of one connection one after another, so that pipelined requests take effect in order. Only requests
 * that overlap, such as `chat`, are in progress together: otherwise one connection could never fill a commit.
 */
export class RequestPipeline<T extends Peer> {
  readonly #options: RequestPipelineOptions<T>;
  /** Number of lines that are split off and not begun. */
  #cut = 0;
  #overlapping = false;
  #sliceEnds = 0;

  constructor(options: RequestPipelineOptions<T>) {
    this.#options = options;
  }

  /** Number of requests read from the socket and not answered yet. */
  get inHand(): number {
    return this.#cut + this.#options.responses.length;
  }

  /** Starts a new time slice. */
  beginSlice(): void {
    this.#sliceEnds = performance.now() + TIME_SLICE;
  }

  /** Sets the number of lines that are about to be served. */
  expect(lines: number): void {
    this.#cut = lines;
  }

  /** Serves a line. Settles when the next may begin. */
  async serve(received: Received): Promise<void> {
    const { connection, dispatcher, responses, outbox, strangerTime } = this.#options;
    const incoming = dispatcher.recognize(received);
    const overlaps = incoming.action?.overlaps ?? false;
    // Awaited only when there is something to wait for: each await costs some tenths of a microsecond per message.
    const turn = responses.fewerThan(overlaps && this.#overlapping ? MAX_IN_HAND : 1);
    if (turn !== undefined) await turn;
    this.#overlapping = overlaps;
    this.#cut--;
    strangerTime.awaitServer();
    await dispatcher.run(incoming, connection, responses.next());
    const answered = overlaps ? undefined : responses.fewerThan(1);
    if (answered !== undefined) await answered;
    strangerTime.awaitClient();
    const taken = outbox.drained(
      connection.trusted ? MAX_WAITING_OUTPUT.trusted : MAX_WAITING_OUTPUT.untrusted,
    );
    if (taken !== undefined) await taken;
    if (performance.now() >= this.#sliceEnds) await this.#giveWay();
  }

  /** Yields to the event loop: requests that are answered without waiting would block all other connections. */
  async #giveWay(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    this.beginSlice();
  }
}
