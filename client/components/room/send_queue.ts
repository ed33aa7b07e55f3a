import type { Message } from "../../../lib/model/message.ts";

/** A message on its way. */
export interface PendingMessage {
  /** Makes sending it again harmless (docs/PROTOCOL.md, `@tag`). */
  tag: string;
  text: string;
  /** When it was written: ISO 8601 UTC. */
  at: string;
  /** Why it is not sent, as a sentence; null while it is on its way. */
  problem: string | null;
  /** Seen among the room's events before the answer came: its line is in the log. */
  arrived: boolean;
}

/** `refused`: sending the same text again would not help. */
export type SendResult =
  | { message: Message }
  | { error: { code: string; text: string }; refused: boolean };

interface Options {
  post(pending: PendingMessage): Promise<SendResult>;
  now: () => number;
  tag: () => string;
  onChange(pending: readonly PendingMessage[]): void;
  onSent(message: Message): void;
  /** The text goes back to where it was written. */
  onRefused(text: string, problem: string): void;
}

/** Sends messages one after another, so that they arrive in the order in which they were written. */
export class SendQueue {
  #waiting: readonly PendingMessage[] = [];
  #sending = false;
  readonly #options: Options;

  constructor(options: Options) {
    this.#options = options;
  }

  get size(): number {
    return this.#waiting.length;
  }

  add(text: string): void {
    const at = new Date(this.#options.now()).toISOString();
    const pending = { tag: this.#options.tag(), text, at, problem: null, arrived: false };
    this.#change([...this.#waiting, pending]);
    void this.#send();
  }

  /** Tries again what failed; the server remembers tags, so nothing is stored twice. */
  retry(): void {
    if (!this.#waiting[0]?.problem) return;
    this.#change(this.#waiting.map((pending) => ({ ...pending, problem: null })));
    void this.#send();
  }

  /** The user's own message came as an event; events and answers race each other. */
  arrived(text: string): void {
    const first = this.#waiting[0];
    if (first?.text !== text || first.arrived) return;
    // It was thought lost: asked again with its tag, the server says that it is there.
    if (!this.#sending) return this.retry();
    this.#change([{ ...first, arrived: true }, ...this.#waiting.slice(1)]);
  }

  /** Takes a message back, unless it is on its way. */
  takeBack(tag: string): string | null {
    const found = this.#waiting.find((pending) => pending.tag === tag);
    if (found === undefined || (this.#sending && found === this.#waiting[0])) return null;
    this.#change(this.#waiting.filter((pending) => pending !== found));
    void this.#send();
    return found.text;
  }

  async #send(): Promise<void> {
    if (this.#sending) return;
    for (let first = this.#waiting[0]; first?.problem === null; first = this.#waiting[0]) {
      this.#sending = true;
      const result = await this.#options.post(first);
      this.#sending = false;
      if ("message" in result) {
        this.#change(this.#waiting.slice(1));
        this.#options.onSent(result.message);
      } else if (this.#waiting[0].arrived) {
        this.#change(this.#waiting.slice(1));
      } else if (result.refused) {
        this.#change(this.#waiting.slice(1));
        this.#options.onRefused(first.text, result.error.text);
      } else {
        this.#change([{ ...first, problem: result.error.text }, ...this.#waiting.slice(1)]);
      }
    }
  }

  #change(waiting: readonly PendingMessage[]): void {
    this.#waiting = waiting;
    this.#options.onChange(waiting);
  }
}
