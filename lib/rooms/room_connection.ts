import type { Session } from "../model/session.ts";
import type { Peer } from "./peer.ts";

interface HeldEvent {
  line: Uint8Array;
  messageId: number | undefined;
  /** Also for a connection that is not let into the room, since it watches. */
  anyway: boolean;
}

/**
 * One connection in one room.
 *
 * Between `hold` and `release` its events wait, because the page of messages that they follow is still being
 * read. `behind`: that page did not reach the newest message; chat events would leave a gap, and the messages
 * come with the next `enter`.
 */
export class RoomConnection {
  /** Who is in the room on this connection, by user id: several tokens may be used on one. */
  readonly sessions = new Map<number, Session>();
  /** Users who were removed from the project while the page is read. */
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

  /** The connection was in the room and is so no longer, though a page is still being read: it gets what it was in for. */
  leaveHeld(): void {
    this.#sendHeld();
    if (this.#held !== null) this.#held = [];
  }

  /** The page could not be read, or may not be. What waited is for a connection in the room, but for what it watches. */
  withdraw(): void {
    for (const { line, anyway } of this.#held ?? []) if (anyway) this.peer.send(line);
    this.#held = null;
  }

  /** The page that is being read no longer lets this user in. */
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

  /** The author has the message from the response, which stands where the event would. */
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
