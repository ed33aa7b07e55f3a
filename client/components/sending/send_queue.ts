import type { Message } from "../../../lib/model/message.ts";
import type { UnsentMessage } from "./unsent_messages.ts";

/** A message on its way. */
export interface PendingMessage extends UnsentMessage {
  /** Why it is not sent, as a sentence; null while it is on its way. */
  problem: string | null;
  /** Seen among the room's messages before the answer came: its line is in the log. */
  arrived: boolean;
  /** Too old to be sent without asking: the server may no longer know its tag. */
  held: boolean;
  /** Whether the browser keeps it when the page goes. */
  kept: boolean;
}

/** `refused`: sending the same text again would not help. */
export type SendResult =
  | { message: Message }
  | { error: { code: string; text: string }; refused: boolean };

interface Options {
  post(pending: PendingMessage): Promise<SendResult>;
  /** Where messages are until the server has acknowledged them. */
  kept: { put(message: UnsentMessage): boolean; remove(tag: string): void };
  now: () => number;
  tag: () => string;
  /** The sentence at what is held back. */
  heldProblem: string;
  onChange(pending: readonly PendingMessage[]): void;
  onSent(message: Message): void;
  /** The text goes back to where it was written. */
  onRefused(text: string, problem: string): void;
}

/** The server remembers tags for longer. */
const HELD_AFTER_MS = 24 * 60 * 60 * 1000;

/** Sends messages one after another, so that they arrive in the order in which they were written. */
export class SendQueue {
  #waiting: readonly PendingMessage[] = [];
  #sending: string | null = null;
  #lastAt = 0;
  readonly #options: Options;

  constructor(options: Options) {
    this.#options = options;
  }

  /**
   * Goes on with what an earlier page left, before anything is added.
   * @param shown the person's own messages in the log: one of them may be what is sent here again
   */
  restore(messages: readonly UnsentMessage[], shown: readonly Message[] = []): void {
    const known = new Set(this.#waiting.map(({ tag }) => tag));
    const restored = messages.filter(({ tag }) => !known.has(tag)).map((message) => {
      const arrived = shown.some(({ message: text, timestamp }) =>
        // The clocks may differ by some minutes. A line too few is there again if sending fails.
        text === message.text && Date.parse(timestamp) > Date.parse(message.at) - 300_000
      );
      this.#lastAt = Math.max(this.#lastAt, Date.parse(message.at));
      return this.#aged({ ...message, problem: null, arrived, held: false, kept: true });
    });
    if (restored.length === 0) return;
    this.#change([...restored, ...this.#waiting]);
    void this.#send();
  }

  add(text: string): void {
    this.#lastAt = Math.max(this.#options.now(), this.#lastAt + 1);
    const at = new Date(this.#lastAt).toISOString();
    const message = { tag: this.#options.tag(), text, at };
    const kept = this.#options.kept.put(message);
    const pending = { ...message, kept, problem: null, arrived: false, held: false };
    this.#change([...this.#waiting, pending]);
    void this.#send();
  }

  /** Tries again what failed; the server remembers tags, so nothing is stored twice. */
  retry(): void {
    if (!this.#next()?.problem) return;
    this.#change(
      this.#waiting.map((pending) =>
        pending.held ? pending : this.#aged({ ...pending, problem: null })
      ),
    );
    void this.#send();
  }

  /** Sends what was held back, after everything else; or tries again what failed. */
  release(tag: string): void {
    const held = this.#waiting.find((pending) => pending.tag === tag && pending.held);
    if (held === undefined) return this.retry();
    const others = this.#waiting.filter((pending) => pending !== held);
    this.#change([...others, { ...held, held: false, problem: null }]);
    void this.#send();
  }

  /** The user's own message came as an event; events and answers race each other. @returns whether its line goes */
  arrived(text: string): boolean {
    const first = this.#next();
    if (first?.text !== text || first.arrived) return false;
    // It was thought lost: asked again with its tag, the server says that it is there.
    if (this.#sending === null) {
      this.retry();
      return false;
    }
    this.#replace(first.tag, [{ ...first, arrived: true }]);
    return true;
  }

  /** Takes a message back, unless it is on its way. */
  takeBack(tag: string): string | null {
    const found = this.#waiting.find((pending) => pending.tag === tag);
    if (found === undefined || tag === this.#sending) return null;
    this.forget(tag);
    return found.text;
  }

  /** It was sent or taken back, here or in another tab. */
  forget(tag: string): void {
    this.#options.kept.remove(tag);
    this.#replace(tag, []);
    void this.#send();
  }

  /** Forgets what other tabs have sent while this one heard nothing. */
  keepOnly(tags: ReadonlySet<string>): void {
    for (const { tag, kept } of this.#waiting) if (kept && !tags.has(tag)) this.forget(tag);
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
        this.#options.kept.remove(next.tag);
        this.#replace(next.tag, []);
        this.#options.onSent(result.message);
      } else if (!this.#waiting.some(({ tag }) => tag === next.tag)) {
        // Another tab has sent it meanwhile.
        continue;
      } else if (result.refused) {
        // First there, then gone from here: never nowhere.
        this.#options.onRefused(next.text, result.error.text);
        this.#options.kept.remove(next.tag);
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
