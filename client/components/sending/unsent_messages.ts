/** A message that was written but not acknowledged, as stored in the browser. */
export interface UnsentMessage {
  /** Idempotency tag (docs/PROTOCOL.md, `@tag`): sending it again is harmless. */
  tag: string;
  text: string;
  /** The time of writing, ISO 8601 UTC with milliseconds; unique within a tab. */
  at: string;
}

/** The user and the room that stored messages belong to. */
export interface UnsentScope {
  /** `HOST:PORT`. */
  server: string;
  username: string;
  projectId: number;
}

type Items = Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">;

/**
 * Stores one room's unsent messages and draft in the browser, so that they survive reloads and crashes. Each message is
 * an item of its own, so that tabs don't overwrite each other. When the storage is full or forbidden, nothing is kept
 * and `put` returns false.
 */
export class UnsentMessages {
  readonly #storage: () => Items;
  readonly #draft: string;
  readonly #pending: string;

  /** @param storage called on each access, because accessing a forbidden storage throws */
  constructor(storage: () => Items, { server, username, projectId }: UnsentScope) {
    this.#storage = storage;
    // None of the three can contain a space.
    const room = `chung ${server} ${username.toLowerCase()} ${projectId}`;
    this.#draft = `${room} draft`;
    this.#pending = `${room} pending `;
  }

  /** The stored messages in the order of writing, without unreadable ones. */
  messages(): UnsentMessage[] {
    return this.#try((items) => {
      const keys = Array.from({ length: items.length }, (_, at) => items.key(at));
      return keys.map((key) => key === null ? null : this.#parse(key, items.getItem(key)))
        .filter((message) => message !== null)
        .sort((a, b) => a.at < b.at ? -1 : a.at > b.at ? 1 : 0);
    }, []);
  }

  /** Stores a message; returns whether that succeeded. */
  put({ tag, text, at }: UnsentMessage): boolean {
    return this.#try((items) => {
      items.setItem(this.#pending + tag, JSON.stringify({ text, at }));
      return true;
    }, false);
  }

  remove(tag: string): void {
    this.#try((items) => items.removeItem(this.#pending + tag), undefined);
  }

  /** The draft, "" for none. */
  draft(): string {
    return this.#try((items) => items.getItem(this.#draft) ?? "", "");
  }

  saveDraft(text: string): void {
    this.#try((items) => {
      if (text === "") items.removeItem(this.#draft);
      else items.setItem(this.#draft, text);
    }, undefined);
  }

  /** The tag of a message that another tab has just removed, or null for any other change. */
  removedElsewhere({ key, newValue }: Pick<StorageEvent, "key" | "newValue">): string | null {
    if (newValue !== null || !key?.startsWith(this.#pending)) return null;
    return key.slice(this.#pending.length);
  }

  #parse(key: string, item: string | null): UnsentMessage | null {
    if (item === null || !key.startsWith(this.#pending)) return null;
    const tag = key.slice(this.#pending.length);
    try {
      const { text, at } = JSON.parse(item);
      const whole = typeof text === "string" && /^\d{4}-/.test(at) &&
        !Number.isNaN(Date.parse(at)) && /^[A-Za-z0-9._-]{1,64}$/.test(tag);
      return whole ? { tag, text, at } : null;
    } catch {
      return null;
    }
  }

  #try<Result>(act: (items: Items) => Result, otherwise: Result): Result {
    try {
      return act(this.#storage());
    } catch {
      return otherwise;
    }
  }
}
