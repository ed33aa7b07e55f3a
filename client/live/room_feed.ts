import { ChungError } from "../../lib/errors.ts";
import type { Message } from "../../lib/model/message.ts";
import type { Member } from "../../lib/model/project.ts";
import { type Argument, idArgument, tokenArgument } from "../upstream/request_line.ts";
import type { EnteredRoom } from "../../lib/protocol/replies.ts";
import type { Cursor } from "../shared/cursor.ts";
import type { RoomEvent } from "../shared/live_events.ts";
import type { QueueLimits } from "./event_queue.ts";
import { RoomSubscriber } from "./room_subscriber.ts";
import type { Timer, Timers } from "../../lib/timers.ts";
import { tokenIsGone } from "../upstream/token_is_gone.ts";
import type { Upstream } from "../upstream/upstream.ts";

export interface RoomFeedOptions {
  projectId: number;
  token: string;
  username: string;
  upstream: Upstream;
  timers: Timers;
  random: () => number;
  /** Called with the messages of a page of `enter`, which no event reports. */
  fetched(messages: Message[]): void;
  /** Called when the feed is over and can be dropped. */
  left(): void;
  /** Called when the token is invalid or has expired. */
  loggedOut(): void;
}

/** Milliseconds before leaving a room without subscribers, so that a page reload doesn't show as leave and enter. */
const LEAVE_AFTER_MS = 3_000;
const RETRY_MS = 1_000;
const GONE: ReadonlySet<string> = new Set(["not_a_member", "project_not_found"]);

/** Tabs that are catching up, and the position that the pages have reached. */
interface CatchUp {
  tabs: RoomSubscriber[];
  from: Cursor;
}

/**
 * Feeds one room to all tabs of a session over its single connection. Each tab gets every message after its cursor,
 * once and in order: the connection enters the room at the oldest cursor, each tab takes what it lacks from the
 * pages, and events continue from there.
 */
export class RoomFeed {
  readonly #options: RoomFeedOptions;
  readonly #subscribers = new Set<RoomSubscriber>();
  #catchUp: CatchUp | null = null;
  #leaving: Timer | undefined;
  #retry: Timer | undefined;

  constructor(options: RoomFeedOptions) {
    this.#options = options;
  }

  get subscribed(): boolean {
    return this.#subscribers.size > 0;
  }

  /** @param closed called once, when the subscriber has ended */
  subscribe(after: Cursor, closed: () => void = () => {}, limits?: QueueLimits): RoomSubscriber {
    const subscriber: RoomSubscriber = new RoomSubscriber(after, () => {
      this.#unsubscribe(subscriber);
      closed();
    }, limits);
    this.#subscribers.add(subscriber);
    this.#options.timers.clear(this.#leaving);
    if (this.#options.upstream.online) this.#enter();
    else {
      subscriber.offline();
      this.#options.upstream.wake();
    }
    return subscriber;
  }

  connected(): void {
    if (this.subscribed) this.#enter();
  }

  lost(): void {
    this.#catchUp = null;
    for (const subscriber of [...this.#subscribers]) subscriber.offline();
    if (!this.subscribed) this.#forget();
  }

  /** Handles a `chat` event, or the answer to a message sent on this connection, which stands for one. */
  message(message: Message): void {
    for (const subscriber of [...this.#subscribers]) {
      if (subscriber.live) subscriber.message(message);
    }
  }

  /** Handles an `edit` or `delete` event. */
  changed(message: Message): void {
    for (const subscriber of [...this.#subscribers]) {
      if (subscriber.live) subscriber.changed(message);
    }
  }

  notice(event: RoomEvent): void {
    if (event.type === "typing" && this.#isOwn(event.data.user)) return;
    for (const subscriber of [...this.#subscribers]) subscriber.notice(event);
    if (event.type !== "members") return;
    if (event.data.removed.some((name) => this.#isOwn(name))) this.end("not_a_member");
  }

  end(reason: "logged_out" | "not_a_member" | null): void {
    const last: RoomEvent | undefined = reason === null
      ? undefined
      : { type: "ended", data: { reason } };
    for (const subscriber of [...this.#subscribers]) subscriber.end(last);
    this.#forget();
  }

  #forget(): void {
    this.#options.timers.clear(this.#leaving);
    this.#options.timers.clear(this.#retry);
    this.#options.left();
  }

  #unsubscribe(subscriber: RoomSubscriber): void {
    this.#subscribers.delete(subscriber);
    if (this.subscribed) return;
    const { timers } = this.#options;
    timers.clear(this.#leaving);
    this.#leaving = timers.set(() => this.#leave(), LEAVE_AFTER_MS);
  }

  #leave(): void {
    const { upstream } = this.#options;
    // Nobody waits for the answer.
    if (upstream.online) upstream.request("leave", { args: this.#room() }).catch(() => {});
    this.#forget();
  }

  #enter(): void {
    if (this.#catchUp !== null || !this.#options.upstream.online) return;
    const tabs = [...this.#subscribers];
    const late = tabs.filter(({ live }) => !live);
    if (late.length === 0) return;
    const from = {
      message: Math.min(...tabs.map(({ cursor }) => cursor.message)),
      // Live tabs have received every change as an event.
      change: Math.min(...late.map(({ cursor }) => cursor.change)),
    };
    this.#fetch({ tabs, from });
  }

  #fetch(catchUp: CatchUp): void {
    const { upstream, timers } = this.#options;
    this.#catchUp = catchUp;
    timers.clear(this.#retry);
    const { message, change } = catchUp.from;
    const after = [idArgument(message, "bad_request"), idArgument(change, "bad_request")];
    upstream.request("enter", {
      args: [...this.#room(), ...after],
      answered: (room) => this.#entered(room, catchUp),
    }).catch((error) => this.#refused(error));
  }

  #entered({ changed = [], ...page }: EnteredRoom, { tabs, from }: CatchUp): void {
    this.#catchUp = null;
    const more = page.more && page.messages.length + changed.length > 0;
    const members = this.#withOwn(page.members);
    for (const subscriber of tabs) {
      if (!this.#subscribers.has(subscriber)) continue;
      subscriber.presence(page.project, members);
      subscriber.page({ ...page, changed, more });
      subscriber.live = true;
    }
    this.#options.fetched(page.messages);
    if (more) {
      // No `chat` event comes until the rest is fetched, and passing on an answer between two pages would leave a gap.
      for (const subscriber of this.#subscribers) subscriber.live = false;
      const message = page.messages.at(-1)?.id ?? from.message;
      if (this.subscribed) this.#fetch({ tabs, from: { message, change: page.last_change } });
    } else this.#enter();
  }

  #refused(error: unknown): void {
    const { timers, random, upstream, loggedOut } = this.#options;
    // `lost` has handled a lost connection; the next one enters again.
    if (!upstream.online) return;
    this.#catchUp = null;
    if (tokenIsGone(error)) return loggedOut();
    if (error instanceof ChungError && GONE.has(error.code)) return this.end("not_a_member");
    this.#retry = timers.set(() => this.#enter(), RETRY_MS * (1 + random()));
  }

  /** Marks the user as online: the server read the members just before this connection entered. */
  #withOwn(members: Member[]): Member[] {
    const { username } = this.#options;
    return members.map((member) =>
      member.username === username ? { ...member, online: true } : member
    );
  }

  #isOwn(name: string): boolean {
    return name.toLowerCase() === this.#options.username.toLowerCase();
  }

  /** The leading arguments of every request about the room. */
  #room(): Argument[] {
    const { token, projectId } = this.#options;
    return [tokenArgument(token), idArgument(projectId, "project_not_found")];
  }
}
