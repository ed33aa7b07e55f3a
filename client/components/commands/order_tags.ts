import type { RoomStorage } from "../sending/room_storage.ts";
import type { TaskOrder } from "./task_command.ts";

/** The server remembers tags for longer than this. */
const KEPT_MS = 24 * 60 * 60 * 1000;

/** Keeps the tags of orders whose outcome isn't known, so that the same order, also over a reload, makes one task. */
export class OrderTags {
  readonly #storage: RoomStorage;
  readonly #now: () => number;
  readonly #make: () => string;
  readonly #prefix: string;

  constructor(storage: RoomStorage, make: () => string, now: () => number = Date.now) {
    this.#storage = storage;
    this.#make = make;
    this.#now = now;
    this.#prefix = storage.key("order ");
  }

  /** The tag of an order: the one that it was asked for with before, or a new one, which is kept. */
  tagOf(order: TaskOrder): string {
    const wanted = contentOf(order);
    for (const key of this.#storage.keys(this.#prefix)) {
      const kept = this.#read(key);
      if (kept === null || this.#now() - kept.at > KEPT_MS) this.#storage.remove(key);
      else if (kept.order === wanted) return key.slice(this.#prefix.length);
    }
    const tag = this.#make();
    this.#storage.write(this.#prefix + tag, JSON.stringify({ order: wanted, at: this.#now() }));
    return tag;
  }

  /** Forgets a tag whose outcome is known. */
  forget(tag: string): void {
    this.#storage.remove(this.#prefix + tag);
  }

  #read(key: string): { order: string; at: number } | null {
    try {
      const { order, at } = JSON.parse(this.#storage.read(key) ?? "");
      return typeof order === "string" && typeof at === "number" ? { order, at } : null;
    } catch {
      return null;
    }
  }
}

function contentOf({ title, assignee, due }: TaskOrder): string {
  return JSON.stringify([title, assignee, due]);
}
