import type { Session } from "../model/session.ts";
import type { Peer } from "./peer.ts";

interface HeldEvent {
  line: Uint8Array;
  messageId: number | undefined;
}

/**
 * One connection in one room.
 *
 * Between `hold` and `release` its events wait, because the page of messages that they follow is still being
 * read. `behind`: that page did not reach the newest message; chat events would leave a gap, and the messages
 * come with the next `enter`.
 */
class Place {
  /** Who is in the room on this connection, by user id: several tokens may be used on one. */
  readonly sessions = new Map<number, Session>();
  #held: HeldEvent[] | null = null;
  #behind = false;
  #lastId = 0;

  constructor(readonly peer: Peer) {}

  hold(): void {
    this.#held ??= [];
  }

  caughtUp(lastId: number, behind: boolean): void {
    this.#lastId = lastId;
    this.#behind = behind;
  }

  release(): void {
    const held = this.#held ?? [];
    this.#held = null;
    for (const { line, messageId } of held) this.deliver(line, messageId);
  }

  deliver(line: Uint8Array, messageId: number | undefined): void {
    if (this.#held !== null) {
      this.#held.push({ line, messageId });
      return;
    }
    if (messageId !== undefined) {
      if (this.#behind || messageId <= this.#lastId) return;
      this.#lastId = messageId;
    }
    this.peer.send(line);
  }

  /** The author has the message from the response, which stands where the event would. */
  skip(messageId: number | undefined): void {
    if (this.#held === null && !this.#behind && messageId !== undefined) {
      this.#lastId = Math.max(this.#lastId, messageId);
    }
  }
}

/** Who is in one room, by connection and by user. */
export class Room {
  readonly #places = new Map<Peer, Place>();
  /** Connections of each user who is here, by username. */
  readonly #online = new Map<string, number>();

  get empty(): boolean {
    return this.#places.size === 0;
  }

  get peers(): Iterable<Peer> {
    return this.#places.keys();
  }

  has(peer: Peer): boolean {
    return this.#places.has(peer);
  }

  hold(peer: Peer): void {
    let place = this.#places.get(peer);
    if (place === undefined) this.#places.set(peer, place = new Place(peer));
    place.hold();
  }

  release(peer: Peer): void {
    this.#places.get(peer)?.release();
  }

  /** A page could not be read: as if `hold` had not been called. */
  withdraw(peer: Peer): void {
    const place = this.#places.get(peer);
    if (place === undefined) return;
    if (place.sessions.size === 0) this.#places.delete(peer);
    else place.release();
  }

  /** True when it is the user's first connection here. Null when the connection is gone. */
  admit(peer: Peer, session: Session, lastId: number, behind: boolean): boolean | null {
    const place = this.#places.get(peer);
    if (place === undefined) return null;
    place.caughtUp(lastId, behind);
    const known = place.sessions.has(session.user.id);
    place.sessions.set(session.user.id, session);
    if (known) return false;
    const connections = this.#online.get(session.user.username) ?? 0;
    this.#online.set(session.user.username, connections + 1);
    return connections === 0;
  }

  /** Null when the user is not here on this connection; else whether it was the user's last. */
  leave(peer: Peer, userId: number): { last: boolean; session: Session } | null {
    const place = this.#places.get(peer);
    const session = place?.sessions.get(userId);
    if (place === undefined || session === undefined) return null;
    place.sessions.delete(userId);
    if (place.sessions.size === 0) this.#places.delete(peer);
    const { username } = session.user;
    const connections = this.#online.get(username)! - 1;
    if (connections > 0) this.#online.set(username, connections);
    else this.#online.delete(username);
    return { last: connections === 0, session };
  }

  sessionsOf(peer: Peer): Session[] {
    return [...this.#places.get(peer)?.sessions.values() ?? []];
  }

  /** Drops a connection that was never admitted. */
  drop(peer: Peer): void {
    this.#places.delete(peer);
  }

  isOnline(username: string): boolean {
    return this.#online.has(username);
  }

  deliver(line: Uint8Array, except: Peer | undefined, messageId: number | undefined): void {
    for (const place of this.#places.values()) {
      if (place.peer === except) place.skip(messageId);
      else place.deliver(line, messageId);
    }
  }
}
