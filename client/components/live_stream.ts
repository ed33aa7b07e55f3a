import type { StreamEvent } from "../shared/live_events.ts";

const INITIAL_RETRY_MS = 1_000;
const MAX_RETRY_MS = 30_000;

interface LiveStreamOptions<Event extends { type: string }> {
  /** Event types to listen for, besides those of every stream. */
  types: readonly Event["type"][];
  /** The URL of the stream; called each time a stream is opened. */
  url(): string;
  /** Receives each event. `id` is the point from which a new stream resumes, "" while unknown. */
  onEvent(event: Event | StreamEvent, id: string): void;
  /** Called when the stream breaks; it is then reopened automatically. */
  onLost(): void;
}

/**
 * Listens to Server-Sent Events until `close` is called. The browser resumes a broken stream by itself. A refused
 * stream is retried with growing pauses; one that was paused in favour of other tabs, or has ended because of a logout
 * or removal, is reopened when this tab gets attention: the user may have logged in again in another one. A page
 * restored from the browser's history opens a new stream.
 */
export class LiveStream<Event extends { type: string }> {
  #source: EventSource | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #attentionListeners = new AbortController();
  #retryDelay = INITIAL_RETRY_MS;
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
    this.#attentionListeners.abort();
    this.#source?.close();
    this.#source = null;
  }

  /** Opens the stream again when the tab is used, or if it has ended, when the user comes back to the tab. */
  #openOnAttention(after: "paused" | "ended"): void {
    this.#attentionListeners = new AbortController();
    const { signal } = this.#attentionListeners;
    const onAttention = () => {
      if (document.visibilityState !== "visible") return;
      this.#attentionListeners.abort();
      this.#open();
    };
    document.addEventListener("visibilitychange", onAttention, { signal });
    addEventListener("focus", onAttention, { signal });
    if (after === "ended") return;
    addEventListener("pointerdown", onAttention, { signal });
    addEventListener("keydown", onAttention, { signal });
  }

  #open(): void {
    const { types, url, onEvent, onLost } = this.#options;
    this.#stop();
    const source = new EventSource(url());
    this.#source = source;
    for (const type of [...types, "connection", "paused", "ended"]) {
      source.addEventListener(type, (event) => {
        this.#retryDelay = INITIAL_RETRY_MS;
        if (type === "ended" || type === "paused") {
          this.#stop();
          this.#openOnAttention(type);
        }
        // Several events in a row arrive as one list.
        for (const data of [JSON.parse(event.data)].flat()) {
          onEvent({ type, data } as Event | StreamEvent, event.lastEventId);
        }
      });
    }
    source.onerror = () => {
      onLost();
      if (source.readyState !== EventSource.CLOSED || source !== this.#source) return;
      this.#timer = setTimeout(() => this.#open(), this.#retryDelay * (0.5 + Math.random()));
      this.#retryDelay = Math.min(this.#retryDelay * 2, MAX_RETRY_MS);
    };
  }
}
