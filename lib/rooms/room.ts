import type { Session } from "../model/session.ts";
import type { Peer } from "./peer.ts";
import { RoomConnection } from "./room_connection.ts";

/** Minimum time in milliseconds between two `typing` events of a user. */
const TYPING_EVERY = 3_000;

/** The connections and users in one room. */
export class Room {
  readonly #places = new Map<Peer, RoomConnection>();
  /** Number of connections of each user in the room, by username. */
  readonly #online = new Map<string, number>();
  /** Time of each user's last `typing` event, by user id, in Unix milliseconds. */
  readonly #typing = new Map<number, number>();

  get empty(): boolean {
    return this.#places.size === 0;
  }

  get peers(): Iterable<Peer> {
    return this.#places.keys();
  }

  /** Whether the connection is in the room or entering it. */
  has(peer: Peer): boolean {
    return this.#places.has(peer);
  }

  hasUser(peer: Peer, userId: number): boolean {
    return this.#places.get(peer)?.sessions.has(userId) ?? false;
  }

  hold(peer: Peer): void {
    let place = this.#places.get(peer);
    if (place === undefined) this.#places.set(peer, place = new RoomConnection(peer));
    place.hold();
  }

  release(peer: Peer): void {
    this.#places.get(peer)?.release();
  }

  /** Undoes `hold` when the page could not be read. */
  withdraw(peer: Peer): void {
    const place = this.#places.get(peer);
    if (place === undefined) return;
    if (place.sessions.size > 0) place.release();
    else {
      place.withdraw();
      this.#places.delete(peer);
    }
  }

  /**
   * Adds a user to the room on this connection.
   * @returns `first` or `further` for the user's first or a further connection in the room, `barred` when the user was
   * removed since `hold`, `gone` when the connection is closed
   */
  admit(
    peer: Peer,
    session: Session,
    lastId: number,
    behind: boolean,
  ): "first" | "further" | "barred" | "gone" {
    const place = this.#places.get(peer);
    if (place === undefined) return "gone";
    if (place.isBarred(session.user.id)) return "barred";
    place.caughtUp(lastId, behind);
    const known = place.sessions.has(session.user.id);
    place.sessions.set(session.user.id, session);
    if (known) return "further";
    const connections = this.#online.get(session.user.username) ?? 0;
    this.#online.set(session.user.username, connections + 1);
    return connections === 0 ? "first" : "further";
  }

  /** @returns whether it was the user's last connection in the room, or null when the user is not in it on this one */
  leave(peer: Peer, userId: number): { last: boolean; session: Session } | null {
    const place = this.#places.get(peer);
    const session = place?.sessions.get(userId);
    if (place === undefined || session === undefined) return null;
    place.sessions.delete(userId);
    if (place.sessions.size === 0) {
      if (place.held) place.leaveHeld();
      else this.#places.delete(peer);
    }
    const { username } = session.user;
    const connections = this.#online.get(username)! - 1;
    if (connections > 0) this.#online.set(username, connections);
    else this.#online.delete(username);
    return { last: connections === 0, session };
  }

  /** Removes a user on every connection. */
  remove(userId: number): void {
    for (const place of [...this.#places.values()]) {
      place.bar(userId);
      this.leave(place.peer, userId);
    }
    this.#typing.delete(userId);
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

  /** Whether a `typing` event of the user may be sent now. If so, the next is refused for `TYPING_EVERY`. */
  mayTellTyping(userId: number, at: number): boolean {
    const last = this.#typing.get(userId);
    // A clock that is set back must not suppress the events for long.
    if (last !== undefined && at >= last && at - last < TYPING_EVERY) return false;
    this.#typing.set(userId, at);
    return true;
  }

  /** @param watching connections that receive the event even if they are not admitted to the room in the end */
  deliver(
    line: Uint8Array,
    { exceptConnection, exceptUser }: { exceptConnection?: number; exceptUser?: number },
    messageId: number | undefined,
    watching?: ReadonlySet<Peer>,
  ): void {
    for (const place of this.#places.values()) {
      if (place.peer.id === exceptConnection) place.skip(messageId);
      else if (exceptUser === undefined || !place.sessions.has(exceptUser)) {
        place.deliver(line, messageId, watching?.has(place.peer) ?? false);
      }
    }
  }
}
