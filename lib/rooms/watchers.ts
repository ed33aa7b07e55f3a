import type { Session } from "../model/session.ts";
import type { Peer } from "./peer.ts";

/**
 * Where a member is in a room's log: a message's ordinal in it less `offset` is how many are unread with that message.
 */
export interface Position {
  lastReadId: number;
  offset: number;
}

/** A user who watches, on however many connections. */
interface Watcher {
  readonly userId: number;
  readonly peers: Map<Peer, Session>;
  /** By project. */
  readonly positions: Map<number, Position>;
}

/**
 * Who watches their projects, and how far each has read, so that a message's unread counts cost no question to the
 * store. Everything is told to it in commit order, and then it is never wrong.
 */
export class Watchers {
  /** By user id. */
  readonly #watchers = new Map<number, Watcher>();
  readonly #byProject = new Map<number, Set<Watcher>>();
  readonly #byPeer = new Map<Peer, Set<Watcher>>();

  /** From now on this connection hears of the user's projects. */
  watch(peer: Peer, session: Session, positions: Iterable<[number, Position]>): void {
    const userId = session.user.id;
    let watcher = this.#watchers.get(userId);
    if (watcher === undefined) {
      this.#watchers.set(userId, watcher = { userId, peers: new Map(), positions: new Map() });
    }
    watcher.peers.set(peer, session);
    addTo(this.#byPeer, peer, watcher);
    for (const [projectId, position] of positions) this.place(projectId, userId, position);
  }

  /** Where a member is, who has come into the project or has read. */
  place(projectId: number, userId: number, { lastReadId, offset }: Position): void {
    const watcher = this.#watchers.get(userId);
    if (watcher === undefined) return;
    watcher.positions.set(projectId, { lastReadId, offset });
    addTo(this.#byProject, projectId, watcher);
  }

  /** The user is no longer a member. */
  drop(projectId: number, userId: number): void {
    const watcher = this.#watchers.get(userId);
    if (watcher === undefined) return;
    watcher.positions.delete(projectId);
    removeFrom(this.#byProject, projectId, watcher);
  }

  /**
   * A message was stored, the `ordinal`-th of its room.
   * @param elsewhere whether this connection hears of it otherwise
   * @returns who is told of it, by the count of unread messages
   */
  messageAdded(
    projectId: number,
    authorId: number,
    ordinal: number,
    elsewhere: (peer: Peer, userId: number) => boolean,
  ): ReadonlyMap<number, ReadonlySet<Peer>> {
    const watchers = this.#byProject.get(projectId);
    if (watchers === undefined) return NOBODY;
    const told = new Map<number, Set<Peer>>();
    for (const { userId, peers, positions } of watchers) {
      const position = positions.get(projectId)!;
      if (userId === authorId) {
        position.offset++;
        continue;
      }
      for (const peer of peers.keys()) {
        if (!elsewhere(peer, userId)) addTo(told, ordinal - position.offset, peer);
      }
    }
    return told;
  }

  /** A message was deleted: who has not read it won't have to. */
  messageDeleted(projectId: number, messageId: number, authorId: number): void {
    for (const { userId, positions } of this.#byProject.get(projectId) ?? []) {
      const position = positions.get(projectId)!;
      if (userId !== authorId && messageId > position.lastReadId) position.offset++;
    }
  }

  /** The connections on which these users watch. */
  peersOf(userIds: Iterable<number>): ReadonlySet<Peer> {
    const peers = new Set<Peer>();
    for (const userId of userIds) {
      for (const peer of this.#watchers.get(userId)?.peers.keys() ?? []) peers.add(peer);
    }
    return peers;
  }

  /** The connections on which members of this project watch. */
  peersIn(projectId: number): ReadonlySet<Peer> {
    const peers = new Set<Peer>();
    for (const watcher of this.#byProject.get(projectId) ?? []) {
      for (const peer of watcher.peers.keys()) peers.add(peer);
    }
    return peers;
  }

  /** Ends what was watched with these sessions. @returns on which connections, and as whom */
  endSessions(ended: (session: Session) => boolean): [Peer, Session][] {
    const found: [Peer, Session][] = [];
    for (const { peers } of this.#watchers.values()) {
      for (const [peer, session] of peers) if (ended(session)) found.push([peer, session]);
    }
    for (const [peer, { user }] of found) this.#end(peer, this.#watchers.get(user.id)!);
    return found;
  }

  /** The connection is closed. */
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

const NOBODY: ReadonlyMap<number, ReadonlySet<Peer>> = new Map();

function addTo<K, V>(sets: Map<K, Set<V>>, key: K, value: V): void {
  const set = sets.get(key);
  if (set === undefined) sets.set(key, new Set([value]));
  else set.add(value);
}

function removeFrom<K, V>(sets: Map<K, Set<V>>, key: K, value: V): void {
  const set = sets.get(key);
  if (set?.delete(value) && set.size === 0) sets.delete(key);
}
