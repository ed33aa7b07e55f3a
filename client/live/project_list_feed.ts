import type { Message } from "../../lib/model/message.ts";
import type { Replies } from "../../lib/protocol/replies.ts";
import { ListSubscriber } from "./list_subscriber.ts";
import { type ListChange, WatchedProjects } from "./watched_projects.ts";
import { tokenArgument } from "../upstream/request_line.ts";
import type { ListEvent, TaskEvent } from "../shared/live_events.ts";
import type { Timer, Timers } from "../../lib/timers.ts";
import { tokenIsGone } from "../upstream/token_is_gone.ts";
import type { Upstream } from "../upstream/upstream.ts";

export interface ProjectListFeedOptions {
  token: string;
  username: string;
  upstream: Upstream;
  timers: Timers;
  random: () => number;
  /** Whether a tab has any stream open: tabs in a room need mentions too. */
  wanted(): boolean;
  /** Called when the token is invalid or has expired. */
  loggedOut(): void;
}

/** Minimum milliseconds between two lists sent to tabs: in a busy room every message changes the list. */
const PAUSE_MS = 100;
const RETRY_MS = 1_000;

/** Watches the person's projects on the session's connection for all of its tabs. */
export class ProjectListFeed {
  readonly #options: ProjectListFeedOptions;
  readonly #subscribers = new Set<ListSubscriber>();
  /** Null until `watch` is answered on the current connection. */
  #list: WatchedProjects | null = null;
  #watching = false;
  #retry: Timer | undefined;
  #pause: Timer | undefined;
  #unsent = false;

  constructor(options: ProjectListFeedOptions) {
    this.#options = options;
  }

  /** @param closed called once, when the subscriber has ended */
  subscribe(closed: () => void): ListSubscriber {
    const subscriber: ListSubscriber = new ListSubscriber(() => {
      this.#subscribers.delete(subscriber);
      closed();
    });
    this.#subscribers.add(subscriber);
    if (!this.#options.upstream.online) subscriber.offline();
    // Only the room hears of edits and deletions, so the list may be older than the tab's page.
    else this.refresh();
    return subscriber;
  }

  /** Starts watching if a tab wants it, the connection is up, and it isn't watching already. */
  watch(): void {
    const { upstream, timers, wanted } = this.#options;
    if (this.#list !== null || this.#watching || !wanted() || !upstream.online) return;
    this.#watching = true;
    timers.clear(this.#retry);
    upstream.request("watch", {
      args: [tokenArgument(this.#options.token)],
      answered: (page) => this.#watched(page),
    }).catch((error) => this.#refused(error));
  }

  /** Applies what the connection heard to the list. Does nothing before `watch` is answered. */
  heard(change: (list: WatchedProjects) => ListChange): void {
    if (this.#list === null) return;
    const changed = change(this.#list);
    if (changed === "unknown") this.refresh();
    else if (changed) this.#changed();
  }

  /** Requests the list again by `watch`, the only answer that is in order with the events. */
  refresh(): void {
    this.#list = null;
    this.watch();
  }

  mention(message: Message): void {
    for (const subscriber of [...this.#subscribers]) subscriber.mention(message);
  }

  /** Passes on a changed task that is the person's, or was until then, and an import that may have some of theirs. */
  task(event: TaskEvent): void {
    const { username } = this.#options;
    const { task, change } = event;
    const was = change.change === "assign" && change.from === username;
    const among = change.change === "import" && event.reordered === true;
    if (task.assignee !== username && !was && !among) return;
    for (const subscriber of [...this.#subscribers]) subscriber.task(event);
  }

  lost(): void {
    this.#list = null;
    this.#watching = false;
    for (const subscriber of [...this.#subscribers]) subscriber.offline();
  }

  end(last: ListEvent | undefined): void {
    for (const subscriber of [...this.#subscribers]) subscriber.end(last);
    this.#options.timers.clear(this.#retry);
    this.#options.timers.clear(this.#pause);
  }

  #watched({ projects, more }: Replies["watch"]): void {
    this.#watching = false;
    this.#list = new WatchedProjects(this.#options.username, projects, more);
    this.#changed();
  }

  #refused(error: unknown): void {
    const { timers, random, upstream, loggedOut } = this.#options;
    // `lost` has handled a lost connection; the next one watches again.
    if (!upstream.online) return;
    this.#watching = false;
    if (tokenIsGone(error)) return loggedOut();
    this.#retry = timers.set(() => this.watch(), RETRY_MS * (1 + random()));
  }

  #changed(): void {
    this.#unsent = true;
    if (this.#pause === undefined) this.#send();
  }

  #send(): void {
    this.#pause = undefined;
    if (!this.#unsent || this.#list === null || this.#subscribers.size === 0) return;
    this.#unsent = false;
    const { projects } = this.#list;
    for (const subscriber of this.#subscribers) subscriber.projects(projects);
    this.#pause = this.#options.timers.set(() => this.#send(), PAUSE_MS);
  }
}
