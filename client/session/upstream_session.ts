import type { User } from "../../lib/model/user.ts";
import { ListSubscriber } from "../live/list_subscriber.ts";
import { LiveStreams } from "../live/live_streams.ts";
import { RoomSubscriber } from "../live/room_subscriber.ts";
import type { SharedStream } from "../live/shared_stream.ts";
import type { Cursor } from "../shared/cursor.ts";
import type { ServerAddress } from "../shared/server_address.ts";
import { systemTimers, type Timers } from "../../lib/timers.ts";
import type { ServerTrust } from "../upstream/server_trust.ts";
import { tokenIsGone } from "../upstream/token_is_gone.ts";
import { TokenRequests } from "../upstream/token_requests.ts";
import { Upstream } from "../upstream/upstream.ts";
import type { PersonSession } from "./person_session.ts";
import { SessionRequests } from "./session_requests.ts";
import { TaskRequests } from "./tasks/task_requests.ts";

export interface SessionOptions {
  server: ServerAddress;
  trust?: ServerTrust;
  token: string;
  timers?: Timers;
  random?: () => number;
  /** Ends the session, or aborts its opening. */
  signal?: AbortSignal;
  /** Called on each use of the session. */
  used?: () => void;
  /** Called once, when the session ends. */
  ended?: () => void;
}

interface SessionParts {
  user: User;
  upstream: Upstream;
  requests: TokenRequests;
  streams: LiveStreams;
  timers: Timers;
}

/** A logged-in browser session with its own connection to the server. */
export class UpstreamSession extends SessionRequests implements PersonSession {
  readonly #options: SessionOptions;
  readonly #upstream: Upstream;
  #ended = false;

  /**
   * Connects and asks the server for the user of the token.
   * @throws {ChungError} as the server answered: `invalid_token` or `token_expired`, among others
   * @throws {ServerUnreachable}
   */
  static async open(options: SessionOptions): Promise<UpstreamSession> {
    const { server, trust, token, timers = systemTimers, random = Math.random, signal, used } =
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
        // Must run in the answer's place: the next line may already be an event for the session.
        answered: ({ user }) => {
          const { username } = user;
          // What is read by itself is no use of the session.
          const unasked = new TokenRequests({
            ...{ token, upstream, tokenGone: loggedOut },
            asked: () => {},
          });
          const readTasks = () => new TaskRequests(unasked).mine();
          streams = new LiveStreams({
            ...{ token, username, upstream, timers, random, loggedOut, readTasks },
          });
          session = new UpstreamSession(options, { user, upstream, requests, streams, timers });
        },
      });
      return session!;
    } catch (error) {
      upstream.close();
      throw error;
    }
  }

  private constructor(
    options: SessionOptions,
    { user, upstream, requests, streams, timers }: SessionParts,
  ) {
    super(user, requests, streams, timers);
    this.#options = options;
    this.#upstream = upstream;
  }

  /** Whether a tab reads the session's events. */
  get busy(): boolean {
    return this.streams.busy;
  }

  events(projectId: number, cursor: Cursor): RoomSubscriber {
    this.#options.used?.();
    if (!this.#ended) return this.streams.room(projectId, cursor);
    return endedNow(new RoomSubscriber(cursor, () => {}));
  }

  watch(): ListSubscriber {
    this.#options.used?.();
    return this.#ended ? endedNow(new ListSubscriber(() => {})) : this.streams.list();
  }

  shared(): SharedStream {
    this.#options.used?.();
    const stream = this.streams.shared();
    if (this.#ended) stream.end({ type: "ended", data: { reason: "logged_out" } });
    return stream;
  }

  sharedStream(key: string): SharedStream | undefined {
    return this.streams.sharedStream(key);
  }

  async logout(): Promise<void> {
    try {
      await this.requests.ask("logout");
    } catch (error) {
      // The token was already invalid: the goal is met.
      if (!tokenIsGone(error)) throw error;
    } finally {
      // Whatever the server answers, this browser's tabs stop reading.
      this.#end("logged_out");
    }
  }

  /** Closes the connection. Streams end without a reason, so that browsers reconnect. */
  close(): void {
    this.#end(null);
  }

  #end(reason: "logged_out" | null): void {
    if (this.#ended) return;
    this.#ended = true;
    this.streams.end(reason);
    this.#upstream.close();
    this.#options.ended?.();
  }
}

/** Ends a stream of a session that is over. */
function endedNow<Ended extends RoomSubscriber | ListSubscriber>(stream: Ended): Ended {
  stream.end({ type: "ended", data: { reason: "logged_out" } });
  return stream;
}
