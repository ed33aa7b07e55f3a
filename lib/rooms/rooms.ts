import type { Message } from "../model/message.ts";
import type { Session } from "../model/session.ts";
import type { AddressedEvent } from "./addressed_event.ts";
import type { LogFact } from "./log_fact.ts";
import type { Peer } from "./peer.ts";
import { Room } from "./room.ts";
import { type Position, Watchers } from "./watchers.ts";

const NO_EVENTS: AddressedEvent[] = [];

/** Which connection is in which room or watches, and the ordered fan-out to them (docs/PROTOCOL.md, "Actions: rooms"). */
export class Rooms {
  readonly watchers = new Watchers();
  readonly #rooms = new Map<number, Room>();
  readonly #roomsOf = new Map<Peer, Set<number>>();
  /** Connections that have entered or watched, by id, until they are closed. */
  readonly #peers = new Map<number, Peer>();

  /** From here to `release` or `withdraw` the room's events for this connection wait. */
  hold(peer: Peer, projectId: number): void {
    // What it sent before it was closed may still be served; nobody would take it out again.
    if (peer.closed) return;
    let room = this.#rooms.get(projectId);
    if (room === undefined) this.#rooms.set(projectId, room = new Room());
    room.hold(peer);
    this.#peers.set(peer.id, peer);
    let entered = this.#roomsOf.get(peer);
    if (entered === undefined) this.#roomsOf.set(peer, entered = new Set());
    entered.add(projectId);
  }

  /**
   * The connection is in the room. The events that follow have greater ids than `lastId`; while it is
   * `behind`, no chat event comes.
   * @returns what the others are told, or null when the user was removed since `hold`
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
    return admitted === "first" ? [presence("enter", projectId, session, peer.id)] : [];
  }

  /** What waited follows now, after the response that was queued before. */
  release(peer: Peer, projectId: number): void {
    this.#rooms.get(projectId)?.release(peer);
  }

  /** Undoes `hold` when the room could not be read. */
  withdraw(peer: Peer, projectId: number): void {
    this.#rooms.get(projectId)?.withdraw(peer);
    this.#forget(peer, projectId);
  }

  /** @returns what the others are told, or null when the user is not in that room on this connection */
  leave(peer: Peer, projectId: number, userId: number): AddressedEvent[] | null {
    const left = this.#rooms.get(projectId)?.leave(peer, userId);
    if (left === undefined || left === null) return null;
    this.#forget(peer, projectId);
    return left.last ? [presence("leave", projectId, left.session)] : [];
  }

  /** A member was removed: out of the room on every connection, and no longer watching the project. */
  remove(projectId: number, userId: number): void {
    this.watchers.drop(projectId, userId);
    const room = this.#rooms.get(projectId);
    if (room === undefined) return;
    const peers = [...room.peers];
    room.remove(userId);
    for (const peer of peers) this.#forget(peer, projectId);
  }

  /** @returns what the others are told, if anything, or null when the user is not in that room on this connection */
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

  /** From now on this connection hears of the user's projects: see Watchers.watch. */
  watch(peer: Peer, session: Session, positions: Iterable<[number, Position]>): void {
    // What it sent before it was closed may still be served; nobody would take it out again.
    if (peer.closed) return;
    this.#peers.set(peer.id, peer);
    this.watchers.watch(peer, session, positions);
  }

  /** The events that tell members what a commit has changed; to be called once for each, in commit order. */
  tell(fact: LogFact): AddressedEvent[] {
    const { message } = fact;
    const projectId = message.project_id;
    switch (fact.kind) {
      case "message":
        return [
          {
            type: "chat",
            data: message,
            by: message.user,
            to: { projectId, exceptConnection: fact.connectionId },
            messageId: message.id,
          },
          ...this.#unreadEvents(message, fact.authorId, fact.ordinal),
          ...mentionEvents(message, fact.mentioned),
        ];
      case "edit":
        return [
          { type: "edit", data: message, by: message.user, to: { projectId } },
          ...mentionEvents(message, fact.mentioned),
        ];
      case "delete":
        this.watchers.messageDeleted(projectId, message.id, fact.authorId);
        return [{ type: "delete", data: message, by: fact.by, to: { projectId } }];
    }
  }

  /** For those who watch the project and are not in the room. */
  #unreadEvents(message: Message, authorId: number, ordinal: number): AddressedEvent[] {
    const projectId = message.project_id;
    const room = this.#rooms.get(projectId);
    const told = this.watchers.messageAdded(
      projectId,
      authorId,
      ordinal,
      (peer, userId) => room?.hasUser(peer, userId) ?? false,
    );
    if (told.size === 0) return NO_EVENTS;
    return Array.from(told, ([unread, peers], index) => ({
      type: "unread",
      data: { project_id: projectId, unread, message },
      by: message.user,
      to: { connections: Array.from(peers, ({ id }) => id) },
      // They differ in the count alone.
      ...index > 0 && { recorded: false },
    }));
  }

  /** The connection is closed: it leaves every room, and watches nothing. */
  disconnect(peer: Peer): AddressedEvent[] {
    this.#peers.delete(peer.id);
    this.watchers.disconnect(peer);
    const broadcasts: AddressedEvent[] = [];
    for (const projectId of [...this.#roomsOf.get(peer) ?? []]) {
      for (const session of this.#rooms.get(projectId)?.sessionsOf(peer) ?? []) {
        broadcasts.push(...this.leave(peer, projectId, session.user.id) ?? []);
      }
      this.#rooms.get(projectId)?.drop(peer);
      this.#forget(peer, projectId);
    }
    return broadcasts;
  }

  /** The tokens of these sessions are no longer good: what was entered or watched with them ends. */
  endSessions(ended: (session: Session) => boolean): AddressedEvent[] {
    const broadcasts: AddressedEvent[] = [];
    const told = new Map<Peer, Set<string>>();
    const tell = (peer: Peer, { user }: Session) => {
      const names = told.get(peer) ?? new Set();
      told.set(peer, names.add(user.username));
    };
    for (const [projectId, room] of [...this.#rooms]) {
      for (const peer of [...room.peers]) {
        for (const session of room.sessionsOf(peer)) {
          if (!ended(session)) continue;
          broadcasts.push(...this.leave(peer, projectId, session.user.id) ?? []);
          tell(peer, session);
        }
      }
    }
    for (const [peer, session] of this.watchers.endSessions(ended)) tell(peer, session);
    for (const [peer, names] of told) {
      for (const user of names) {
        broadcasts.push({
          type: "token_ended",
          data: { user },
          by: user,
          to: { connections: [peer.id] },
        });
      }
    }
    return broadcasts;
  }

  isOnline(projectId: number, username: string): boolean {
    return this.#rooms.get(projectId)?.isOnline(username) ?? false;
  }

  /** Connections that are in at least one room. */
  get entered(): number {
    return this.#roomsOf.size;
  }

  /** Queues an event at every connection that it is for. */
  publish(broadcast: AddressedEvent, line: Uint8Array): void {
    const { to, messageId } = broadcast;
    if ("connections" in to) {
      for (const id of to.connections) this.#peers.get(id)?.send(line);
    } else if ("watchersOf" in to) {
      for (const peer of this.watchers.peersOf(to.watchersOf)) peer.send(line);
    } else {
      const room = this.#rooms.get(to.projectId);
      if (!to.watchers) return room?.deliver(line, to, messageId);
      const watching = this.watchers.peersIn(to.projectId);
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
  projectId: number,
  session: Session,
  exceptConnection?: number,
): AddressedEvent {
  const user = session.user.username;
  return {
    type,
    data: { project_id: projectId, user },
    by: user,
    to: { projectId, exceptConnection },
  };
}

/** For the watchers of the members whose names stand in the message. */
function mentionEvents(
  message: Message,
  mentioned: readonly { readonly id: number }[],
): AddressedEvent[] {
  if (mentioned.length === 0) return NO_EVENTS;
  const to = { watchersOf: mentioned.map(({ id }) => id) };
  return [{ type: "mention", data: message, by: message.user, to }];
}
