import type { RoomEvent } from "../../state.ts";

const TYPES = [
  "chat",
  "enter",
  "leave",
  "members",
  "presence",
  "connection",
  "paused",
  "ended",
] as const;

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;

interface Options {
  /** Where the events of the room are, with a query. */
  url: string;
  /** The message after which events are wanted; asked at every new stream. */
  after(): number;
  onEvent(event: RoomEvent): void;
  /** The stream broke; it is being opened again. */
  onLost(): void;
}

/**
 * Listens to a room until `close` or until its stream says `ended`. The browser resumes a broken
 * stream by itself; one that was refused is asked for again after a growing pause, and one that gave
 * way to other tabs when this one is looked at.
 */
export class RoomStream {
  #source: EventSource | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #stopLooking = new AbortController();
  #pause = FIRST_PAUSE_MS;
  readonly #options: Options;

  constructor(options: Options) {
    this.#options = options;
    this.#open();
  }

  close(): void {
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
    const { url, after, onEvent, onLost } = this.#options;
    const source = new EventSource(`${url}&after=${after()}`);
    this.#source = source;
    for (const type of TYPES) {
      source.addEventListener(type, (event) => {
        this.#pause = FIRST_PAUSE_MS;
        if (type === "ended" || type === "paused") this.close();
        if (type === "paused") this.#openWhenLookedAt();
        onEvent({ type, data: JSON.parse(event.data) });
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
