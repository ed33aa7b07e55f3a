import type { RoomTexts } from "../../../i18n/room_texts.ts";
import { hasAttention, onAttentionChange } from "../../notifications/page_attention.ts";
import { postForm } from "../../post_form.ts";

const MIN_INTERVAL_MS = 1_000;

export interface MarkOptions {
  /** The URL to post read marks to. */
  action: string;
  /** The server's read mark when the page was rendered. */
  lastRead: number;
  texts: RoomTexts;
  onRead(read: { message: number; unread: number }): void;
}

/** Reports read messages to the server: only forwards, only what was seen, at most once a second. */
export class ReadMark {
  readonly #options: MarkOptions;
  #seen = 0;
  #marked: number;
  #pausing = false;

  constructor(options: MarkOptions) {
    this.#options = options;
    this.#marked = options.lastRead;
    onAttentionChange(() => void this.#mark());
  }

  /** Records the newest message on the screen; retries a failed mark. */
  saw(message: number): void {
    this.#seen = Math.max(this.#seen, message);
    void this.#mark();
  }

  async #mark(): Promise<void> {
    if (this.#pausing || this.#seen <= this.#marked || !hasAttention()) return;
    const { action, texts, onRead } = this.#options;
    const message = this.#seen;
    this.#pausing = true;
    const pause = new Promise((over) => setTimeout(over, MIN_INTERVAL_MS));
    const fields = { message: `${message}` };
    const answer = await postForm<{ unread: number }>(action, fields, texts, "unread");
    if (!("error" in answer)) {
      this.#marked = message;
      onRead({ message, unread: answer.unread });
    }
    await pause;
    this.#pausing = false;
    // After a failure, retry at the next scroll or reconnection.
    if (!("error" in answer)) void this.#mark();
  }
}
