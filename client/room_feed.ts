import { ChungError } from "../lib/errors.ts";
import type { Message } from "../lib/model/message.ts";
import type { Member } from "../lib/model/project.ts";
import { idArgument, requestLine, tokenArgument } from "./request_line.ts";
import type { RoomEvent } from "./state.ts";
import { Subscriber } from "./subscriber.ts";
import type { Timer, Timers } from "./timers.ts";
import { tokenIsGone } from "./token_is_gone.ts";
import type { Upstream } from "./upstream.ts";

/** What of `ok enter` is used here. */
interface EnterPage {
  members: Member[];
  messages: Message[];
  more: boolean;
  last_id: number;
}

export interface RoomFeedOptions {
  projectId: number;
  token: string;
  username: string;
  upstream: Upstream;
  timers: Timers;
  random: () => number;
  /** Nobody subscribes any more, and the room was left. */
  left(): void;
  /** The token is no longer good. */
  loggedOut(): void;
}

/** A page that is reloaded comes back within this time: the others need not see it leave and enter. */
const LEAVE_AFTER_MS = 3_000;
const RETRY_MS = 1_000;
const GONE: ReadonlySet<string> = new Set(["not_a_member", "project_not_found"]);

/**
 * One room on the session's connection, for all its tabs. Each gets every message after the one
 * that it has, once and in order: the connection enters the room after the oldest of what the tabs
 * have, all of them take what they lack from the page, and events go on from there.
 */
export class RoomFeed {
  readonly #options: RoomFeedOptions;
  readonly #subscribers = new Set<Subscriber>();
  #entering = false;
  #leaving: Timer | undefined;
  #retry: Timer | undefined;

  constructor(options: RoomFeedOptions) {
    this.#options = options;
  }

  get subscribed(): boolean {
    return this.#subscribers.size > 0;
  }

  /** @param closed called once, when the subscriber has ended */
  subscribe(afterId: number, closed: () => void = () => {}): Subscriber {
    const subscriber: Subscriber = new Subscriber(afterId, () => {
      this.#unsubscribe(subscriber);
      closed();
    });
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
    this.#entering = false;
    for (const subscriber of [...this.#subscribers]) subscriber.offline();
    if (!this.subscribed) this.#forget();
  }

  /** A `chat` event, or the answer to a message sent on this connection, which stands in its place. */
  message(message: Message): void {
    for (const subscriber of [...this.#subscribers]) {
      if (subscriber.live) subscriber.message(message);
    }
  }

  notice(event: RoomEvent): void {
    for (const subscriber of [...this.#subscribers]) subscriber.notice(event);
    if (event.type !== "members") return;
    const own = this.#options.username.toLowerCase();
    if (event.data.removed.some((name) => name.toLowerCase() === own)) this.end("not_a_member");
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

  #unsubscribe(subscriber: Subscriber): void {
    this.#subscribers.delete(subscriber);
    if (this.subscribed) return;
    const { timers } = this.#options;
    timers.clear(this.#leaving);
    this.#leaving = timers.set(() => this.#leave(), LEAVE_AFTER_MS);
  }

  #leave(): void {
    const { upstream } = this.#options;
    // Whatever is answered, nobody waits for it.
    if (upstream.online) upstream.request(this.#line("leave"), { action: "leave" }).catch(() => {});
    this.#forget();
  }

  #enter(): void {
    const { upstream, timers } = this.#options;
    if (this.#entering || !this.subscribed || !upstream.online) return;
    this.#entering = true;
    timers.clear(this.#retry);
    const covered = [...this.#subscribers];
    const afterId = Math.min(...covered.map(({ lastId }) => lastId));
    upstream.request(this.#line("enter", afterId), {
      action: "enter",
      answered: (body) => this.#entered(body as EnterPage, covered),
    }).catch((error) => this.#refused(error));
  }

  #entered(page: EnterPage, covered: Subscriber[]): void {
    this.#entering = false;
    const more = page.more && page.messages.length > 0;
    const members = this.#withOwn(page.members);
    for (const subscriber of covered) {
      if (!this.#subscribers.has(subscriber)) continue;
      subscriber.presence(members);
      for (const message of page.messages) subscriber.message(message);
      subscriber.live = true;
      // An id from before the server's data were replaced would wait for messages that never come.
      if (!more) subscriber.lastId = Math.min(subscriber.lastId, page.last_id);
    }
    // No events come until the rest is fetched, and an answer among the pages would leave a gap.
    if (more) { for (const subscriber of this.#subscribers) subscriber.live = false; }
    if (more || [...this.#subscribers].some(({ live }) => !live)) this.#enter();
  }

  #refused(error: unknown): void {
    const { timers, random, upstream, loggedOut } = this.#options;
    // A lost connection was told already; the next one enters again.
    if (!upstream.online) return;
    this.#entering = false;
    if (tokenIsGone(error)) return loggedOut();
    if (error instanceof ChungError && GONE.has(error.code)) return this.end("not_a_member");
    this.#retry = timers.set(() => this.#enter(), RETRY_MS * (1 + random()));
  }

  /** The members as answered were read when this connection was just about to enter. */
  #withOwn(members: Member[]): Member[] {
    const { username } = this.#options;
    return members.map((member) =>
      member.username === username ? { ...member, online: true } : member
    );
  }

  #line(action: "enter" | "leave", afterId?: number): string {
    const { token, projectId } = this.#options;
    const args = [tokenArgument(token), idArgument(projectId, "project_not_found")];
    if (afterId !== undefined) args.push(idArgument(afterId, "bad_request"));
    return requestLine(action, args);
  }
}
