import type { Session } from "../model/session.ts";
import type { Peer } from "./peer.ts";

interface HeldEvent {
  line: Uint8Array;
  messageId: number | undefined;
  /** Whether to send it even if the connection is not admitted to the room, because it watches the project. */
  anyway: boolean;
}

/**
 * One connection in one room.
 *
 * Between `hold` and `release` its events are held back, because the page of messages that they follow is still being
 * read. A connection is `behind` when that page didn't reach the newest message: chat events would leave a gap, so they
 * are dropped, and the messages come with the next `enter`.
 */
export class RoomConnection {
  /** Sessions in the room on this connection, by user id: several tokens may be used on one connection. */
  readonly sessions = new Map<number, Session>();
  /** Users who were removed from the project while the page was being read. */
  readonly #barred = new Set<number>();
  #held: HeldEvent[] | null = null;
  #behind = false;
  #lastId = 0;

  constructor(readonly peer: Peer) {}

  get held(): boolean {
    return this.#held !== null;
  }

  hold(): void {
    this.#held ??= [];
  }

  caughtUp(lastId: number, behind: boolean): void {
    this.#lastId = lastId;
    this.#behind = behind;
  }

  release(): void {
    this.#sendHeld();
    this.#held = null;
    this.#barred.clear();
  }

  /** Leaves the room while a page is still being read: sends the events held so far and keeps holding later ones. */
  leaveHeld(): void {
    this.#sendHeld();
    if (this.#held !== null) this.#held = [];
  }

  /** Drops the held events, except those the connection gets as a watcher: the page could not or may not be read. */
  withdraw(): void {
    for (const { line, anyway } of this.#held ?? []) if (anyway) this.peer.send(line);
    this.#held = null;
  }

  /** Keeps the page that is being read from admitting this user. */
  bar(userId: number): void {
    if (this.#held !== null) this.#barred.add(userId);
  }

  isBarred(userId: number): boolean {
    return this.#barred.has(userId);
  }

  deliver(line: Uint8Array, messageId: number | undefined, anyway: boolean): void {
    if (this.#held === null) this.#send(line, messageId);
    else this.#held.push({ line, messageId, anyway });
  }

  /** Skips a message on its author's connection, where the response takes the place of the event. */
  skip(messageId: number | undefined): void {
    if (this.#held === null && !this.#behind && messageId !== undefined) {
      this.#lastId = Math.max(this.#lastId, messageId);
    }
  }

  #sendHeld(): void {
    for (const { line, messageId } of this.#held ?? []) this.#send(line, messageId);
  }

  #send(line: Uint8Array, messageId: number | undefined): void {
    if (messageId !== undefined) {
      if (this.#behind || messageId <= this.#lastId) return;
      this.#lastId = messageId;
    }
    this.peer.send(line);
  }
}
