import type { Session } from "../model/session.ts";
import type { Peer } from "./peer.ts";
import { RoomConnection } from "./room_connection.ts";

/** Minimum time in milliseconds between two `typing` events of a user. */
const TYPING_EVERY = 3_000;

/** The connections and users in one room. */
export class Room {
  readonly #connections = new Map<Peer, RoomConnection>();
  /** Number of connections of each user in the room, by username. */
  readonly #online = new Map<string, number>();
  /** Time of each user's last `typing` event, by user id, in Unix milliseconds. */
  readonly #typing = new Map<number, number>();

  get empty(): boolean {
    return this.#connections.size === 0;
  }

  get peers(): Iterable<Peer> {
    return this.#connections.keys();
  }

  /** Whether the connection is in the room or entering it. */
  has(peer: Peer): boolean {
    return this.#connections.has(peer);
  }

  hasUser(peer: Peer, userId: number): boolean {
    return this.#connections.get(peer)?.sessions.has(userId) ?? false;
  }

  hold(peer: Peer): void {
    let connection = this.#connections.get(peer);
    if (connection === undefined) {
      this.#connections.set(peer, connection = new RoomConnection(peer));
    }
    connection.hold();
  }

  release(peer: Peer): void {
    this.#connections.get(peer)?.release();
  }

  /** Undoes `hold` when the page could not be read. */
  withdraw(peer: Peer): void {
    const connection = this.#connections.get(peer);
    if (connection === undefined) return;
    if (connection.sessions.size > 0) connection.release();
    else {
      connection.withdraw();
      this.#connections.delete(peer);
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
    const connection = this.#connections.get(peer);
    if (connection === undefined) return "gone";
    if (connection.isBarred(session.user.id)) return "barred";
    connection.caughtUp(lastId, behind);
    const known = connection.sessions.has(session.user.id);
    connection.sessions.set(session.user.id, session);
    if (known) return "further";
    const connections = this.#online.get(session.user.username) ?? 0;
    this.#online.set(session.user.username, connections + 1);
    return connections === 0 ? "first" : "further";
  }

  /** @returns whether it was the user's last connection in the room, or null when the user is not in it on this one */
  leave(peer: Peer, userId: number): { last: boolean; session: Session } | null {
    const connection = this.#connections.get(peer);
    const session = connection?.sessions.get(userId);
    if (connection === undefined || session === undefined) return null;
    connection.sessions.delete(userId);
    if (connection.sessions.size === 0) {
      if (connection.held) connection.leaveHeld();
      else this.#connections.delete(peer);
    }
    const { username } = session.user;
    const connections = this.#online.get(username)! - 1;
    if (connections > 0) this.#online.set(username, connections);
    else this.#online.delete(username);
    return { last: connections === 0, session };
  }

  /** Removes a user on every connection. */
  remove(userId: number): void {
    for (const connection of [...this.#connections.values()]) {
      connection.bar(userId);
      this.leave(connection.peer, userId);
    }
    this.#typing.delete(userId);
  }

  sessionsOf(peer: Peer): Session[] {
    return [...this.#connections.get(peer)?.sessions.values() ?? []];
  }

  /** Drops a connection that was never admitted. */
  drop(peer: Peer): void {
    this.#connections.delete(peer);
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
    for (const connection of this.#connections.values()) {
      if (connection.peer.id === exceptConnection) connection.skip(messageId);
      else if (exceptUser === undefined || !connection.sessions.has(exceptUser)) {
        connection.deliver(line, messageId, watching?.has(connection.peer) ?? false);
      }
    }
  }
}
