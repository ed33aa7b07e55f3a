import type { StreamEvent } from "../shared/live_events.ts";

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;

interface LiveStreamOptions<Event extends { type: string }> {
  /** The types of events that are listened to, besides those that every stream has. */
  types: readonly Event["type"][];
  /** Where the events are; asked at every new stream. */
  url(): string;
  /** `id`: from where a new stream would go on, "" while that is unknown. */
  onEvent(event: Event | StreamEvent, id: string): void;
  /** The stream broke; it is being opened again. */
  onLost(): void;
}

/**
 * Listens to Server-Sent Events until `close` or until the stream says `ended`. The browser resumes a broken
 * stream by itself; one that was refused is asked for again after a growing pause, and one that gave
 * way to other tabs when this one is looked at. A page that is left, and come back to, has a new one.
 */
export class LiveStream<Event extends { type: string }> {
  #source: EventSource | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #stopLooking = new AbortController();
  #pause = FIRST_PAUSE_MS;
  readonly #closed = new AbortController();
  readonly #options: LiveStreamOptions<Event>;

  constructor(options: LiveStreamOptions<Event>) {
    this.#options = options;
    const { signal } = this.#closed;
    addEventListener("pagehide", () => this.#stop(), { signal });
    addEventListener("pageshow", (event: PageTransitionEvent) => {
      if (event.persisted) this.#open();
    }, { signal });
    this.#open();
  }

  close(): void {
    this.#closed.abort();
    this.#stop();
  }

  #stop(): void {
    clearTimeout(this.#timer);
    this.#stopLooking.abort();
    this.#source?.close();
    this.#source = null;
  }

  #openWhenLookedAt(): void {
    this.#stopLooking = new AbortController();
    const { signal } = this.#stopLooking;
    const look = () => {
      if (document.visibilityState !== "visible") return;
      this.#stopLooking.abort();
      this.#open();
    };
    document.addEventListener("visibilitychange", look, { signal });
    addEventListener("focus", look, { signal });
    addEventListener("pointerdown", look, { signal });
    addEventListener("keydown", look, { signal });
  }

  #open(): void {
    const { types, url, onEvent, onLost } = this.#options;
    this.#stop();
    const source = new EventSource(url());
    this.#source = source;
    for (const type of [...types, "connection", "paused", "ended"]) {
      source.addEventListener(type, (event) => {
        this.#pause = FIRST_PAUSE_MS;
        if (type === "ended" || type === "paused") this.#stop();
        if (type === "paused") this.#openWhenLookedAt();
        // Of several in a row the data is a list.
        for (const data of [JSON.parse(event.data)].flat()) {
          onEvent({ type, data } as Event | StreamEvent, event.lastEventId);
        }
      });
    }
    source.onerror = () => {
      onLost();
      if (source.readyState !== EventSource.CLOSED || source !== this.#source) return;
      this.#timer = setTimeout(() => this.#open(), this.#pause * (0.5 + Math.random()));
      this.#pause = Math.min(this.#pause * 2, LONGEST_PAUSE_MS);
    };
  }
}
