import type { ListEvent, LiveEvents, RoomEvent } from "../shared/live_events.ts";

/** Limits on the events that wait for a browser tab that reads slowly. */
export interface QueueLimits {
  events: number;
  /** Approximate total size in UTF-16 units. */
  size: number;
}

export const QUEUE_LIMITS: QueueLimits = { events: 5_000, size: 4 * 1024 * 1024 };

/**
 * A bounded queue of events for one tab. On reaching a limit it accepts no more and ends after those that wait: the
 * browser reconnects with the id of the last event that it read.
 */
export class EventQueue<Event extends RoomEvent | ListEvent>
  implements AsyncIterableIterator<Event>, LiveEvents<Event> {
  #ended = false;
  #waiting: Event[] = [];
  #size = 0;
  #reader: ((result: IteratorResult<Event>) => void) | null = null;
  readonly #limits: QueueLimits;
  readonly #closed: () => void;

  /** @param closed called once, when the queue stops accepting events */
  constructor(closed: () => void, limits = QUEUE_LIMITS) {
    this.#closed = closed;
    this.#limits = limits;
  }

  /** Ends the queue after the events that wait and `last`. */
  end(last?: Event): void {
    if (this.#ended) return;
    if (last !== undefined) this.push(last);
    this.#finish();
  }

  /** Ends the queue for a reader that is gone, and drops the events that wait. */
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

  /** Adds an event; returns false if the queue doesn't accept it. */
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

  /** Removes waiting events of a type that a newer event supersedes. */
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
      return 200 + data.message.length + 3 * (data.task?.title.length ?? 0);
    case "task":
      return 500 + data.task.title.length + data.task.notes.length;
    case "tasks":
      return 100 + 20 * data.due.length;
    case "presence":
      return data.members.reduce((size, { name = "" }) => size + 80 + name.length, 100);
    case "projects":
      return data.projects.reduce(
        (size, { last_message }) => size + 400 + (last_message?.message.length ?? 0),
        100,
      );
    default:
      return 200;
  }
}
