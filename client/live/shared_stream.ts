import { type Cursor, parseCursor } from "../shared/cursor.ts";
import type { ListEvent, LiveEvents, Numbered, RoomEvent } from "../shared/live_events.ts";
import { projectId } from "../shared/paths.ts";
import { type FeedEvents, LIST_FEED, type SharedEvent } from "../shared/shared_events.ts";
import type { EventQueue, QueueLimits } from "./event_queue.ts";
import { StreamLimit } from "./stream_limit.ts";

/** Limits on the events of one feed that wait: a browser has many feeds, and resumes one that ends. */
const FEED_LIMITS: QueueLimits = { events: 5_000, size: 1024 * 1024 };
/** Maximum rooms in one stream; a further one pauses the one that was added first. */
const MOST_ROOMS = 100;
/** Approximate size of one feed's turn in UTF-16 units. */
const TURN = 64 * 1024;

type FeedEvent = Numbered<RoomEvent | ListEvent>;
type FeedQueue = EventQueue<Numbered<RoomEvent>> | EventQueue<ListEvent>;

/** The feeds of a session that a shared stream carries. */
export interface Feeds {
  room(projectId: number, after: Cursor, closed: () => void, limits: QueueLimits): FeedQueue;
  list(): FeedQueue;
  /** Sends the current list again to all that listen. */
  refreshList(): void;
}

/** A feed whose turn it is. */
interface Ready {
  feed: string;
  queue: FeedQueue;
  /** The event that was taken from the queue; null at its end. */
  first: FeedEvent | null;
}

/**
 * One stream for all tabs of a browser: the project list, and the room of each tab. Feeds are added and removed while it
 * runs. Each has a queue of its own, and they take turns.
 */
export class SharedStream implements LiveEvents<SharedEvent> {
  /** Names the stream in requests that change it. */
  readonly key = crypto.randomUUID();
  readonly #feeds: Feeds;
  readonly #closed: () => void;
  readonly #queues = new Map<string, FeedQueue>();
  readonly #rooms = new StreamLimit(MOST_ROOMS);
  readonly #ready: Ready[] = [];
  /** Events of the stream itself: the one that begins it, and the one that ends it. */
  #own: SharedEvent[];
  #ended = false;
  #wake = () => {};

  /** @param closed called once, when the stream takes no more feeds */
  constructor(feeds: Feeds, closed: () => void) {
    this.#feeds = feeds;
    this.#closed = closed;
    this.#own = [{ type: "stream", data: { key: this.key } }];
  }

  /**
   * Changes the feeds as a browser asks: `close` lists names, `open` feeds to begin after that, each with a comma between
   * two. A room is `NAME PROJECT MESSAGE.CHANGE`. Skips what is malformed.
   */
  change(open: string, close: string): void {
    for (const feed of close.split(",")) this.closeFeed(feed);
    for (const item of open.split(",")) {
      const [feed, project = "", after = ""] = item.split(" ");
      const id = projectId(project);
      if (feed === LIST_FEED) this.openList();
      else if (/^\d{1,15}$/.test(feed) && id !== null) this.openRoom(feed, id, parseCursor(after));
    }
  }

  openRoom(feed: string, projectId: number, after: Cursor): void {
    if (this.#ended) return;
    this.closeFeed(feed);
    const closed = () => this.#rooms.delete(queue);
    const queue: FeedQueue = this.#feeds.room(projectId, after, closed, FEED_LIMITS);
    this.#add(feed, queue);
    this.#rooms.add(queue);
  }

  /** Adds the project list, or sends it again. */
  openList(): void {
    if (this.#ended) return;
    if (this.#queues.has(LIST_FEED)) this.#feeds.refreshList();
    else this.#add(LIST_FEED, this.#feeds.list());
  }

  closeFeed(feed: string): void {
    const queue = this.#queues.get(feed);
    this.#queues.delete(feed);
    queue?.close();
  }

  async next(): Promise<IteratorResult<SharedEvent>> {
    for (;;) {
      const value = this.#take();
      if (value !== null) return { done: false, value };
      if (this.#ended && this.#queues.size === 0) return { done: true, value: undefined };
      await new Promise<void>((wake) => this.#wake = wake);
    }
  }

  take(size: number): SharedEvent[] {
    const taken: SharedEvent[] = [];
    for (let left = size; left > 0; left -= TURN) {
      const event = this.#take();
      if (event === null) break;
      taken.push(event);
    }
    return taken;
  }

  /** Ends the stream after the events that wait and `last`. */
  end(last?: SharedEvent): void {
    if (this.#ended) return;
    this.#ended = true;
    if (last !== undefined) this.#own.push(last);
    for (const queue of this.#queues.values()) queue.end();
    this.#closed();
    this.#wake();
  }

  /** Ends the stream for a reader that is gone. */
  close(): void {
    for (const feed of [...this.#queues.keys()]) this.closeFeed(feed);
    this.#ready.length = 0;
    this.#own = [];
    this.end();
  }

  #add(feed: string, queue: FeedQueue): void {
    this.#queues.set(feed, queue);
    void this.#await(feed, queue);
  }

  async #await(feed: string, queue: FeedQueue): Promise<void> {
    const { done, value } = await queue.next();
    if (this.#queues.get(feed) !== queue) return;
    this.#ready.push({ feed, queue, first: done ? null : value });
    this.#wake();
  }

  #take(): SharedEvent | null {
    // The event that ends the stream comes after those of its feeds.
    if (this.#own.length > 0 && (!this.#ended || this.#queues.size === 0)) {
      return this.#own.shift()!;
    }
    for (let ready; (ready = this.#ready.shift()) !== undefined;) {
      const { feed, queue, first } = ready;
      if (this.#queues.get(feed) !== queue) continue;
      if (first === null) {
        this.#queues.delete(feed);
        return { type: "feed", data: { feed, events: [], over: true } };
      }
      const events = [first, ...queue.take(TURN)].map(asTuple);
      void this.#await(feed, queue);
      return { type: "feed", data: { feed, events } };
    }
    return null;
  }
}

function asTuple({ type, data, id }: FeedEvent): FeedEvents["events"][number] {
  return id === undefined ? [type, data] : [type, data, id];
}
