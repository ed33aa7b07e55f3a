import type { Session } from "../model/session.ts";
import type { Peer } from "./peer.ts";

/**
 * A member's position in a room's log: a message's ordinal minus `offset` is the member's unread count up to and
 * including that message.
 */
export interface Position {
  lastReadId: number;
  offset: number;
}

/** A user who watches, on one or more connections. */
interface Watcher {
  readonly userId: number;
  readonly peers: Map<Peer, Session>;
  /** Positions by project id. */
  readonly positions: Map<number, Position>;
}

/**
 * Tracks the users who watch their projects and how far each has read, so that a message's unread counts need no query
 * to the store. The counts are exact as long as changes are reported in commit order.
 */
export class Watchers {
  /** Watchers by user id. */
  readonly #watchers = new Map<number, Watcher>();
  readonly #byProject = new Map<number, Set<Watcher>>();
  readonly #byPeer = new Map<Peer, Set<Watcher>>();
  readonly #peers: Map<number, Peer>;

  /** @param peers registry of connections by id, to which connections that watch are added */
  constructor(peers: Map<number, Peer>) {
    this.#peers = peers;
  }

  /** Starts sending events of the user's projects to this connection. */
  watch(peer: Peer, session: Session, positions: Iterable<[number, Position]>): void {
    // Requests sent before the connection closed may still be served; nothing would end its watch.
    if (peer.closed) return;
    this.#peers.set(peer.id, peer);
    const userId = session.user.id;
    let watcher = this.#watchers.get(userId);
    if (watcher === undefined) {
      this.#watchers.set(userId, watcher = { userId, peers: new Map(), positions: new Map() });
    }
    watcher.peers.set(peer, session);
    addTo(this.#byPeer, peer, watcher);
    for (const [projectId, position] of positions) this.place(projectId, userId, position);
  }

  /** Sets the position of a watching member who joined the project or has read. */
  place(projectId: number, userId: number, { lastReadId, offset }: Position): void {
    const watcher = this.#watchers.get(userId);
    if (watcher === undefined) return;
    watcher.positions.set(projectId, { lastReadId, offset });
    addTo(this.#byProject, projectId, watcher);
  }

  /** Removes a former member's position. */
  drop(projectId: number, userId: number): void {
    const watcher = this.#watchers.get(userId);
    if (watcher === undefined) return;
    watcher.positions.delete(projectId);
    removeFrom(this.#byProject, projectId, watcher);
  }

  /**
   * Counts a stored message, the `ordinal`-th of its room.
   * @param elsewhere whether this connection learns of the message by other means
   * @returns the ids of the connections to notify, by their unread count
   */
  messageAdded(
    projectId: number,
    authorId: number,
    ordinal: number,
    elsewhere: (peer: Peer, userId: number) => boolean,
  ): ReadonlyMap<number, ReadonlySet<number>> {
    const watchers = this.#byProject.get(projectId);
    if (watchers === undefined) return NOBODY;
    const told = new Map<number, Set<number>>();
    for (const { userId, peers, positions } of watchers) {
      const position = positions.get(projectId)!;
      if (userId === authorId) {
        position.offset++;
        continue;
      }
      for (const peer of peers.keys()) {
        if (!elsewhere(peer, userId)) addTo(told, ordinal - position.offset, peer.id);
      }
    }
    return told;
  }

  /** Counts a deleted message: it is no longer unread for anyone. */
  messageDeleted(projectId: number, messageId: number, authorId: number): void {
    for (const { userId, positions } of this.#byProject.get(projectId) ?? []) {
      const position = positions.get(projectId)!;
      if (userId !== authorId && messageId > position.lastReadId) position.offset++;
    }
  }

  /** Returns the connections on which these users watch. */
  peersOf(userIds: Iterable<number>): ReadonlySet<Peer> {
    const peers = new Set<Peer>();
    for (const userId of userIds) {
      for (const peer of this.#watchers.get(userId)?.peers.keys() ?? []) peers.add(peer);
    }
    return peers;
  }

  /** Returns the connections on which members of this project watch. */
  peersIn(projectId: number): ReadonlySet<Peer> {
    const peers = new Set<Peer>();
    for (const watcher of this.#byProject.get(projectId) ?? []) {
      for (const peer of watcher.peers.keys()) peers.add(peer);
    }
    return peers;
  }

  /** Ends the watches of ended sessions. @returns the connections and sessions concerned */
  endSessions(ended: (session: Session) => boolean): [Peer, Session][] {
    const found: [Peer, Session][] = [];
    for (const { peers } of this.#watchers.values()) {
      for (const [peer, session] of peers) if (ended(session)) found.push([peer, session]);
    }
    for (const [peer, { user }] of found) this.#end(peer, this.#watchers.get(user.id)!);
    return found;
  }

  /** Ends all watches on a closed connection. */
  disconnect(peer: Peer): void {
    for (const watcher of [...this.#byPeer.get(peer) ?? []]) this.#end(peer, watcher);
  }

  #end(peer: Peer, watcher: Watcher): void {
    removeFrom(this.#byPeer, peer, watcher);
    watcher.peers.delete(peer);
    if (watcher.peers.size > 0) return;
    for (const projectId of watcher.positions.keys()) {
      removeFrom(this.#byProject, projectId, watcher);
    }
    this.#watchers.delete(watcher.userId);
  }
}

const NOBODY: ReadonlyMap<number, ReadonlySet<number>> = new Map();

function addTo<K, V>(sets: Map<K, Set<V>>, key: K, value: V): void {
  const set = sets.get(key);
  if (set === undefined) sets.set(key, new Set([value]));
  else set.add(value);
}

function removeFrom<K, V>(sets: Map<K, Set<V>>, key: K, value: V): void {
  const set = sets.get(key);
  if (set?.delete(value) && set.size === 0) sets.delete(key);
}
