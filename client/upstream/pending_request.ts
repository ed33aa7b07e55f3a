import { ChungError } from "../../lib/errors.ts";
import { type ActionName, parseReply, type Replies } from "../../lib/protocol/replies.ts";
import type { Timer, Timers } from "../../lib/timers.ts";
import type { Reply } from "./server_line.ts";
import { unreachable } from "./server_unreachable.ts";
import type { SentRequest } from "./upstream_connection.ts";

/** How long a request that may be sent again waits for its answer, over all connections. */
const AGAIN_MS = 15_000;

export interface PendingRequestOptions<A extends ActionName> {
  /** The request without its LF. */
  line: string;
  action: A;
  tag: string | null;
  /** Sent once more after a lost connection; only for requests that the tag makes harmless. */
  again: boolean;
  timers: Timers;
  answered?: (reply: Replies[A]) => void;
  /** The connection ended before the answer of a request that may be sent again. */
  lost(): void;
  /** The time of a request that may be sent again is over. */
  expired(): void;
}

/** A request without its action's types, as queues hold it. */
export interface QueuedRequest extends SentRequest {
  readonly again: boolean;
  fail(error: Error): void;
}

/** A request from when it is made until its answer is read or it has failed. */
export class PendingRequest<A extends ActionName> implements QueuedRequest {
  readonly line: string;
  readonly action: A;
  readonly tag: string | null;
  readonly again: boolean;
  readonly #options: PendingRequestOptions<A>;
  readonly #result = Promise.withResolvers<Replies[A]>();
  #deadline: Timer | undefined;
  #settled = false;

  constructor(options: PendingRequestOptions<A>) {
    const { line, action, tag, again, timers, expired } = options;
    this.#options = options;
    this.line = line;
    this.action = action;
    this.tag = tag;
    this.again = again;
    if (!again) return;
    this.#deadline = timers.set(() => {
      expired();
      this.fail(unreachable());
    }, AGAIN_MS);
  }

  get result(): Promise<Replies[A]> {
    return this.#result.promise;
  }

  /**
   * Takes the answer, late ones too: they keep their place among the events.
   * @throws when it can't be used: who said it is out of step, and the connection ends
   */
  answer(reply: Reply): void {
    if (reply.kind === "err") return this.fail(new ChungError(reply.code, reply.text));
    let body: Replies[A] | null;
    try {
      body = parseReply(this.action, reply.body);
      if (body === null) throw new TypeError(`no answer to ${this.action}`);
      this.#options.answered?.(body);
    } catch (error) {
      this.fail(unreachable());
      throw error;
    }
    this.#settle(() => this.#result.resolve(body));
  }

  fail(error: Error): void {
    this.#settle(() => this.#result.reject(error));
  }

  /** The connection ended before the answer; the server may have done it or not. */
  lost(): void {
    if (this.again && !this.#settled) this.#options.lost();
    else this.fail(unreachable());
  }

  #settle(settle: () => void): void {
    if (this.#settled) return;
    this.#settled = true;
    this.#options.timers.clear(this.#deadline);
    settle();
  }
}
