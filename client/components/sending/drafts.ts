import { type PageLocks, pageLocks } from "./page_locks.ts";
import type { RoomStorage } from "./room_storage.ts";

/** The message field, as drafts see it. */
export interface DraftField {
  value: string;
}

interface Browser {
  /** Storage of this tab alone. A tab that is duplicated starts with a copy of it. */
  tabStorage: () => Pick<Storage, "getItem" | "setItem">;
  locks: PageLocks;
  now: () => number;
  random: () => number;
}

const TAB = "chung tab";
/** Longer than a page that is reloaded takes to give up its lock. */
const RELOAD_MS = 300;

/**
 * Keeps what is half-typed in one room: each tab its own text, under the tab's number. A page holds a lock on its draft,
 * so a draft without a lock was left by a page that is gone, and one page without a draft takes it over.
 */
export class Drafts {
  readonly #browser: Browser;
  readonly #storage: RoomStorage;
  readonly #prefix: string;
  /** The key of the own draft; null until its lock is taken. */
  #key: string | null = null;
  #release: (() => void) | null = null;
  #here = false;
  /** The text as last stored; null if it isn't. */
  #stored: string | null = null;
  /** The text to store once the key is known. */
  #unstored: string | null = null;

  /**
   * @param storage passed in, because a lazily loaded script shares no small modules with the page
   * @param browser replaces the browser's own locks and clock
   */
  constructor(storage: RoomStorage, browser: Partial<Browser> = {}) {
    this.#browser = {
      tabStorage: () => sessionStorage,
      locks: browser.locks ?? pageLocks(),
      now: Date.now,
      random: Math.random,
      ...browser,
    };
    this.#storage = storage;
    this.#prefix = storage.key("draft");
  }

  /** Fills the empty field with this tab's draft, or with one that was left. Call when the page opens or comes back. */
  async open(field: DraftField): Promise<void> {
    this.#here = true;
    let key = await this.#takeKey();
    const typed = this.#unstored;
    const before = this.#read(key)?.text;
    if (typed !== null && before !== undefined && before !== typed && before !== this.#stored) {
      // What this page has not shown is left to another one.
      this.#release?.();
      key = await this.#takeNewKey();
    }
    if (!this.#here) return this.close();
    this.#key = key;
    if (this.#unstored !== null) return this.save(this.#unstored);
    const own = this.#read(key)?.text ?? "";
    // The text of a page that comes back may have been sent, or taken over, by another page meanwhile.
    if (field.value === "" || field.value === this.#stored) field.value = this.#stored = own;
    else this.save(field.value);
    if (field.value === "") await this.#takeOver(key, field);
  }

  save(text: string): void {
    if (this.#key === null) {
      this.#unstored = text;
      return;
    }
    this.#unstored = null;
    const at = this.#browser.now();
    if (text === "") this.#storage.remove(this.#key);
    const stored = text === "" || this.#storage.write(this.#key, JSON.stringify({ text, at }));
    this.#stored = stored ? text : null;
  }

  /** Leaves the draft. Call when the page goes. */
  close(): void {
    this.#here = false;
    if (this.#key === null && this.#unstored) {
      // The page goes before its key is known: another key loses nothing.
      this.#key = `${this.#prefix} ${this.#newTab()}`;
      this.save(this.#unstored);
    }
    this.#release?.();
    this.#release = this.#key = null;
  }

  async #takeKey(): Promise<string> {
    const key = `${this.#prefix} ${this.#tab()}`;
    this.#release = await this.#browser.locks.take(key, RELOAD_MS);
    // If another page has it, this tab is a copy of another.
    return this.#release === null ? await this.#takeNewKey() : key;
  }

  async #takeNewKey(): Promise<string> {
    const key = `${this.#prefix} ${this.#newTab()}`;
    this.#release = await this.#browser.locks.take(key);
    return key;
  }

  /** Moves the newest draft that was left to this tab. */
  async #takeOver(own: string, field: DraftField): Promise<void> {
    const left = this.#storage.keys(this.#prefix).filter((key) => key !== own)
      .map((key) => ({ key, at: this.#read(key)?.at ?? -1 }))
      .sort((a, b) => b.at - a.at);
    for (const { key } of left) {
      const release = await this.#browser.locks.take(key);
      if (release === null) continue;
      const draft = this.#read(key);
      // Something may have been typed, or another page opened, while waiting.
      if (draft !== null && field.value === "" && this.#key === own) {
        this.save(draft.text);
        if (this.#stored === draft.text) {
          this.#storage.remove(key);
          field.value = draft.text;
        } else this.save("");
      }
      release();
      if (field.value !== "") return;
    }
  }

  #read(key: string): { text: string; at: number } | null {
    const item = this.#storage.read(key);
    if (item === null) return null;
    // Earlier versions stored one plain text for all tabs.
    if (key === this.#prefix) return { text: item, at: 0 };
    try {
      const { text, at } = JSON.parse(item);
      return typeof text === "string" && typeof at === "number" ? { text, at } : null;
    } catch {
      return null;
    }
  }

  #tab(): string {
    try {
      return this.#browser.tabStorage().getItem(TAB) ?? this.#newTab();
    } catch {
      return this.#newTab();
    }
  }

  #newTab(): string {
    const tab = this.#browser.random().toString(36).slice(2);
    try {
      this.#browser.tabStorage().setItem(TAB, tab);
    } catch {
      // The draft is then found as one that was left.
    }
    return tab;
  }
}
