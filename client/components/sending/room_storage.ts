/** The user and the room that stored texts belong to. */
export interface RoomScope {
  /** `HOST:PORT`. */
  server: string;
  username: string;
  projectId: number;
}

export type Items = Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">;

/** The browser's storage, as far as it belongs to one user in one room. It may be full or forbidden at any time. */
export class RoomStorage {
  readonly #storage: () => Items;
  /** The beginning of all keys of the room. */
  readonly #room: string;

  /** @param storage called on each access, because accessing a forbidden storage throws */
  constructor(storage: () => Items, { server, username, projectId }: RoomScope) {
    this.#storage = storage;
    // None of the three can contain a space.
    this.#room = `chung ${server} ${username.toLowerCase()} ${projectId}`;
  }

  /** The key of an item named `name`. */
  key(name: string): string {
    return `${this.#room} ${name}`;
  }

  /** The keys that begin with `start`. */
  keys(start: string): string[] {
    return this.#try((items) =>
      Array.from({ length: items.length }, (_, at) => items.key(at))
        .filter((key) => key?.startsWith(start)) as string[], []);
  }

  read(key: string): string | null {
    return this.#try((items) => items.getItem(key), null);
  }

  /** Stores a value; returns whether that succeeded. */
  write(key: string, value: string): boolean {
    return this.#try((items) => {
      items.setItem(key, value);
      return true;
    }, false);
  }

  remove(key: string): void {
    this.#try((items) => items.removeItem(key), undefined);
  }

  #try<Result>(act: (items: Items) => Result, otherwise: Result): Result {
    try {
      return act(this.#storage());
    } catch {
      return otherwise;
    }
  }
}
