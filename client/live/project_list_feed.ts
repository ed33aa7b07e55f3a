import { ChungError } from "../../lib/errors.ts";
import type { Message } from "../../lib/model/message.ts";
import type { Task } from "../../lib/model/task.ts";
import type { Replies } from "../../lib/protocol/replies.ts";
import { ListSubscriber } from "./list_subscriber.ts";
import { OwnTasks } from "./own_tasks.ts";
import { type ListChange, WatchedProjects } from "./watched_projects.ts";
import { tokenArgument } from "../upstream/request_line.ts";
import type { ListEvent, TaskEvent } from "../shared/live_events.ts";
import { failureOf } from "../shared/refusal_codes.ts";
import type { TaskCount } from "../shared/tasks/task_count.ts";
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
  /** Reads the person's open tasks. */
  readTasks(): Promise<{ tasks: Task[]; last_change: number }>;
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
  /** Null until they are read on the current connection, and while they may be others than the events told. */
  #tasks: OwnTasks | null = null;
  /** The events that came while the tasks are being read; null while they aren't. */
  #early: TaskEvent[] | null = null;
  #tasksUnsent = false;
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

  /** Requests the list and the tasks again, of which a change of a project adds and removes any number. */
  anew(): void {
    this.#tasks = null;
    this.#early = null;
    this.refresh();
  }

  /** How many open tasks the person has; null while that isn't known. */
  get tasks(): TaskCount | null {
    return this.#tasks?.count ?? null;
  }

  mention(message: Message): void {
    for (const subscriber of [...this.#subscribers]) subscriber.mention(message);
  }

  /** Counts a changed task that is the person's, or was until then. Of an import that may have some it reads them anew. */
  task(event: TaskEvent): void {
    const { username } = this.#options;
    const { task, change } = event;
    if (change.change === "import" && event.reordered) {
      this.#tasks = null;
      this.#early = null;
      if (this.#list !== null) void this.#readTasks();
      return;
    }
    const was = change.change === "assign" && change.from === username;
    if (task.assignee !== username && !was) return;
    if (was || change.change === "delete") this.heard((list) => list.unassigned(task.project_id));
    this.#early?.push(event);
    if (this.#tasks?.heard(event)) this.#tasksChanged();
  }

  lost(): void {
    this.#list = null;
    this.#tasks = null;
    this.#early = null;
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
    this.#tasksUnsent = true;
    this.#changed();
    if (this.#tasks === null && this.#early === null) void this.#readTasks();
  }

  /** Reads the tasks after `watch` was answered: from then on the connection hears of every change. */
  async #readTasks(): Promise<void> {
    const early: TaskEvent[] = this.#early = [];
    try {
      const { tasks, last_change } = await this.#options.readTasks();
      if (this.#early !== early) return;
      this.#tasks = new OwnTasks(this.#options.username, tasks, last_change);
      for (const event of early) this.#tasks.heard(event);
      this.#tasksChanged();
    } catch (error) {
      const { timers, random } = this.#options;
      // Else asked again with the next list, as after a lost connection.
      if (
        this.#early === early && error instanceof ChungError && failureOf(error.code) === "later"
      ) {
        this.#retry = timers.set(() => this.refresh(), RETRY_MS * (1 + random()));
      }
    } finally {
      if (this.#early === early) this.#early = null;
    }
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

  #tasksChanged(): void {
    this.#tasksUnsent = true;
    if (this.#pause === undefined) this.#send();
  }

  #send(): void {
    this.#pause = undefined;
    const projects = this.#unsent ? this.#list?.projects : undefined;
    const tasks = this.#tasksUnsent ? this.#tasks?.count : undefined;
    if ((projects ?? tasks) === undefined || this.#subscribers.size === 0) return;
    if (projects !== undefined) this.#unsent = false;
    if (tasks !== undefined) this.#tasksUnsent = false;
    for (const subscriber of this.#subscribers) {
      if (projects !== undefined) subscriber.projects(projects);
      if (tasks !== undefined) subscriber.tasks(tasks);
    }
    this.#pause = this.#options.timers.set(() => this.#send(), PAUSE_MS);
  }
}
