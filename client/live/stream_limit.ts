import type { StreamEvent } from "../shared/live_events.ts";

/**
 * Browsers hold six connections a host over HTTP/1.1, for all their tabs together. With six streams open no page
 * would load any more: two are left for everything else.
 */
const MOST_STREAMS = 4;

/** A stream of events that can be told to end. */
interface Stream {
  end(last: StreamEvent): void;
}

/** The streams of one browser's tabs: the one that is open longest gives way to another. */
export class StreamLimit {
  readonly #streams = new Set<Stream>();

  get size(): number {
    return this.#streams.size;
  }

  add(stream: Stream): void {
    this.#streams.add(stream);
    for (const oldest of [...this.#streams]) {
      if (this.#streams.size <= MOST_STREAMS) break;
      oldest.end({ type: "paused", data: {} });
    }
  }

  delete(stream: Stream): void {
    this.#streams.delete(stream);
  }
}
