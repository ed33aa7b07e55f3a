import type { StreamEvent } from "../shared/live_events.ts";

/**
 * Maximum open streams. Over HTTP/1.1 a browser opens at most six connections to a host, shared by all tabs: six
 * streams would keep any page from loading, so two connections are left for everything else.
 */
const MOST_STREAMS = 4;

/** An event stream that can be ended. */
interface Stream {
  /** Whether it ends before those that don't: every room's page has a list beside it. */
  readonly yields?: boolean;
  end(last: StreamEvent): void;
}

/** Limits the streams of one browser's tabs: a new stream ends the one that has been open longest, lists
 * first. */
export class StreamLimit {
  readonly #streams = new Set<Stream>();

  get size(): number {
    return this.#streams.size;
  }

  add(stream: Stream): void {
    this.#streams.add(stream);
    while (this.#streams.size > MOST_STREAMS) {
      const [oldest, ...others] = this.#streams;
      const ended = [oldest, ...others].find(({ yields }) => yields) ?? oldest;
      this.#streams.delete(ended);
      ended.end({ type: "paused", data: {} });
    }
  }

  delete(stream: Stream): void {
    this.#streams.delete(stream);
  }
}
