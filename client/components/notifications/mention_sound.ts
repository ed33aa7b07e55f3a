import { type PageLocks, pageLocks } from "../sending/page_locks.ts";
import { playSound } from "./play_sound.ts";

interface Browser {
  locks: PageLocks;
  /** Resolves to whether the browser lets it play. */
  play(): Promise<boolean>;
  pause(ms: number): Promise<void>;
}

/** From the beginning of one sound to the next, in any tab. */
const PAUSE_MS = 4_000;

/** How long another tab may take to find out that it may not play. */
const PATIENCE_MS = 2_000;

/** The sound of a mention, which one tab plays for all that hear of it, and not for each of many. */
export class MentionSound {
  readonly #browser: Browser;
  /** Where there are no locks between tabs, this one still plays one at a time. */
  #busy = false;

  /** @param browser replaces the browser's own locks, sound and clock */
  constructor(browser: Partial<Browser> = {}) {
    this.#browser = {
      locks: browser.locks ?? pageLocks(),
      play: playSound,
      pause: (ms) => new Promise((over) => setTimeout(over, ms)),
      ...browser,
    };
  }

  async play(): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    try {
      await this.#playOnce();
    } finally {
      this.#busy = false;
    }
  }

  async #playOnce(): Promise<void> {
    const { locks, play, pause } = this.#browser;
    const release = await locks.take("chung sound", PATIENCE_MS);
    // It was just heard.
    if (release === null) return;
    if (await play()) await pause(PAUSE_MS);
    release();
  }
}
