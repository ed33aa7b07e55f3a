import { fill } from "../../../i18n/message.ts";
import type { RoomTexts } from "../../../i18n/room_texts.ts";

/** Typing is announced at most this often; the server forwards no more. */
const ANNOUNCE_INTERVAL_MS = 3_000;
const EXPIRY_MS = 5_000;

export interface TypingOptions {
  /** The URL to announce the user's own typing. */
  action: string;
  texts: RoomTexts;
  /** Shows the sentence about those who are typing, "" for nobody. */
  show(text: string): void;
}

/** Knows who else is typing, and announces the user's own typing. */
export class Typing {
  readonly #options: TypingOptions;
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  #announcedAt = -Infinity;

  constructor(options: TypingOptions) {
    this.#options = options;
  }

  heard(user: string): void {
    clearTimeout(this.#timers.get(user));
    this.#timers.set(user, setTimeout(() => this.stopped(user), EXPIRY_MS));
    this.#show();
  }

  stopped(user: string): void {
    clearTimeout(this.#timers.get(user));
    if (this.#timers.delete(user)) this.#show();
  }

  /** Call when the user has typed something. */
  wrote(): void {
    if (performance.now() - this.#announcedAt < ANNOUNCE_INTERVAL_MS) return;
    this.#announcedAt = performance.now();
    const headers = { accept: "application/json" };
    const init = { method: "POST", headers, body: new URLSearchParams() };
    // A lost announcement does no harm.
    fetch(this.#options.action, init).catch(() => {});
  }

  #show(): void {
    this.#options.show(typingText([...this.#timers.keys()], this.#options.texts));
  }
}

function typingText(names: readonly string[], texts: RoomTexts): string {
  if (names.length === 0) return "";
  if (names.length > 3) return texts.many_typing;
  const text = names.length === 1 ? texts.one_typing : texts.some_typing;
  return fill(text, { names: names.join(", ") });
}
