import type { Message } from "../lib/model/message.ts";
import type { Member } from "../lib/model/project.ts";
import type { RoomEvent } from "./state.ts";

/** What may wait for one browser tab that reads slowly. */
export interface QueueLimits {
  events: number;
  /** Roughly, in UTF-16 units. */
  size: number;
}

export const QUEUE_LIMITS: QueueLimits = { events: 5_000, size: 4 * 1024 * 1024 };

/**
 * The events of a room on their way to one tab. When too many wait it takes no more, and ends after
 * those: the browser comes back with the id of the last that it read.
 */
export class Subscriber implements AsyncIterableIterator<RoomEvent> {
  /** Every message up to this one was given out, and none beyond it. */
  lastId: number;
  /** While false, messages come with the next page of `enter` and not as events. */
  live = false;
  #presenceKnown = false;
  #offline = false;
  #ended = false;
  #queue: RoomEvent[] = [];
  #size = 0;
  #reader: ((result: IteratorResult<RoomEvent>) => void) | null = null;
  readonly #limits: QueueLimits;
  readonly #closed: () => void;

  constructor(afterId: number, closed: () => void, limits = QUEUE_LIMITS) {
    this.lastId = afterId;
    this.#closed = closed;
    this.#limits = limits;
  }

  /** A message of a page or an event; one that was given out already is dropped. */
  message(message: Message): void {
    if (message.id <= this.lastId) return;
    if (this.#push({ type: "chat", data: message })) this.lastId = message.id;
  }

  /** The members when the room was entered; later changes come as `notice`. */
  presence(members: Member[]): void {
    if (this.#presenceKnown) return;
    this.#presenceKnown = true;
    if (this.#offline) this.#push({ type: "connection", data: { online: true } });
    this.#offline = false;
    this.#push({ type: "presence", data: { members } });
  }

  notice(event: RoomEvent): void {
    if (this.#presenceKnown) this.#push(event);
  }

  offline(): void {
    this.live = false;
    this.#presenceKnown = false;
    if (this.#offline) return;
    this.#offline = true;
    this.#push({ type: "connection", data: { online: false } });
  }

  /** Nothing follows `last`. */
  end(last?: RoomEvent): void {
    if (this.#ended) return;
    if (last !== undefined) this.#push(last);
    this.#finish();
  }

  /** The reader is gone. */
  close(): void {
    this.#queue = [];
    this.#finish();
  }

  next(): Promise<IteratorResult<RoomEvent>> {
    const event = this.#queue.shift();
    if (event !== undefined) {
      this.#size -= sizeOf(event);
      return Promise.resolve({ done: false, value: event });
    }
    if (this.#ended) return Promise.resolve({ done: true, value: undefined });
    return new Promise((resolve) => this.#reader = resolve);
  }

  return(): Promise<IteratorResult<RoomEvent>> {
    this.close();
    return Promise.resolve({ done: true, value: undefined });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  #push(event: RoomEvent): boolean {
    if (this.#ended) return false;
    if (this.#reader !== null) {
      const reader = this.#reader;
      this.#reader = null;
      reader({ done: false, value: event });
      return true;
    }
    if (this.#queue.length >= this.#limits.events || this.#size >= this.#limits.size) {
      this.#finish();
      return false;
    }
    this.#queue.push(event);
    this.#size += sizeOf(event);
    return true;
  }

  #finish(): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#reader?.({ done: true, value: undefined });
    this.#reader = null;
    this.#closed();
  }
}

function sizeOf(event: RoomEvent): number {
  if (event.type === "chat") return 200 + event.data.message.length;
  return event.type === "presence" ? 100 + 80 * event.data.members.length : 200;
}
