import type { ErrorCode } from "../../lib/errors.ts";
import type { Event } from "../../lib/protocol/events.ts";
import type { ActionName, Replies } from "../../lib/protocol/replies.ts";
import type { ServerAddress } from "../shared/server_address.ts";
import { realTimers, type Timer, type Timers } from "../shared/timers.ts";
import { Backoff } from "./backoff.ts";
import { openConnection } from "./open_connection.ts";
import { PendingRequest, type Waiting } from "./pending_request.ts";
import { type Argument, requestLine } from "./request_line.ts";
import { ServerTrust } from "./server_trust.ts";
import { ServerUnreachable, unreachable } from "./server_unreachable.ts";
import { UpstreamConnection } from "./upstream_connection.ts";

export interface UpstreamOptions {
  server: ServerAddress;
  /** Certificate authorities for TLS; Deno's own by default. */
  trust?: ServerTrust;
  timers?: Timers;
  /** Returns a number from 0 (inclusive) to 1 (exclusive); spreads the reconnections of many clients. */
  random?: () => number;
  /** Whether to reconnect without being asked; else the next request reconnects. */
  wanted?: () => boolean;
  event?: (event: Event) => void;
  /** Called after connecting, before the queued requests are sent. */
  connected?: () => void;
  lost?: () => void;
}

export interface RequestOptions<A extends ActionName> {
  args?: Argument[];
  tag?: string | null;
  /** Error code for a request that is too long for a server to read. */
  tooLong?: ErrorCode;
  /** Whether to send it again after a lost connection; only for requests whose tag makes a repetition harmless. */
  again?: boolean;
  /** Called with the answer in its place among the events of the connection. */
  answered?: (reply: Replies[A]) => void;
}

const MAX_WAITING = 256;
const ANSWER_MS = 20_000;
const KEEPALIVE_MS = 30_000;

/**
 * A connection to the server that reconnects after a loss. Requests are answered in order; events between the answers
 * go to `event` in their place.
 */
export class Upstream {
  readonly #options: UpstreamOptions;
  readonly #timers: Timers;
  readonly #trust: ServerTrust;
  readonly #backoff: Backoff;
  #link: UpstreamConnection | null = null;
  #connecting = false;
  #closed = false;
  #retry: Timer | undefined;
  /** Requests that wait for a connection. */
  #queue: Waiting[] = [];

  constructor(options: UpstreamOptions) {
    this.#options = options;
    this.#timers = options.timers ?? realTimers;
    this.#trust = options.trust ?? new ServerTrust();
    this.#backoff = new Backoff(options.random ?? Math.random);
  }

  get online(): boolean {
    return this.#link !== null;
  }

  /** Connects now, cutting short any pause. */
  wake(): void {
    if (this.#closed || this.#connecting || this.#link !== null) return;
    this.#timers.clear(this.#retry);
    this.#connect();
  }

  /**
   * Sends a request, connecting first if necessary.
   *
   * @returns the body of the `ok` answer
   * @throws {ChungError} as the server answered, or `tooLong`
   * @throws {ServerUnreachable} if there is no connection, it is lost before the answer, the answer is invalid for
   * the action, or too many requests wait
   */
  async request<A extends ActionName>(
    action: A,
    { args = [], tag = null, tooLong, again = false, answered }: RequestOptions<A> = {},
  ): Promise<Replies[A]> {
    if (this.#closed) throw unreachable();
    if (this.#queue.length + (this.#link?.waiting ?? 0) >= MAX_WAITING) {
      throw new ServerUnreachable("too many requests wait for the server");
    }
    const request: PendingRequest<A> = new PendingRequest({
      line: requestLine(action, args, tag, tooLong),
      action,
      tag,
      again,
      timers: this.#timers,
      answered,
      lost: () => this.#closed ? request.fail(unreachable()) : this.#queue.push(request),
      expired: () => this.#queue = this.#queue.filter((other) => other !== request),
    });
    if (this.#link !== null) this.#link.send(request);
    else {
      this.#queue.push(request);
      this.wake();
    }
    return await request.result;
  }

  close(): void {
    this.#closed = true;
    this.#timers.clear(this.#retry);
    this.#link?.end();
    for (const request of this.#queue.splice(0)) request.fail(unreachable());
  }

  async #connect(): Promise<void> {
    this.#connecting = true;
    const conn = await openConnection(this.#options.server, this.#trust, this.#timers);
    this.#connecting = false;
    if (conn instanceof ServerUnreachable) return this.#failed(conn);
    if (this.#closed) return conn.close();
    this.#link = new UpstreamConnection(conn, {
      timers: this.#timers,
      keepaliveMs: KEEPALIVE_MS,
      answerMs: ANSWER_MS,
      event: (event) => this.#options.event?.(event),
      answered: () => this.#backoff.reset(),
      lost: () => {
        this.#link = null;
        this.#options.lost?.();
        this.#pause();
      },
    });
    this.#options.connected?.();
    while (this.#link !== null && this.#queue.length > 0) this.#link.send(this.#queue.shift()!);
  }

  #failed(reason: ServerUnreachable): void {
    const waiting = this.#queue.splice(0);
    // A retry may find an absent server, but won't make an untrusted one trusted.
    const may = ({ again }: Waiting) => again && reason.distrust === null;
    this.#queue = waiting.filter(may);
    for (const request of waiting) if (!may(request)) request.fail(reason);
    this.#pause();
  }

  #pause(): void {
    if (this.#closed) return;
    const pause = this.#backoff.next();
    if (this.#queue.length === 0 && !this.#options.wanted?.()) return;
    this.#timers.clear(this.#retry);
    this.#retry = this.#timers.set(() => this.wake(), pause);
  }
}
