import type { Dispatcher } from "../dispatch.ts";
import type { Received } from "../protocol/line_buffer.ts";
import type { Peer } from "../rooms/peer.ts";
import type { StrangerTime } from "./admission/stranger_time.ts";
import type { Outbox } from "./outbox.ts";
import type { RequestTurns } from "./request_turns.ts";
import type { ResponseOrder } from "./response_order.ts";

/** Requests of one connection that may await their response at once; the rest stays unread. */
const MAX_IN_HAND = 256;
/** Bytes of output that may wait before the next request of its connection begins. */
const MAX_WAITING_OUTPUT = { trusted: 256 * 1024, untrusted: 16 * 1024 };

export interface RequestPipelineOptions<T extends Peer> {
  connection: T;
  dispatcher: Dispatcher;
  turns: RequestTurns;
  /** The account, or the address before a valid token: these take turns. */
  lane: () => string;
  responses: ResponseOrder;
  outbox: Outbox;
  /** When the lines that are served were read. */
  heardAt: () => number;
  strangerTime: Pick<StrangerTime<never>, "awaitClient" | "awaitServer">;
}

/**
 * Runs the requests of one connection, one after another, so that each sees the effects of those before it. Only
 * requests that overlap, such as `chat`, are in hand together: otherwise one connection could never fill a commit.
 */
export class RequestPipeline<T extends Peer> {
  readonly #options: RequestPipelineOptions<T>;
  /** Lines that are split off and not begun. */
  #split = 0;
  /** Whether what was read waits for its turn: it holds one request at least. */
  #waiting = false;
  #overlapping = false;

  constructor(options: RequestPipelineOptions<T>) {
    this.#options = options;
  }

  /** Requests taken from the socket and not answered yet. */
  get inHand(): number {
    return this.#split + this.#options.responses.length + (this.#waiting ? 1 : 0);
  }

  /** Settles when the first request of what was read may begin; undefined when that is now. */
  begin(): Promise<void> | undefined {
    const turn = this.#options.turns.begin(this.#options.lane());
    if (turn === undefined) return undefined;
    this.#waiting = true;
    return turn.then(() => {
      this.#waiting = false;
    });
  }

  /** Announces how many lines `serve` gets next; 0 when it gets no more. */
  expect(lines: number): void {
    this.#split = lines;
  }

  /** Returns when the next request may begin. */
  async serve(received: Received): Promise<void> {
    const { connection, dispatcher, responses, outbox, heardAt, strangerTime } = this.#options;
    const incoming = dispatcher.recognize(received, heardAt());
    const overlaps = incoming.action?.overlaps ?? false;
    // Awaited only where there is something to wait for: each await costs a message some tenths of a microsecond.
    const turn = responses.fewerThan(overlaps && this.#overlapping ? MAX_IN_HAND : 1);
    if (turn !== undefined) await turn;
    this.#overlapping = overlaps;
    this.#split--;
    strangerTime.awaitServer();
    await dispatcher.run(incoming, connection, responses.next());
    const answered = overlaps ? undefined : responses.fewerThan(1);
    if (answered !== undefined) await answered;
    strangerTime.awaitClient();
    const taken = outbox.drained(
      connection.trusted ? MAX_WAITING_OUTPUT.trusted : MAX_WAITING_OUTPUT.untrusted,
    );
    if (taken !== undefined) await taken;
    // Requests answered at once would keep every other connection waiting. Where nothing is split off, `begin` follows.
    const { turns, lane } = this.#options;
    if (this.#split > 0 && turns.isOver()) await turns.goOn(lane());
  }
}
