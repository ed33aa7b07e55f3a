import type { Message, MessagePage } from "../../lib/model/message.ts";
import type { Project, ProjectSummary } from "../../lib/model/project.ts";
import type { User } from "../../lib/model/user.ts";
import { ListSubscriber } from "../live/list_subscriber.ts";
import { LiveStreams } from "../live/live_streams.ts";
import {
  idArgument,
  namesArgument,
  requestTag,
  textArgument,
  usernameArgument,
} from "../upstream/request_line.ts";
import { history, PAGE, roomPage } from "./room_page.ts";
import type { ServerAddress } from "../shared/server_address.ts";
import type { Cursor } from "../shared/cursor.ts";
import type { PersonSession } from "./person_session.ts";
import type { RoomView } from "../shared/room_view.ts";
import { RoomSubscriber } from "../live/room_subscriber.ts";
import { realTimers, type Timers } from "../shared/timers.ts";
import type { ServerTrust } from "../upstream/server_trust.ts";
import { tokenIsGone } from "../upstream/token_is_gone.ts";
import { TokenRequests } from "../upstream/token_requests.ts";
import { Upstream } from "../upstream/upstream.ts";

export interface SessionOptions {
  server: ServerAddress;
  trust?: ServerTrust;
  token: string;
  timers?: Timers;
  random?: () => number;
  /** Ends the session, and its opening. */
  signal?: AbortSignal;
  /** Called whenever somebody asks it for something. */
  used?: () => void;
  /** Called once, when the session has ended. */
  ended?: () => void;
}

interface SessionParts {
  user: User;
  upstream: Upstream;
  requests: TokenRequests;
  streams: LiveStreams;
}

/** One logged-in browser session, on a connection of its own. */
export class UpstreamSession implements PersonSession {
  readonly user: User;
  readonly #options: SessionOptions;
  readonly #upstream: Upstream;
  readonly #requests: TokenRequests;
  readonly #streams: LiveStreams;
  #ended = false;

  /**
   * Connects and asks the server for the user of the token.
   * @throws {ChungError} `invalid_token`, `token_expired`
   * @throws {ServerUnreachable}
   */
  static async open(options: SessionOptions): Promise<UpstreamSession> {
    const { server, trust, token, timers = realTimers, random = Math.random, signal, used } =
      options;
    let session: UpstreamSession | undefined;
    let streams: LiveStreams | undefined;
    const loggedOut = () => {
      if (session !== undefined) session.#end("logged_out");
    };
    const upstream = new Upstream({
      server,
      trust,
      timers,
      random,
      wanted: () => streams?.busy ?? false,
      event: (event) => event.type === "token_ended" ? loggedOut() : streams?.event(event),
      connected: () => streams?.connected(),
      lost: () => streams?.lost(),
    });
    const requests = new TokenRequests({
      token,
      upstream,
      asked: () => used?.(),
      tokenGone: loggedOut,
    });
    signal?.addEventListener("abort", () => (session ?? upstream).close(), { once: true });
    try {
      await requests.ask("whoami", () => [], {
        // In the answer's place: the next line may already be an event for the session.
        answered: ({ user }) => {
          const { username } = user;
          streams = new LiveStreams({ token, username, upstream, timers, random, loggedOut });
          session = new UpstreamSession(options, { user, upstream, requests, streams });
        },
      });
      return session!;
    } catch (error) {
      upstream.close();
      throw error;
    }
  }

  private constructor(options: SessionOptions, parts: SessionParts) {
    this.#options = options;
    this.user = parts.user;
    this.#upstream = parts.upstream;
    this.#requests = parts.requests;
    this.#streams = parts.streams;
  }

  /** Whether a tab reads its events. */
  get busy(): boolean {
    return this.#streams.busy;
  }

  async projects(): Promise<ProjectSummary[]> {
    return (await this.#requests.ask("projects")).projects;
  }

  async createProject(name: string, tag?: string): Promise<Project> {
    const { project } = await this.#requests.ask(
      "new_project",
      () => [textArgument(name, "invalid_project_name")],
      { tag: requestTag(tag), again: true, tooLong: "invalid_project_name" },
    );
    return project;
  }

  async addMembers(
    projectId: number,
    names: string,
  ): Promise<{ added: string[]; already: string[] }> {
    const { added, already } = await this.#requests.about(
      projectId,
      "add_group",
      () => [namesArgument(names)],
    );
    return { added, already };
  }

  async removeMember(projectId: number, username: string): Promise<void> {
    const args = () => [usernameArgument(username, "not_a_member")];
    await this.#requests.about(projectId, "kick", args);
  }

  async transfer(projectId: number, username: string): Promise<Project> {
    const { project } = await this.#requests.about(
      projectId,
      "transfer",
      () => [usernameArgument(username, "not_a_member")],
    );
    return project;
  }

  async rename(projectId: number, name: string): Promise<Project> {
    const { project } = await this.#requests.about(
      projectId,
      "rename_project",
      () => [textArgument(name, "invalid_project_name")],
      { tooLong: "invalid_project_name" },
    );
    return project;
  }

  room(projectId: number, at: number | null): Promise<RoomView> {
    return roomPage(this.#requests, this.user.username, projectId, at);
  }

  async history(
    projectId: number,
    from: { before: number } | { after: number },
  ): Promise<MessagePage> {
    const { messages, more } = await history(this.#requests, projectId, PAGE, from);
    return { messages, more };
  }

  async message(projectId: number, messageId: number): Promise<Message | null> {
    const before = messageId + 1;
    const { messages } = await history(this.#requests, projectId, 1, { before });
    return messages.find(({ id }) => id === messageId) ?? null;
  }

  async chat(projectId: number, text: string, tag?: string): Promise<Message> {
    const { message } = await this.#requests.about(
      projectId,
      "chat",
      () => [textArgument(text, "empty_message")],
      {
        tag: requestTag(tag),
        again: true,
        tooLong: "message_too_long",
        // No event comes to the connection that sends.
        answered: ({ message }) => this.#streams.message(message),
      },
    );
    return message;
  }

  edit(messageId: number, text: string): Promise<Message> {
    return this.#change("edit", messageId, text);
  }

  delete(messageId: number): Promise<Message> {
    return this.#change("delete", messageId);
  }

  async read(
    projectId: number,
    messageId: number,
  ): Promise<{ unread: number; mentions: number }> {
    const { unread, mentions } = await this.#requests.about(
      projectId,
      "read",
      () => [idArgument(messageId, "bad_request")],
      { answered: (left) => this.#streams.read(projectId, messageId, left) },
    );
    return { unread, mentions };
  }

  async typing(projectId: number): Promise<void> {
    await this.#requests.about(projectId, "typing");
  }

  async search(projectId: number, query: string): Promise<Message[]> {
    const args = () => [textArgument(query, "bad_request")];
    const options = { tooLong: "bad_request" } as const;
    return (await this.#requests.about(projectId, "search", args, options))
      .messages;
  }

  events(projectId: number, cursor: Cursor): RoomSubscriber {
    this.#options.used?.();
    if (!this.#ended) return this.#streams.room(projectId, cursor);
    return endedNow(new RoomSubscriber(cursor, () => {}));
  }

  watch(): ListSubscriber {
    this.#options.used?.();
    return this.#ended ? endedNow(new ListSubscriber(() => {})) : this.#streams.list();
  }

  async logout(): Promise<void> {
    try {
      await this.#requests.ask("logout");
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

  async #change(action: "edit" | "delete", messageId: number, text?: string): Promise<Message> {
    const { message } = await this.#requests.ask(
      action,
      () => [
        idArgument(messageId, "message_not_found"),
        ...text === undefined ? [] : [textArgument(text, "empty_message")],
      ],
      {
        tooLong: "message_too_long",
        // The room's own event follows where this connection is in it.
        answered: ({ message }) => this.#streams.changed(message),
      },
    );
    return message;
  }

  #end(reason: "logged_out" | null): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#streams.end(reason);
    this.#upstream.close();
    this.#options.ended?.();
  }
}

/** A stream of a session that is over. */
function endedNow<Ended extends RoomSubscriber | ListSubscriber>(stream: Ended): Ended {
  stream.end({ type: "ended", data: { reason: "logged_out" } });
  return stream;
}
