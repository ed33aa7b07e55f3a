import type { Message } from "../../../../lib/model/message.ts";
import type { Failure } from "../../../shared/refusal_codes.ts";
import { RetryTimer, type RetryTimers } from "./retry_timer.ts";
import type { UnsentMessage } from "./unsent_messages.ts";

/** A message that has not been acknowledged yet. */
export interface PendingMessage extends UnsentMessage {
  /** Why it has not been acknowledged, as a sentence; null until something is known to say. */
  problem: string | null;
  /** Whether its event arrived before the reply, so that the log already shows it. */
  arrived: boolean;
  /** Whether it is too old to be sent without asking: the server may have forgotten its tag. */
  held: boolean;
  /** Whether the browser has stored it, so that it survives the page. */
  stored: boolean;
  /** Whether the user wants it back, should it turn out not to have been sent. */
  wanted: boolean;
}

export type SendResult =
  | { message: Message }
  | { failure: Failure; problem: string };

export interface SendQueueOptions {
  post(pending: PendingMessage): Promise<SendResult>;
  /** Storage for messages until the server acknowledges them. */
  storage: {
    put(message: UnsentMessage): boolean;
    /** Whether any tab may have posted the message. */
    posted(tag: string): boolean;
    remove(tag: string): void;
  };
  now: () => number;
  timers: RetryTimers;
  /** From 0 to 1, 1 excluded. */
  random: () => number;
  tag: () => string;
  /** The sentences shown at held messages and at those wanted back. */
  problems: { held: string; heldPosted: string; wanted: string };
  onChange(pending: readonly PendingMessage[]): void;
  /** `wanted`: the user had asked to get the text back. */
  onSent(message: Message, wanted: boolean): void;
  /** Called to put the text back into the composer, with the reason if the server refused it. */
  onBack(text: string, problem: string | null): void;
}

/** The server remembers tags for longer than this. */
const HELD_AFTER_MS = 24 * 60 * 60 * 1000;

/**
 * Sends messages one at a time, in the order in which they were written. The server recognizes tags, so one whose fate
 * is unknown is sent again until it is known, and nothing is stored twice.
 */
export class SendQueue {
  #waiting: readonly PendingMessage[] = [];
  #sending: string | null = null;
  #lastAt = 0;
  readonly #pause: RetryTimer;
  readonly #options: SendQueueOptions;

  constructor(options: SendQueueOptions) {
    this.#options = options;
    this.#pause = new RetryTimer(options.timers, options.random, () => this.retry());
  }

  /**
   * Resumes with the messages that an earlier page left; call before `add`.
   * @param shown the user's own messages in the log, which may include some of these
   */
  restore(messages: readonly UnsentMessage[], shown: readonly Message[] = []): void {
    const known = new Set(this.#waiting.map(({ tag }) => tag));
    const restored = messages.filter(({ tag }) => !known.has(tag)).map((message) => {
      const arrived = message.posted && shown.some(({ message: text, timestamp }) =>
        // Clocks may differ by some minutes. A message hidden by mistake is still sent.
        text === message.text && Date.parse(timestamp) > Date.parse(message.at) - 300_000
      );
      this.#lastAt = Math.max(this.#lastAt, Date.parse(message.at));
      return this.#aged({
        ...message,
        problem: null,
        arrived,
        held: false,
        stored: true,
        wanted: false,
      });
    });
    if (restored.length === 0) return;
    this.#change([...restored, ...this.#waiting]);
    void this.#send();
  }

  add(text: string): void {
    this.#lastAt = Math.max(this.#options.now(), this.#lastAt + 1);
    const at = new Date(this.#lastAt).toISOString();
    const message = { tag: this.#options.tag(), text, at, posted: false };
    const stored = this.#options.storage.put(message);
    const flags = { problem: null, arrived: false, held: false, wanted: false };
    this.#change([...this.#waiting, { ...message, ...flags, stored }]);
    void this.#send();
  }

  /** Retries at once after a failure. */
  retry(): void {
    if (!this.#pause.on) return;
    this.#pause.end();
    this.#change(this.#waiting.map((pending) => pending.held ? pending : this.#aged(pending)));
    void this.#send();
  }

  /** Sends a held message after all others, or retries a failed one. */
  release(tag: string): void {
    const held = this.#waiting.find((pending) => pending.tag === tag && pending.held);
    if (held === undefined) return this.retry();
    const others = this.#waiting.filter((pending) => pending !== held);
    this.#change([...others, { ...held, held: false, problem: null }]);
    void this.#send();
  }

  /**
   * Handles the event of the user's own message, which may arrive before the reply.
   * @returns whether the pending line is to be hidden
   */
  arrived(text: string): boolean {
    const first = this.#next();
    if (first?.text !== text || first.arrived) return false;
    if (first.posted) this.#update(first, { arrived: true });
    // It was assumed lost: sending it again makes the server confirm it.
    if (this.#sending === null) this.retry();
    return first.posted;
  }

  /**
   * Withdraws a message and gives its text back, unless it may have been sent: then it is asked about first, by sending
   * it again.
   */
  takeBack(tag: string): void {
    const found = this.#waiting.find((pending) => pending.tag === tag);
    if (found === undefined) return;
    const maybeSent = found.posted || this.#options.storage.posted(tag);
    if (!maybeSent || found.held) return this.#giveBack(found, null);
    this.#update(found, { posted: true, wanted: true, problem: this.#options.problems.wanted });
    this.retry();
  }

  /** Removes a message that was sent or withdrawn, here or in another tab. */
  forget(tag: string): void {
    if (this.#next()?.tag === tag) this.#pause.end();
    this.#options.storage.remove(tag);
    this.#change(this.#waiting.filter((pending) => pending.tag !== tag));
    void this.#send();
  }

  /** Removes messages that other tabs sent while this page was suspended. */
  retainOnly(tags: ReadonlySet<string>): void {
    for (const { tag, stored } of this.#waiting) if (stored && !tags.has(tag)) this.forget(tag);
  }

  #next(): PendingMessage | undefined {
    return this.#waiting.find(({ held }) => !held);
  }

  #aged(pending: PendingMessage): PendingMessage {
    if (this.#options.now() - Date.parse(pending.at) <= HELD_AFTER_MS) return pending;
    const { heldPosted, held } = this.#options.problems;
    return { ...pending, held: true, problem: pending.posted ? heldPosted : held, arrived: false };
  }

  async #send(): Promise<void> {
    for (;;) {
      const next = this.#next();
      if (next === undefined || this.#sending !== null || this.#pause.on) return;
      const { tag, posted } = next;
      this.#sending = tag;
      if (!posted) this.#keep(next, { posted: true });
      const result = await this.#options.post(next);
      this.#sending = null;
      const pending = this.#waiting.find((pending) => pending.tag === tag);
      if ("message" in result) {
        this.#pause.reset();
        this.#options.storage.remove(tag);
        this.#change(this.#waiting.filter((pending) => pending.tag !== tag));
        this.#options.onSent(result.message, pending?.wanted ?? false);
      } else if (pending === undefined) {
        // Another tab has sent it meanwhile.
        continue;
      } else if (result.failure === "refused") {
        this.#pause.reset();
        this.#giveBack(pending, result.problem);
      } else this.#failed(pending, result, posted || result.failure === "unknown");
    }
  }

  /** @param posted whether it may have been stored, now or by an earlier try */
  #failed(
    pending: PendingMessage,
    { failure, problem }: Exclude<SendResult, { message: Message }>,
    posted: boolean,
  ): void {
    if (pending.wanted && !posted) return this.#giveBack(pending, null);
    // If it may have been stored, what has arrived is most probably this message.
    const arrived = posted && pending.arrived;
    const shown = pending.wanted ? this.#options.problems.wanted : problem;
    this.#keep(pending, { problem: shown, posted, arrived });
    this.#pause.begin(failure !== "login");
  }

  #giveBack(pending: PendingMessage, problem: string | null): void {
    // Put the text back before removing it, so that it is never lost.
    this.#options.onBack(pending.text, problem);
    this.forget(pending.tag);
  }

  /** Changes a message in the queue, and in the storage if that has to know. */
  #keep(pending: PendingMessage, change: Partial<PendingMessage>): void {
    const after = { ...pending, ...change };
    if (pending.stored && after.posted !== pending.posted) this.#options.storage.put(after);
    this.#update(pending, change);
  }

  #update({ tag }: PendingMessage, change: Partial<PendingMessage>): void {
    this.#change(
      this.#waiting.map((pending) => pending.tag === tag ? { ...pending, ...change } : pending),
    );
  }

  #change(waiting: readonly PendingMessage[]): void {
    this.#waiting = waiting;
    this.#options.onChange(waiting);
  }
}
