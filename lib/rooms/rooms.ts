import type { Session } from "../model/session.ts";
import type { Broadcast } from "./broadcast.ts";
import type { Peer } from "./peer.ts";
import { Room } from "./room.ts";

/** Which connection is in which room, and the ordered fan-out to them (docs/PROTOCOL.md, "Actions: rooms"). */
export class Rooms {
  readonly #rooms = new Map<number, Room>();
  readonly #roomsOf = new Map<Peer, Set<number>>();

  /** From here to `release` or `withdraw` the room's events for this connection wait. */
  hold(peer: Peer, projectId: number): void {
    // What it sent before it was closed may still be served; nobody would take it out again.
    if (peer.closed) return;
    let room = this.#rooms.get(projectId);
    if (room === undefined) this.#rooms.set(projectId, room = new Room());
    room.hold(peer);
    let entered = this.#roomsOf.get(peer);
    if (entered === undefined) this.#roomsOf.set(peer, entered = new Set());
    entered.add(projectId);
  }

  /**
   * The connection is in the room. The events that follow have greater ids than `lastId`; while it is
   * `behind`, no chat event comes.
   * @returns what the others are told
   */
  admit(
    peer: Peer,
    projectId: number,
    session: Session,
    lastId: number,
    behind: boolean,
  ): Broadcast[] {
    const first = this.#rooms.get(projectId)?.admit(peer, session, lastId, behind);
    return first ? [presence("enter", projectId, session, peer)] : [];
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
  leave(peer: Peer, projectId: number, userId: number): Broadcast[] | null {
    const left = this.#rooms.get(projectId)?.leave(peer, userId);
    if (left === undefined || left === null) return null;
    this.#forget(peer, projectId);
    return left.last ? [presence("leave", projectId, left.session)] : [];
  }

  /** The connection is closed: it leaves every room. */
  disconnect(peer: Peer): Broadcast[] {
    const broadcasts: Broadcast[] = [];
    for (const projectId of [...this.#roomsOf.get(peer) ?? []]) {
      for (const session of this.#rooms.get(projectId)?.sessionsOf(peer) ?? []) {
        broadcasts.push(...this.leave(peer, projectId, session.user.id) ?? []);
      }
      this.#rooms.get(projectId)?.drop(peer);
      this.#forget(peer, projectId);
    }
    return broadcasts;
  }

  /** The tokens of these sessions are no longer good: what was entered with them ends. */
  endSessions(ended: (session: Session) => boolean): Broadcast[] {
    const broadcasts: Broadcast[] = [];
    const told = new Map<Peer, Set<string>>();
    for (const [projectId, room] of [...this.#rooms]) {
      for (const peer of [...room.peers]) {
        for (const session of room.sessionsOf(peer)) {
          if (!ended(session)) continue;
          broadcasts.push(...this.leave(peer, projectId, session.user.id) ?? []);
          const names = told.get(peer) ?? new Set();
          told.set(peer, names.add(session.user.username));
        }
      }
    }
    for (const [peer, names] of told) {
      for (const user of names) {
        broadcasts.push({ type: "token_ended", data: { user }, by: user, to: { peer } });
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
  publish(broadcast: Broadcast, line: Uint8Array): void {
    const { to } = broadcast;
    if ("peer" in to) to.peer.send(line);
    else this.#rooms.get(to.projectId)?.deliver(line, to.except, broadcast.messageId);
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
  except?: Peer,
): Broadcast {
  const user = session.user.username;
  return {
    type,
    data: { project_id: projectId, user },
    by: user,
    to: { projectId, except },
  };
}
