import { type FeedEvents, LIST_FEED } from "../../shared/shared_events.ts";
import type { HubMessage, TabMessage } from "./hub_messages.ts";
import type { onLifeEnd } from "./life_lock.ts";

const INITIAL_RETRY_MS = 1_000;
const MAX_RETRY_MS = 30_000;

type Post = (message: HubMessage) => void;

/** A tab's subscription. */
interface Subscription {
  post: Post;
  key: number;
  /** The name of its feed in the stream. */
  feed: string;
  project: string;
  /** The point from which its room resumes. */
  after: string;
}

/**
 * Holds the one event stream of a browser, and shares it among tabs. Each tab's room is a feed of its own, which resumes
 * where the tab stands; the project list is one feed for all.
 */
export class StreamHub {
  readonly #url: string;
  readonly #onLifeEnd: typeof onLifeEnd;
  readonly #subscriptions = new Set<Subscription>();
  #lastFeed = 0;
  #source: EventSource | null = null;
  /** The key of the stream once it has begun. */
  #stream: string | null = null;
  #broken = false;
  /** Whether the list's feed last said that the server can be reached. */
  #online = true;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #retryDelay = INITIAL_RETRY_MS;
  #opening = new Set<Subscription>();
  #closing = new Set<string>();
  #changing = false;

  /**
   * @param query names the server and the user in every request, with `?`
   * @param onEnd passed in, because a lazily loaded script shares no small modules with another one
   */
  constructor(query: string, onEnd: typeof onLifeEnd) {
    this.#url = `/events/shared${query}`;
    this.#onLifeEnd = onEnd;
  }

  /** Adds a tab; returns what receives its messages. */
  connect(post: Post): (message: TabMessage) => void {
    let life = new AbortController();
    const of = (key?: number) =>
      [...this.#subscriptions].filter((each) =>
        each.post === post && (key === undefined || each.key === key)
      );
    const leave = () => of().forEach((each) => this.#unsubscribe(each));
    return (message) => {
      if ("open" in message) this.#subscribe(post, message.open, message.url);
      else if ("close" in message) of(message.close).forEach((each) => this.#unsubscribe(each));
      else {
        life.abort();
        leave();
        life = new AbortController();
        if ("hello" in message) this.#onLifeEnd(message.hello, life.signal, leave);
      }
    };
  }

  /** Ends the stream. */
  close(): void {
    this.#subscriptions.clear();
    this.#stop();
  }

  #subscribe(post: Post, key: number, url: string): void {
    const [path, query] = url.split("?");
    const [, project = ""] = /^\/projects\/(\d+)\//.exec(path) ?? [];
    const feed = project === "" ? LIST_FEED : `${++this.#lastFeed}`;
    const after = new URLSearchParams(query).get("after") ?? "";
    const subscription = { post, key, feed, project, after };
    this.#subscriptions.add(subscription);
    if (this.#broken) post({ key, lost: true });
    else if (feed === LIST_FEED && !this.#online) {
      post({ key, events: [["connection", { online: false }]] });
    }
    if (this.#stream !== null) this.#open([subscription]);
    // One that waits before it tries again need not.
    else if (this.#source === null) this.#start();
  }

  #unsubscribe(subscription: Subscription): void {
    if (!this.#subscriptions.delete(subscription)) return;
    const { feed } = subscription;
    if (this.#subscriptions.size === 0) return this.#stop();
    this.#opening.delete(subscription);
    if (this.#stream === null || this.#of(feed).length > 0) return;
    this.#closing.add(feed);
    void this.#change();
  }

  #of(feed: string): Subscription[] {
    return [...this.#subscriptions].filter((each) => each.feed === feed);
  }

  #open(subscriptions: Iterable<Subscription>): void {
    for (const each of subscriptions) this.#opening.add(each);
    void this.#change();
  }

  /** Sends the changes of the stream's feeds, one request at a time. */
  async #change(): Promise<void> {
    if (this.#changing) return;
    this.#changing = true;
    // Changes of the same moment go together.
    await null;
    while (this.#stream !== null && this.#opening.size + this.#closing.size > 0) {
      const stream = this.#stream;
      const open = [...this.#opening].map(({ feed, project, after }) =>
        project === "" ? feed : `${feed} ${project} ${after}`
      );
      const fields = { stream, open: `${open}`, close: `${[...this.#closing]}` };
      this.#opening.clear();
      this.#closing.clear();
      const answer = await fetch(this.#url, { method: "POST", body: new URLSearchParams(fields) })
        .catch(() => null);
      if (!answer?.ok && stream === this.#stream) this.#lost();
    }
    this.#changing = false;
  }

  #start(): void {
    this.#stop();
    const source = new EventSource(this.#url);
    this.#source = source;
    const on = (type: string, heard: (data: never) => void) =>
      source.addEventListener(type, ({ data }) => {
        if (source !== this.#source) return;
        for (const each of [JSON.parse(data)].flat()) heard(each as never);
      });
    on("stream", ({ key }: { key: string }) => {
      this.#stream = key;
      this.#broken = false;
      this.#online = true;
      this.#retryDelay = INITIAL_RETRY_MS;
      this.#opening.clear();
      this.#closing.clear();
      this.#open(this.#subscriptions);
    });
    on("feed", (data: FeedEvents) => this.#heard(data));
    for (const type of ["paused", "ended"] as const) {
      on(type, (data) => {
        const all = [...this.#subscriptions];
        this.close();
        for (const { post, key } of all) post({ key, events: [[type, data]] });
      });
    }
    source.onerror = () => {
      if (source === this.#source) this.#lost();
    };
  }

  #stop(): void {
    clearTimeout(this.#timer);
    this.#source?.close();
    this.#source = null;
    this.#stream = null;
    this.#broken = false;
  }

  /** Tells every tab, and opens the stream again after a growing pause. */
  #lost(): void {
    this.#stop();
    this.#broken = true;
    for (const { post, key } of this.#subscriptions) post({ key, lost: true });
    this.#timer = setTimeout(() => this.#start(), this.#retryDelay * (0.5 + Math.random()));
    this.#retryDelay = Math.min(this.#retryDelay * 2, MAX_RETRY_MS);
  }

  #heard({ feed, events, over }: FeedEvents): void {
    for (const [type, data] of events) {
      if (feed === LIST_FEED && type === "connection") {
        this.#online = (data as { online: boolean }).online;
      }
    }
    for (const each of this.#of(feed)) {
      each.after = events.findLast(([, , id]) => id !== undefined)?.[2] ?? each.after;
      if (events.length > 0) each.post({ key: each.key, events });
      if (events.some(([type]) => type === "ended" || type === "paused")) {
        this.#subscriptions.delete(each);
        if (this.#subscriptions.size === 0) this.#stop();
      } else if (over) this.#open([each]);
    }
  }
}
