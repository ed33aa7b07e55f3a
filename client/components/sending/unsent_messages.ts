/** A message that was written and not yet acknowledged, as it is kept in the browser. */
export interface UnsentMessage {
  /** Makes sending it again harmless (docs/PROTOCOL.md, `@tag`). */
  tag: string;
  text: string;
  /** When it was written: ISO 8601 UTC with milliseconds, no two of a tab the same. */
  at: string;
}

/** Whose messages, and where to. */
export interface KeptFor {
  /** `HOST:PORT`. */
  server: string;
  username: string;
  projectId: number;
}

type Items = Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">;

/**
 * What is written in one room and not yet sent, in the browser's own storage: it outlives reloads and crashes. Each
 * message is an item of its own, so that two tabs take nothing from each other. A storage that is full or forbidden
 * keeps nothing, and says so.
 */
export class UnsentMessages {
  readonly #storage: () => Items;
  readonly #draft: string;
  readonly #pending: string;

  /** @param storage asked each time, since the mere asking fails where it is forbidden */
  constructor(storage: () => Items, { server, username, projectId }: KeptFor) {
    this.#storage = storage;
    // None of the three can hold a space.
    const room = `chung ${server} ${username.toLowerCase()} ${projectId}`;
    this.#draft = `${room} draft`;
    this.#pending = `${room} pending `;
  }

  /** In the order in which they were written; what can't be read is left out. */
  messages(): UnsentMessage[] {
    return this.#try((items) => {
      const keys = Array.from({ length: items.length }, (_, at) => items.key(at));
      return keys.map((key) => key === null ? null : this.#parse(key, items.getItem(key)))
        .filter((message) => message !== null)
        .sort((a, b) => a.at < b.at ? -1 : a.at > b.at ? 1 : 0);
    }, []);
  }

  /** Whether it is kept now. */
  put({ tag, text, at }: UnsentMessage): boolean {
    return this.#try((items) => {
      items.setItem(this.#pending + tag, JSON.stringify({ text, at }));
      return true;
    }, false);
  }

  remove(tag: string): void {
    this.#try((items) => items.removeItem(this.#pending + tag), undefined);
  }

  /** What is half-typed; "" for nothing. */
  draft(): string {
    return this.#try((items) => items.getItem(this.#draft) ?? "", "");
  }

  keepDraft(text: string): void {
    this.#try((items) => {
      if (text === "") items.removeItem(this.#draft);
      else items.setItem(this.#draft, text);
    }, undefined);
  }

  /** The tag of the message that another tab has just removed, or null for any other change. */
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
