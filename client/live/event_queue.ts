import type { ListEvent, LiveEvents, RoomEvent } from "../shared/live_events.ts";

/** The number and size of events that may wait for a slow tab. */
export interface QueueLimits {
  events: number;
  /** Roughly, in UTF-16 units. */
  size: number;
}

export const QUEUE_LIMITS: QueueLimits = { events: 5_000, size: 4 * 1024 * 1024 };

/**
 * Events on their way to one tab. When too many wait it takes no more, and ends after those: the browser comes
 * back with the id of the last that it read.
 */
export class EventQueue<Event extends RoomEvent | ListEvent>
  implements AsyncIterableIterator<Event>, LiveEvents<Event> {
  #ended = false;
  #waiting: Event[] = [];
  #size = 0;
  #reader: ((result: IteratorResult<Event>) => void) | null = null;
  readonly #limits: QueueLimits;
  readonly #closed: () => void;

  /** @param closed called once, when nothing more is taken */
  constructor(closed: () => void, limits = QUEUE_LIMITS) {
    this.#closed = closed;
    this.#limits = limits;
  }

  /** Nothing follows `last`. */
  end(last?: Event): void {
    if (this.#ended) return;
    if (last !== undefined) this.push(last);
    this.#finish();
  }

  /** The reader is gone. */
  close(): void {
    this.#waiting = [];
    this.#finish();
  }

  next(): Promise<IteratorResult<Event>> {
    const event = this.#waiting.shift();
    if (event !== undefined) {
      this.#size -= sizeOf(event);
      return Promise.resolve({ done: false, value: event });
    }
    if (this.#ended) return Promise.resolve({ done: true, value: undefined });
    return new Promise((resolve) => this.#reader = resolve);
  }

  take(size: number): Event[] {
    let taken = 0;
    let count = 0;
    while (count < this.#waiting.length && taken < size) taken += sizeOf(this.#waiting[count++]);
    this.#size -= taken;
    return this.#waiting.splice(0, count);
  }

  return(): Promise<IteratorResult<Event>> {
    this.close();
    return Promise.resolve({ done: true, value: undefined });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  /** Returns false when the event was not taken. */
  protected push(event: Event): boolean {
    if (this.#ended) return false;
    if (this.#reader !== null) {
      const reader = this.#reader;
      this.#reader = null;
      reader({ done: false, value: event });
      return true;
    }
    if (this.#waiting.length >= this.#limits.events || this.#size >= this.#limits.size) {
      this.#finish();
      return false;
    }
    this.#waiting.push(event);
    this.#size += sizeOf(event);
    return true;
  }

  /** Removes waiting events of this type: the next one replaces them. */
  protected drop(type: Event["type"]): void {
    this.#waiting = this.#waiting.filter((event) => event.type !== type);
    this.#size = this.#waiting.reduce((size, event) => size + sizeOf(event), 0);
  }

  #finish(): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#reader?.({ done: true, value: undefined });
    this.#reader = null;
    this.#closed();
  }
}

function sizeOf({ type, data }: RoomEvent | ListEvent): number {
  switch (type) {
    case "chat":
    case "edit":
    case "delete":
    case "mention":
      return 200 + data.message.length;
    case "presence":
      return 100 + 80 * data.members.length;
    case "projects":
      return data.projects.reduce(
        (size, { last_message }) => size + 400 + (last_message?.message.length ?? 0),
        100,
      );
    default:
      return 200;
  }
}
