import type { FeedEvents } from "../../shared/shared_events.ts";
import { connectToHub, type HubConnection } from "./hub_connection.ts";
import type { HubMessage } from "./hub_messages.ts";
import { holdLifeLock } from "./life_lock.ts";

/** A stream of a page, as the link sees it. */
export interface Listener {
  /** The URL of the events, with the point from which to resume. */
  url(): string;
  heard(events: FeedEvents["events"]): void;
  lost(): void;
}

/** The link of a page to the hub of its browser, for one server and user. All streams of the page share it. */
class TabLink {
  readonly #query: string;
  readonly #listeners = new Map<number, Listener>();
  #lastKey = 0;
  #connection: HubConnection | null = null;
  /** Aborted when the link ends; the life lock is held until then. */
  #life = new AbortController();
  #lock = Promise.resolve("");
  #greeted = false;

  constructor(query: string) {
    this.#query = query;
  }

  listen(listener: Listener): () => void {
    const key = this.#add(listener);
    if (this.#connection === null) this.#connect();
    else if (this.#greeted) this.#connection.post({ open: key, url: listener.url() });
    return () => this.#remove(listener);
  }

  #connect(): void {
    this.#life = new AbortController();
    this.#lock = holdLifeLock(this.#life.signal);
    this.#connection = connectToHub(this.#query, this.#life.signal, (message) => {
      if ("ready" in message) void this.#greet();
      else this.#receive(message);
    });
  }

  /** Subscribes everything to a hub that has just begun. New keys: events of the one before may still arrive. */
  async #greet(): Promise<void> {
    const { signal } = this.#life;
    const lock = await this.#lock;
    const connection = this.#connection;
    if (connection === null || signal.aborted) return;
    connection.post({ hello: lock });
    this.#greeted = true;
    const listeners = [...this.#listeners.values()];
    this.#listeners.clear();
    for (const listener of listeners) {
      connection.post({ open: this.#add(listener), url: listener.url() });
    }
  }

  #add(listener: Listener): number {
    this.#listeners.set(++this.#lastKey, listener);
    return this.#lastKey;
  }

  #remove(listener: Listener): void {
    for (const [key, each] of this.#listeners) {
      if (each !== listener) continue;
      this.#listeners.delete(key);
      this.#connection?.post({ close: key });
    }
    if (this.#listeners.size > 0) return;
    this.#connection?.post({ bye: true });
    this.#connection = null;
    this.#greeted = false;
    this.#life.abort();
  }

  #receive(message: Exclude<HubMessage, { ready: string }>): void {
    const listener = this.#listeners.get(message.key);
    if ("lost" in message) listener?.lost();
    else listener?.heard(message.events);
  }
}

const links = new Map<string, TabLink>();

/** Listens to the browser's shared stream; returns a function that stops. */
export function listen(listener: Listener): () => void {
  const { server = "", user = "" } = Object.fromEntries(
    new URLSearchParams(listener.url().split("?")[1]),
  );
  const query = `?${new URLSearchParams({ server, user })}`;
  let link = links.get(query);
  if (link === undefined) links.set(query, link = new TabLink(query));
  return link.listen(listener);
}
