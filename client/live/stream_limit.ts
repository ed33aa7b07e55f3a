import type { StreamEvent } from "../shared/live_events.ts";

/**
 * Maximum open streams of pages that can't share one. Over HTTP/1.1 a browser opens at most six connections to a host,
 * shared by all tabs: six streams would keep any page from loading, so two connections are left for everything else.
 */
const MOST_STREAMS = 4;

/** An event stream that can be ended. */
interface Stream {
  end(last: StreamEvent & { type: "paused" }): void;
}

/** Limits the streams that are open at once: a new stream ends the one that has been open longest. */
export class StreamLimit {
  readonly #streams = new Set<Stream>();
  readonly #most: number;

  constructor(most = MOST_STREAMS) {
    this.#most = most;
  }

  get size(): number {
    return this.#streams.size;
  }

  add(stream: Stream): void {
    this.#streams.add(stream);
    for (const oldest of [...this.#streams]) {
      if (this.#streams.size <= this.#most) break;
      oldest.end({ type: "paused", data: {} });
    }
  }

  delete(stream: Stream): void {
    this.#streams.delete(stream);
  }
}
