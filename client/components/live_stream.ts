import type { FeedEvents } from "../shared/shared_events.ts";
import type { StreamEvent } from "../shared/live_events.ts";

const RETRY_MS = 2_000;

interface LiveStreamOptions<Event extends { type: string }> {
  /** The URL of the events, with the point from which to resume; called each time they are subscribed to. */
  url(): string;
  /** Receives each event. `id` is the point from which a new stream resumes, "" while unknown. */
  onEvent(event: Event | StreamEvent, id: string): void;
  /** Called when the stream breaks; it is then reopened automatically. */
  onLost(): void;
}

/**
 * Listens to live events until `close` is called. All tabs of a browser share one connection (see `live/`), which
 * resumes by itself. A stream that was paused in favour of others, or has ended because of a logout or removal, is
 * reopened when this tab gets attention: the user may have logged in again in another one. A page that is frozen or kept
 * in the browser's history stops listening until it comes back.
 */
export class LiveStream<Event extends { type: string }> {
  /** Aborted when listening stops. */
  #listening = new AbortController();
  #attentionListeners = new AbortController();
  readonly #closed = new AbortController();
  readonly #options: LiveStreamOptions<Event>;

  constructor(options: LiveStreamOptions<Event>) {
    this.#options = options;
    const { signal } = this.#closed;
    const stop = () => this.#stop();
    const open = () => void this.#open();
    addEventListener("pagehide", stop, { signal });
    document.addEventListener("freeze", stop, { signal });
    document.addEventListener("resume", open, { signal });
    addEventListener("pageshow", (event: PageTransitionEvent) => {
      if (event.persisted) open();
    }, { signal });
    open();
  }

  close(): void {
    this.#closed.abort();
    this.#stop();
  }

  #stop(): void {
    this.#attentionListeners.abort();
    this.#listening.abort();
  }

  /** Opens the stream again when the tab is used, or if it has ended, when the user comes back to the tab. */
  #openOnAttention(after: "paused" | "ended"): void {
    this.#attentionListeners = new AbortController();
    const { signal } = this.#attentionListeners;
    const onAttention = () => {
      if (document.visibilityState !== "visible") return;
      this.#attentionListeners.abort();
      void this.#open();
    };
    document.addEventListener("visibilitychange", onAttention, { signal });
    addEventListener("focus", onAttention, { signal });
    if (after === "ended") return;
    addEventListener("pointerdown", onAttention, { signal });
    addEventListener("keydown", onAttention, { signal });
  }

  async #open(): Promise<void> {
    this.#stop();
    const { url, onLost } = this.#options;
    const { signal } = this.#listening = new AbortController();
    // Loaded after the page is drawn.
    const link = await import("./live/tab_link.ts").catch(() => null);
    if (signal.aborted) return;
    if (link === null) {
      onLost();
      const timer = setTimeout(() => void this.#open(), RETRY_MS);
      signal.addEventListener("abort", () => clearTimeout(timer));
      return;
    }
    const stop = link.listen({ url, heard: (events) => this.#heard(events), lost: onLost });
    signal.addEventListener("abort", stop);
  }

  #heard(events: FeedEvents["events"]): void {
    for (const [type, data, id = ""] of events) {
      if (type === "ended" || type === "paused") {
        this.#stop();
        this.#openOnAttention(type);
      }
      this.#options.onEvent({ type, data } as unknown as Event | StreamEvent, id);
    }
  }
}
