import type { ErrorCode } from "../../lib/errors.ts";
import type { Event } from "../../lib/protocol/events.ts";
import type { ActionName, Replies } from "../../lib/protocol/replies.ts";
import type { ServerAddress } from "../shared/server_address.ts";
import { systemTimers, type Timer, type Timers } from "../../lib/timers.ts";
import { Backoff } from "./backoff.ts";
import { openConnection } from "./open_connection.ts";
import { PendingRequest, type QueuedRequest } from "./pending_request.ts";
import { type Argument, requestLine } from "./request_line.ts";
import { ServerTrust } from "./server_trust.ts";
import { ServerUnreachable, unreachable } from "./server_unreachable.ts";
import { UpstreamConnection } from "./upstream_connection.ts";

export interface UpstreamOptions {
  server: ServerAddress;
  /** The authorities of TLS connections; by default those that Deno knows. */
  trust?: ServerTrust;
  timers?: Timers;
  /** From 0 to 1, 1 excluded; spreads the reconnections of many. */
  random?: () => number;
  /** Connects again by itself while this holds; else with the next request. */
  wanted?: () => boolean;
  event?: (event: Event) => void;
  /** A connection stands: called before the requests that waited are sent. */
  connected?: () => void;
  lost?: () => void;
}

export interface RequestOptions<A extends ActionName> {
  args?: Argument[];
  tag?: string | null;
  /** The error for a request that no server would read. */
  tooLong?: ErrorCode;
  /** Sent once more after a lost connection; only for requests that the tag makes harmless. */
  again?: boolean;
  /** Called in the answer's place among the events of the connection. */
  answered?: (reply: Replies[A]) => void;
}

const MAX_WAITING = 256;
const ANSWER_MS = 20_000;
const KEEPALIVE_MS = 30_000;

/**
 * The connection to the server, and its return after a loss. Requests are answered in order; the
 * events between the answers go to `event` in their place.
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
  /** The requests that wait for a connection. */
  #queue: QueuedRequest[] = [];

  constructor(options: UpstreamOptions) {
    this.#options = options;
    this.#timers = options.timers ?? systemTimers;
    this.#trust = options.trust ?? new ServerTrust();
    this.#backoff = new Backoff(options.random ?? Math.random);
  }

  get online(): boolean {
    return this.#link !== null;
  }

  /** Connects without waiting for the end of a pause. */
  wake(): void {
    if (this.#closed || this.#connecting || this.#link !== null) return;
    this.#timers.clear(this.#retry);
    this.#connect();
  }

  /**
   * @returns the body of the `ok` answer
   * @throws {ChungError} as the server answered, or `tooLong`
   * @throws {ServerUnreachable} when there is no connection, it was lost before the answer, or the
   * answer is not what the action answers
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
    // Another try soon may find a server that was away; who it is doesn't change by that.
    const may = ({ again }: QueuedRequest) => again && reason.distrust === null;
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
