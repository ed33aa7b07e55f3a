import { ChungError } from "../../lib/errors.ts";
import { addressText, type ServerAddress } from "../shared/server_address.ts";
import type { Reply } from "./server_line.ts";
import { distrustOf, forgetDistrust, tellDistrust, trust } from "./server_trust.ts";
import { ServerUnreachable } from "./server_unreachable.ts";
import { realTimers, type Timer, type Timers } from "../shared/timers.ts";
import { type Ask, UpstreamConnection } from "./upstream_connection.ts";

export interface UpstreamOptions {
  server: ServerAddress;
  timers?: Timers;
  /** From 0 to 1, 1 excluded; spreads the reconnections of many. */
  random?: () => number;
  /** Connects again by itself while this holds; else with the next request. */
  wanted?: () => boolean;
  event?: (type: string, data: unknown) => void;
  /** A connection stands: called before the requests that waited are sent. */
  connected?: () => void;
  lost?: () => void;
}

export interface RequestOptions {
  action: string;
  tag?: string | null;
  /** Sent once more after a lost connection; only for requests that the tag makes harmless. */
  again?: boolean;
  /** Called in the answer's place among the events of the connection. */
  answered?: (body: unknown) => void;
}

const MAX_WAITING = 256;
const CONNECT_MS = 5_000;
const ANSWER_MS = 20_000;
const KEEPALIVE_MS = 30_000;
/** How long a request that may be sent again waits for its answer, over all connections. */
const AGAIN_MS = 15_000;
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 10_000;

interface Waiting extends Ask {
  readonly again: boolean;
  fail(error: Error): void;
}

/**
 * The connection to the server, and its return after a loss. Requests are answered in order; the
 * events between the answers go to `event` in their place.
 */
export class Upstream {
  readonly #options: UpstreamOptions;
  readonly #timers: Timers;
  readonly #random: () => number;
  #link: UpstreamConnection | null = null;
  #connecting = false;
  #closed = false;
  /** Attempts since the server last answered. */
  #failures = 0;
  #retry: Timer | undefined;
  /** What waits for a connection. */
  #queue: Waiting[] = [];

  constructor(options: UpstreamOptions) {
    this.#options = options;
    this.#timers = options.timers ?? realTimers;
    this.#random = options.random ?? Math.random;
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
   * @param line without its LF
   * @returns the body of the `ok` answer
   * @throws {ChungError} as the server answered
   * @throws {ServerUnreachable} when there is no connection, or it was lost before the answer
   */
  request<Body>(line: string, options: RequestOptions): Promise<Body> {
    if (this.#closed) return Promise.reject(unreachable());
    if (this.#queue.length + (this.#link?.waiting ?? 0) >= MAX_WAITING) {
      return Promise.reject(new ServerUnreachable("too many requests wait for the server"));
    }
    const { promise, resolve, reject } = Promise.withResolvers<Body>();
    const ask = this.#ask(line, options, resolve, reject);
    if (this.#link !== null) this.#link.send(ask);
    else {
      this.#queue.push(ask);
      this.wake();
    }
    return promise;
  }

  close(): void {
    this.#closed = true;
    this.#timers.clear(this.#retry);
    this.#link?.end();
    for (const ask of this.#queue.splice(0)) ask.fail(unreachable());
  }

  #ask<Body>(
    line: string,
    { action, tag = null, again = false, answered }: RequestOptions,
    resolve: (body: Body) => void,
    reject: (error: Error) => void,
  ): Waiting {
    let settled = false;
    const settle = () => {
      settled = true;
      this.#timers.clear(deadline);
    };
    const ask: Waiting = {
      line,
      action,
      tag,
      again,
      answer: (reply: Reply) => {
        try {
          if (reply.kind === "ok") answered?.(reply.body);
        } catch (error) {
          // What can't be used is no answer: who said it is out of step, and the connection ends.
          ask.fail(unreachable());
          throw error;
        }
        if (settled) return;
        settle();
        if (reply.kind === "ok") resolve(reply.body as Body);
        else reject(new ChungError(reply.code, reply.text));
      },
      fail: (error) => {
        if (settled) return;
        settle();
        reject(error);
      },
      lost: () => {
        if (again && !settled && !this.#closed) this.#queue.push(ask);
        else ask.fail(unreachable());
      },
    };
    const deadline = again
      ? this.#timers.set(() => {
        this.#queue = this.#queue.filter((other) => other !== ask);
        ask.fail(unreachable());
      }, AGAIN_MS)
      : undefined;
    return ask;
  }

  async #connect(): Promise<void> {
    this.#connecting = true;
    const conn = await this.#open();
    this.#connecting = false;
    if (conn instanceof ServerUnreachable) return this.#failed(conn);
    if (this.#closed) return conn.close();
    this.#link = new UpstreamConnection(conn, {
      timers: this.#timers,
      keepaliveMs: KEEPALIVE_MS,
      answerMs: ANSWER_MS,
      event: (type, data) => this.#options.event?.(type, data),
      answered: () => this.#failures = 0,
      lost: () => {
        this.#link = null;
        this.#options.lost?.();
        this.#pause();
      },
    });
    this.#options.connected?.();
    while (this.#link !== null && this.#queue.length > 0) this.#link.send(this.#queue.shift()!);
  }

  /** The connection; or why there is none: nobody answers in time, or not who is meant. */
  #open(): Promise<Deno.Conn | ServerUnreachable> {
    const { promise, resolve } = Promise.withResolvers<Deno.Conn | ServerUnreachable>();
    const attempt = connect(this.#options.server);
    const timer = this.#timers.set(() => {
      attempt.abandon();
      resolve(unreachable());
    }, CONNECT_MS);
    attempt.conn.then(resolve, (error) => {
      const distrust = distrustOf(error);
      if (distrust !== null) tellDistrust(addressText(this.#options.server), error);
      resolve(distrust === null ? unreachable() : new ServerUnreachable(error.message, distrust));
    }).finally(() => this.#timers.clear(timer));
    return promise;
  }

  #failed(reason: ServerUnreachable): void {
    const waiting = this.#queue.splice(0);
    // Another try soon may find a server that was away; who it is doesn't change by that.
    const may = (ask: Waiting) => ask.again && reason.distrust === null;
    this.#queue = waiting.filter(may);
    for (const ask of waiting) if (!may(ask)) ask.fail(reason);
    this.#pause();
  }

  #pause(): void {
    if (this.#closed) return;
    const wanted = this.#queue.length > 0 || this.#options.wanted?.() === true;
    const longest = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** this.#failures);
    this.#failures++;
    if (!wanted) return;
    this.#timers.clear(this.#retry);
    this.#retry = this.#timers.set(() => this.wake(), this.#random() * longest);
  }
}

/** A connection that is being made; one that is abandoned is closed, as soon as it can be. */
function connect(server: ServerAddress): { conn: Promise<Deno.Conn>; abandon(): void } {
  const { hostname, port } = server;
  let abandoned = false;
  let opened: Deno.Conn | undefined;
  const close = () => {
    try {
      opened?.close();
    } catch {
      // Closed already.
    }
  };
  const open = async () => {
    const tls = server.tls
      ? await Deno.connectTls({ hostname, port, caCerts: trust.authorities })
      : undefined;
    opened = tls ?? await Deno.connect({ hostname, port });
    if (abandoned) close();
    try {
      // Nothing may be sent before it is known who is there.
      await tls?.handshake();
    } catch (error) {
      close();
      throw error;
    }
    if (tls !== undefined) forgetDistrust(addressText(server));
    return opened;
  };
  const abandon = () => {
    abandoned = true;
    close();
  };
  return { conn: open(), abandon };
}

function unreachable(): ServerUnreachable {
  return new ServerUnreachable("the server can't be reached");
}
