import type { Change } from "../model/change.ts";
import type { Session } from "../model/session.ts";
import type { AddressedEvent } from "./addressed_event.ts";
import { changeEvents } from "./change_events.ts";
import type { Peer } from "./peer.ts";
import { Room } from "./room.ts";
import { Watchers } from "./watchers.ts";

/**
 * Tracks which connections are in which rooms or watch their projects, and delivers events to them in order
 * (docs/PROTOCOL.md, "Actions: rooms").
 */
export class Rooms {
  /** Connections that have entered a room or watched, by id, until they close. */
  readonly #peers = new Map<number, Peer>();
  readonly watchers = new Watchers(this.#peers);
  readonly #rooms = new Map<number, Room>();
  readonly #roomsOf = new Map<Peer, Set<number>>();

  /** Holds back the room's events for this connection until `release` or `withdraw`. */
  hold(peer: Peer, projectId: number): void {
    // Requests sent before the connection closed may still be served; nothing would take it out of the room again.
    if (peer.closed) return;
    this.#peers.set(peer.id, peer);
    let room = this.#rooms.get(projectId);
    if (room === undefined) this.#rooms.set(projectId, room = new Room());
    room.hold(peer);
    let entered = this.#roomsOf.get(peer);
    if (entered === undefined) this.#roomsOf.set(peer, entered = new Set());
    entered.add(projectId);
  }

  /**
   * Admits the user to the room on this connection. The chat events that follow have ids greater than `lastId`; while
   * the connection is `behind`, it gets no chat events.
   * @returns the events for the others, or null when the user was removed since `hold`
   */
  admit(
    peer: Peer,
    projectId: number,
    session: Session,
    lastId: number,
    behind: boolean,
  ): AddressedEvent[] | null {
    const admitted = this.#rooms.get(projectId)?.admit(peer, session, lastId, behind);
    if (admitted === "barred") return null;
    if (admitted !== "first") return [];
    return [presence("enter", session, { projectId, exceptConnection: peer.id })];
  }

  /** Sends the held events, after the response that was queued before. */
  release(peer: Peer, projectId: number): void {
    this.#rooms.get(projectId)?.release(peer);
  }

  /** Undoes `hold` when the room could not be read. */
  withdraw(peer: Peer, projectId: number): void {
    this.#rooms.get(projectId)?.withdraw(peer);
    this.#forget(peer, projectId);
  }

  /** @returns the events for the others, or null when the user is not in that room on this connection */
  leave(peer: Peer, projectId: number, userId: number): AddressedEvent[] | null {
    const left = this.#rooms.get(projectId)?.leave(peer, userId);
    if (left === undefined || left === null) return null;
    this.#forget(peer, projectId);
    return left.last ? [presence("leave", left.session, { projectId })] : [];
  }

  /** Removes a former member from the room on every connection, and from the project's watchers. */
  remove(projectId: number, userId: number): void {
    this.watchers.drop(projectId, userId);
    const room = this.#rooms.get(projectId);
    if (room === undefined) return;
    const peers = [...room.peers];
    room.remove(userId);
    for (const peer of peers) this.#forget(peer, projectId);
  }

  /** @returns the events for the others, if any, or null when the user is not in that room on this connection */
  typing(peer: Peer, projectId: number, { user }: Session, at: number): AddressedEvent[] | null {
    const room = this.#rooms.get(projectId);
    if (room === undefined || !room.hasUser(peer, user.id)) return null;
    if (!room.mayTellTyping(user.id, at)) return [];
    return [{
      type: "typing",
      data: { project_id: projectId, user: user.username },
      by: user.username,
      to: { projectId, exceptUser: user.id },
      recorded: false,
    }];
  }

  /** Applies a committed change. @returns the events that announce it, to be published at once */
  apply(change: Change, requester: number): AddressedEvent[] {
    return changeEvents(change, requester, this.#rooms.get(change.projectId), this.watchers);
  }

  /** Takes a closed connection out of every room and ends its watches. @returns the events for the others */
  disconnect(peer: Peer): AddressedEvent[] {
    this.#peers.delete(peer.id);
    this.watchers.disconnect(peer);
    const events: AddressedEvent[] = [];
    for (const projectId of [...this.#roomsOf.get(peer) ?? []]) {
      for (const session of this.#rooms.get(projectId)?.sessionsOf(peer) ?? []) {
        events.push(...this.leave(peer, projectId, session.user.id) ?? []);
      }
      this.#rooms.get(projectId)?.drop(peer);
      this.#forget(peer, projectId);
    }
    return events;
  }

  /** Takes ended sessions out of every room and ends their watches. @returns the events that announce it */
  endSessions(ended: (session: Session) => boolean): AddressedEvent[] {
    const events: AddressedEvent[] = [];
    const told = new Map<Peer, Set<string>>();
    const tell = (peer: Peer, { user }: Session) => {
      const names = told.get(peer) ?? new Set();
      told.set(peer, names.add(user.username));
    };
    for (const [projectId, room] of [...this.#rooms]) {
      for (const peer of [...room.peers]) {
        for (const session of room.sessionsOf(peer)) {
          if (!ended(session)) continue;
          events.push(...this.leave(peer, projectId, session.user.id) ?? []);
          tell(peer, session);
        }
      }
    }
    for (const [peer, session] of this.watchers.endSessions(ended)) tell(peer, session);
    for (const [peer, names] of told) {
      for (const user of names) {
        events.push({
          type: "token_ended",
          data: { user },
          by: user,
          to: { connections: [peer.id] },
        });
      }
    }
    return events;
  }

  isOnline(projectId: number, username: string): boolean {
    return this.#rooms.get(projectId)?.isOnline(username) ?? false;
  }

  /** Number of connections that are in at least one room or entering it. */
  get entered(): number {
    return this.#roomsOf.size;
  }

  /** Queues an event on every connection it is addressed to. */
  publish(event: AddressedEvent, line: Uint8Array): void {
    const { to } = event;
    // Connections that have this message already don't get it again.
    const messageId = event.type === "chat" ? event.data.id : undefined;
    if ("connections" in to) {
      for (const id of to.connections) this.#peers.get(id)?.send(line);
    } else if ("watchersOf" in to) {
      for (const peer of this.watchers.peersOf(to.watchersOf)) peer.send(line);
    } else {
      const room = this.#rooms.get(to.projectId);
      const { watchers } = to;
      if (watchers === undefined) return room?.deliver(line, to, messageId);
      const watching = watchers === true
        ? this.watchers.peersIn(to.projectId)
        : this.watchers.peersOf(watchers);
      room?.deliver(line, to, messageId, watching);
      for (const peer of watching) if (!room?.has(peer)) peer.send(line);
    }
  }

  #forget(peer: Peer, projectId: number): void {
    const room = this.#rooms.get(projectId);
    if (room?.has(peer)) return;
    if (room?.empty) this.#rooms.delete(projectId);
    const entered = this.#roomsOf.get(peer);
    entered?.delete(projectId);
    if (entered?.size === 0) this.#roomsOf.delete(peer);
  }
}

function presence(
  type: "enter" | "leave",
  { user: { username: user } }: Session,
  to: { projectId: number; exceptConnection?: number },
): AddressedEvent {
  return { type, data: { project_id: to.projectId, user }, by: user, to };
}
