import type { Message } from "../../../lib/model/message.ts";
import type { UnsentMessage } from "./unsent_messages.ts";

/** A message that has not been acknowledged yet. */
export interface PendingMessage extends UnsentMessage {
  /** Why sending failed, as a sentence; null while it is being sent. */
  problem: string | null;
  /** Whether its event arrived before the reply, so that the log already shows it. */
  arrived: boolean;
  /** Whether it is too old to be sent without asking: the server may have forgotten its tag. */
  held: boolean;
  /** Whether the browser has stored it, so that it survives the page. */
  stored: boolean;
}

/** `refused`: sending the same text again can't succeed. */
export type SendResult =
  | { message: Message }
  | { error: { code: string; text: string }; refused: boolean };

interface Options {
  post(pending: PendingMessage): Promise<SendResult>;
  /** Storage for messages until the server acknowledges them. */
  storage: { put(message: UnsentMessage): boolean; remove(tag: string): void };
  now: () => number;
  tag: () => string;
  /** The sentence shown at held messages. */
  heldProblem: string;
  onChange(pending: readonly PendingMessage[]): void;
  onSent(message: Message): void;
  /** Called to put the text back into the composer. */
  onRefused(text: string, problem: string): void;
}

/** The server remembers tags for longer than this. */
const HELD_AFTER_MS = 24 * 60 * 60 * 1000;

/** Sends messages one at a time, in the order in which they were written. */
export class SendQueue {
  #waiting: readonly PendingMessage[] = [];
  #sending: string | null = null;
  #lastAt = 0;
  readonly #options: Options;

  constructor(options: Options) {
    this.#options = options;
  }

  /**
   * Resumes with the messages that an earlier page left; call before `add`.
   * @param shown the user's own messages in the log, which may include some of these
   */
  restore(messages: readonly UnsentMessage[], shown: readonly Message[] = []): void {
    const known = new Set(this.#waiting.map(({ tag }) => tag));
    const restored = messages.filter(({ tag }) => !known.has(tag)).map((message) => {
      const arrived = shown.some(({ message: text, timestamp }) =>
        // Clocks may differ by some minutes. A line hidden by mistake reappears if sending fails.
        text === message.text && Date.parse(timestamp) > Date.parse(message.at) - 300_000
      );
      this.#lastAt = Math.max(this.#lastAt, Date.parse(message.at));
      return this.#aged({ ...message, problem: null, arrived, held: false, stored: true });
    });
    if (restored.length === 0) return;
    this.#change([...restored, ...this.#waiting]);
    void this.#send();
  }

  add(text: string): void {
    this.#lastAt = Math.max(this.#options.now(), this.#lastAt + 1);
    const at = new Date(this.#lastAt).toISOString();
    const message = { tag: this.#options.tag(), text, at };
    const stored = this.#options.storage.put(message);
    const pending = { ...message, stored, problem: null, arrived: false, held: false };
    this.#change([...this.#waiting, pending]);
    void this.#send();
  }

  /** Retries after a failure; the server recognizes tags, so nothing is stored twice. */
  retry(): void {
    if (!this.#next()?.problem) return;
    this.#change(
      this.#waiting.map((pending) =>
        pending.held ? pending : this.#aged({ ...pending, problem: null })
      ),
    );
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
    // It was assumed lost: resending it with its tag makes the server confirm it.
    if (this.#sending === null) {
      this.retry();
      return false;
    }
    this.#replace(first.tag, [{ ...first, arrived: true }]);
    return true;
  }

  /** Withdraws a message and returns its text; null if it is being sent. */
  takeBack(tag: string): string | null {
    const found = this.#waiting.find((pending) => pending.tag === tag);
    if (found === undefined || tag === this.#sending) return null;
    this.forget(tag);
    return found.text;
  }

  /** Removes a message that was sent or withdrawn, here or in another tab. */
  forget(tag: string): void {
    this.#options.storage.remove(tag);
    this.#replace(tag, []);
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
    return { ...pending, held: true, problem: this.#options.heldProblem, arrived: false };
  }

  async #send(): Promise<void> {
    if (this.#sending !== null) return;
    for (let next = this.#next(); next?.problem === null; next = this.#next()) {
      this.#sending = next.tag;
      const result = await this.#options.post(next);
      this.#sending = null;
      if ("message" in result) {
        this.#options.storage.remove(next.tag);
        this.#replace(next.tag, []);
        this.#options.onSent(result.message);
      } else if (!this.#waiting.some(({ tag }) => tag === next.tag)) {
        // Another tab has sent it meanwhile.
        continue;
      } else if (result.refused) {
        // Put the text back before removing it, so that it is never lost.
        this.#options.onRefused(next.text, result.error.text);
        this.#options.storage.remove(next.tag);
        this.#replace(next.tag, []);
      } else {
        this.#replace(next.tag, [{ ...next, arrived: false, problem: result.error.text }]);
      }
    }
  }

  #replace(tag: string, by: readonly PendingMessage[]): void {
    this.#change(this.#waiting.flatMap((pending) => pending.tag === tag ? by : [pending]));
  }

  #change(waiting: readonly PendingMessage[]): void {
    this.#waiting = waiting;
    this.#options.onChange(waiting);
  }
}
