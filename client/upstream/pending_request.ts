import { ChungError } from "../../lib/errors.ts";
import { type ActionName, parseReply, type Replies } from "../../lib/protocol/replies.ts";
import type { Timer, Timers } from "../shared/timers.ts";
import type { Reply } from "./server_line.ts";
import { unreachable } from "./server_unreachable.ts";
import type { Ask } from "./upstream_connection.ts";

/** Milliseconds that a repeatable request waits for its answer, over all connections. */
const AGAIN_MS = 15_000;

export interface PendingRequestOptions<A extends ActionName> {
  /** The request without its LF. */
  line: string;
  action: A;
  tag: string | null;
  /** Whether to send it again after a lost connection; only for requests whose tag makes a repetition harmless. */
  again: boolean;
  timers: Timers;
  answered?: (reply: Replies[A]) => void;
  /** Called when the connection ends before a repeatable request is answered. */
  lost(): void;
  /** Called when a repeatable request times out. */
  expired(): void;
}

/** A pending request without the types of its action, as held in queues. */
export interface Waiting extends Ask {
  readonly again: boolean;
  fail(error: Error): void;
}

/** A request from its creation until it is answered or fails. */
export class PendingRequest<A extends ActionName> implements Waiting {
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
   * Settles the request with the server's answer. A late answer is processed too, in its place among the events.
   * @throws if the answer is invalid: the server is out of step, so the caller must end the connection
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

  /** Handles the end of the connection before the answer; the server may or may not have carried out the request. */
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
