import type { RoomStorage } from "../room_storage.ts";

/** A message that was written but not acknowledged, as stored in the browser. */
export interface UnsentMessage {
  /** Idempotency tag (docs/PROTOCOL.md, `@tag`): sending it again is harmless. */
  tag: string;
  text: string;
  /** The time of writing, ISO 8601 UTC with milliseconds; unique within a tab. */
  at: string;
  /** Whether the server may have stored it: it was posted, and no answer said otherwise. */
  posted: boolean;
}

/**
 * Stores one room's unsent messages in the browser, so that they survive reloads and crashes. Each message is an item
 * of its own, so that tabs don't overwrite each other. When the storage is full or forbidden, nothing is kept and `put`
 * returns false.
 */
export class UnsentMessages {
  readonly #storage: RoomStorage;
  readonly #pending: string;

  constructor(storage: RoomStorage) {
    this.#storage = storage;
    this.#pending = storage.key("pending ");
  }

  /** The stored messages in the order of writing, without unreadable ones. */
  messages(): UnsentMessage[] {
    return this.#storage.keys(this.#pending)
      .map((key) => this.#read(key.slice(this.#pending.length)))
      .filter((message) => message !== null)
      .sort((a, b) => a.at < b.at ? -1 : a.at > b.at ? 1 : 0);
  }

  /** Stores a message; returns whether that succeeded. */
  put({ tag, text, at, posted }: UnsentMessage): boolean {
    return this.#storage.write(this.#pending + tag, JSON.stringify({ text, at, posted }));
  }

  /** Whether a stored message may have been posted, by any tab. */
  posted(tag: string): boolean {
    return this.#read(tag)?.posted ?? false;
  }

  remove(tag: string): void {
    this.#storage.remove(this.#pending + tag);
  }

  /** The tag of a message that another tab has just removed, or null for any other change. */
  removedElsewhere({ key, newValue }: Pick<StorageEvent, "key" | "newValue">): string | null {
    if (newValue !== null || !key?.startsWith(this.#pending)) return null;
    return key.slice(this.#pending.length);
  }

  #read(tag: string): UnsentMessage | null {
    const item = this.#storage.read(this.#pending + tag);
    if (item === null) return null;
    try {
      // Earlier versions did not store whether it was posted.
      const { text, at, posted = true } = JSON.parse(item);
      const whole = typeof text === "string" && /^\d{4}-/.test(at) &&
        !Number.isNaN(Date.parse(at)) && /^[A-Za-z0-9._-]{1,64}$/.test(tag);
      return whole ? { tag, text, at, posted: posted !== false } : null;
    } catch {
      return null;
    }
  }
}
