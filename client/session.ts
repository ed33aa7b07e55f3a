import { ChungError, type ErrorCode } from "../lib/errors.ts";
import type { Message, MessagePage } from "../lib/model/message.ts";
import { type Member, type Project, type ProjectSummary } from "../lib/model/project.ts";
import { PAGE_MESSAGES } from "../lib/model/limits.ts";
import type { User } from "../lib/model/user.ts";
import {
  type Argument,
  idArgument,
  namesArgument,
  requestLine,
  requestTag,
  textArgument,
  tokenArgument,
} from "./request_line.ts";
import { RoomFeed } from "./room_feed.ts";
import type { ServerAddress } from "./server_address.ts";
import type { PersonSession, RoomEvent, RoomView } from "./state.ts";
import { Subscriber } from "./subscriber.ts";
import { realTimers, type Timers } from "./timers.ts";
import { tokenIsGone } from "./token_is_gone.ts";
import { type RequestOptions, Upstream } from "./upstream.ts";

/**
 * Browsers hold six connections a host over HTTP/1.1, for all their tabs together. With six streams open no page
 * would load any more: two are left for everything else.
 */
const MOST_STREAMS = 4;

export interface SessionOptions {
  server: ServerAddress;
  token: string;
  timers?: Timers;
  random?: () => number;
  /** The token is no longer good: called once, when the session has ended. */
  ended?: () => void;
}

/** One logged-in browser session, on a connection of its own. */
export class UpstreamSession implements PersonSession {
  readonly #options: SessionOptions;
  readonly #timers: Timers;
  readonly #random: () => number;
  readonly #upstream: Upstream;
  readonly #rooms = new Map<number, RoomFeed>();
  /** Of this browser's tabs, the longest open first. */
  readonly #streams = new Set<Subscriber>();
  #user: User | null = null;
  #ended = false;
  /** When it was last asked for something, Unix time in ms. */
  usedAt: number;

  constructor(options: SessionOptions) {
    this.#options = options;
    this.#timers = options.timers ?? realTimers;
    this.#random = options.random ?? Math.random;
    this.usedAt = this.#timers.now();
    this.#upstream = new Upstream({
      server: options.server,
      timers: this.#timers,
      random: this.#random,
      wanted: () => this.busy,
      event: (type, data) => this.#event(type, data as never),
      connected: () => this.#eachRoom((room) => room.connected()),
      lost: () => this.#eachRoom((room) => room.lost()),
    });
  }

  /**
   * Learns whose token it is; before, nothing else may be called.
   * @throws {ChungError} `invalid_token`, `token_expired`
   */
  async identify(): Promise<void> {
    this.#user = (await this.#ask<{ user: User }>("whoami", [])).user;
  }

  get user(): User {
    if (this.#user === null) throw new Error("the session was not identified");
    return this.#user;
  }

  /** Whether a tab reads its events. */
  get busy(): boolean {
    return [...this.#rooms.values()].some((room) => room.subscribed);
  }

  async projects(): Promise<ProjectSummary[]> {
    return (await this.#ask<{ projects: ProjectSummary[] }>("projects", [])).projects;
  }

  async createProject(name: string, tag?: string): Promise<Project> {
    const body = await this.#ask<{ project: Project }>(
      "new_project",
      [textArgument(name, "invalid_project_name")],
      { tag: requestTag(tag), again: true },
      "invalid_project_name",
    );
    return body.project;
  }

  async addMembers(
    projectId: number,
    names: string,
  ): Promise<{ added: string[]; already: string[] }> {
    const { added, already } = await this.#about<{ added: string[]; already: string[] }>(
      projectId,
      "add_group",
      () => [namesArgument(names)],
    );
    return { added, already };
  }

  async room(projectId: number): Promise<RoomView> {
    // The answers come in order on one connection, so asking at once costs one round trip.
    const [page, { members }, projects] = await Promise.all([
      this.#about<MessagePage>(projectId, "history"),
      this.#about<{ members: Member[] }>(projectId, "members"),
      this.projects(),
    ]);
    const summary = projects.find(({ id }) => id === projectId);
    if (summary === undefined) {
      throw new ChungError("not_a_member", "you are not a member of this project");
    }
    const { id, name, owner, created_at, role } = summary;
    return {
      project: { id, name, owner, created_at },
      role,
      members,
      messages: page.messages,
      more: page.more,
      last_id: page.messages.at(-1)?.id ?? 0,
    };
  }

  history(projectId: number, beforeId: number): Promise<MessagePage> {
    return this.#about(
      projectId,
      "history",
      () => [{ wire: String(PAGE_MESSAGES) }, idArgument(beforeId, "bad_request")],
    );
  }

  async chat(projectId: number, text: string, tag?: string): Promise<Message> {
    const body = await this.#about<{ message: Message }>(
      projectId,
      "chat",
      () => [textArgument(text, "empty_message")],
      {
        tag: requestTag(tag),
        again: true,
        answered: (body) =>
          this.#rooms.get(projectId)?.message((body as { message: Message }).message),
      },
      "message_too_long",
    );
    return body.message;
  }

  events(projectId: number, afterId: number): Subscriber {
    this.usedAt = this.#timers.now();
    const after = Number.isSafeInteger(afterId) && afterId > 0 ? afterId : 0;
    if (!this.#ended) {
      const subscriber: Subscriber = this.#room(projectId).subscribe(
        after,
        () => this.#streams.delete(subscriber),
      );
      this.#streams.add(subscriber);
      for (const oldest of this.#streams) {
        if (this.#streams.size <= MOST_STREAMS) break;
        oldest.end({ type: "paused", data: {} });
      }
      return subscriber;
    }
    const subscriber = new Subscriber(after, () => {});
    subscriber.end({ type: "ended", data: { reason: "logged_out" } });
    return subscriber;
  }

  async logout(): Promise<void> {
    try {
      await this.#ask("logout", []);
    } catch (error) {
      // Somebody was faster: what was asked for is so.
      if (!tokenIsGone(error)) throw error;
    } finally {
      // Whatever the server says, this browser's tabs read no further.
      this.#end("logged_out");
    }
  }

  /** Ends the connection; streams end without a reason, so that browsers come back. */
  close(): void {
    this.#end(null);
  }

  #room(projectId: number): RoomFeed {
    let room = this.#rooms.get(projectId);
    if (room === undefined) {
      room = new RoomFeed({
        projectId,
        token: this.#options.token,
        username: this.user.username,
        upstream: this.#upstream,
        timers: this.#timers,
        random: this.#random,
        left: () => this.#rooms.delete(projectId),
        loggedOut: () => this.#end("logged_out"),
      });
      this.#rooms.set(projectId, room);
    }
    return room;
  }

  #eachRoom(act: (room: RoomFeed) => void): void {
    for (const room of [...this.#rooms.values()]) act(room);
  }

  #event(type: string, data: { project_id: number }): void {
    if (type === "token_ended") return this.#end("logged_out");
    const room = this.#rooms.get(data.project_id);
    if (type === "chat") room?.message(data as Message);
    else if (type === "enter" || type === "leave" || type === "members") {
      room?.notice({ type, data } as RoomEvent);
    }
  }

  #end(reason: "logged_out" | null): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#eachRoom((room) => room.end(reason));
    this.#upstream.close();
    this.#options.ended?.();
  }

  /** As `#ask`, with the project's number as the first argument. */
  #about<Body>(
    projectId: number,
    action: string,
    args: () => Argument[] = () => [],
    options: Omit<RequestOptions, "action"> = {},
    tooLong?: ErrorCode,
  ): Promise<Body> {
    const all = () => [idArgument(projectId, "project_not_found"), ...args()];
    return this.#ask(action, all, options, tooLong);
  }

  async #ask<Body>(
    action: string,
    args: Argument[] | (() => Argument[]),
    options: Omit<RequestOptions, "action"> = {},
    tooLong?: ErrorCode,
  ): Promise<Body> {
    this.usedAt = this.#timers.now();
    const given = typeof args === "function" ? args() : args;
    const all = [tokenArgument(this.#options.token), ...given];
    const line = requestLine(action, all, options.tag ?? null, tooLong);
    try {
      return await this.#upstream.request<Body>(line, { action, ...options });
    } catch (error) {
      if (tokenIsGone(error)) this.#end("logged_out");
      throw error;
    }
  }
}
