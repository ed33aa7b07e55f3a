/** Rooms and authors remembered at most, together. */
const MAX_REMEMBERED = 100_000;

/** A member who has written. */
export interface Author {
  readonly projectId: number;
  readonly userId: number;
  readonly username: string;
  /** Messages stored in this transaction that are not taken from what is unread to the author yet. */
  uncounted: number;
}

/** A room's newest message; `ordinal` is 0 in an empty room. */
export interface RoomState {
  timestamp: number;
  ordinal: number;
}

interface Room extends RoomState {
  readonly authors: Map<number, Author>;
}

/**
 * What each new message has to know of its room and its author, kept from one message to the next: to ask the database
 * takes two thirds of the time that storing the message takes. The writer is the only one that changes any of it.
 */
export class RoomCache {
  readonly #rooms = new Map<number, Room>();
  #remembered = 0;

  room(projectId: number): RoomState | undefined {
    return this.#rooms.get(projectId);
  }

  author(projectId: number, userId: number): Author | undefined {
    return this.#rooms.get(projectId)?.authors.get(userId);
  }

  remember(author: Author, state: RoomState): void {
    if (this.#remembered >= MAX_REMEMBERED) this.forget();
    let room = this.#rooms.get(author.projectId);
    if (room === undefined) {
      this.#rooms.set(author.projectId, room = { ...state, authors: new Map() });
      this.#remembered++;
    }
    room.authors.set(author.userId, author);
    this.#remembered++;
  }

  /** After a rollback, or when somebody is no longer a member. */
  forget(): void {
    this.#rooms.clear();
    this.#remembered = 0;
  }
}
