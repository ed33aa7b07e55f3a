import assert from "node:assert/strict";
import { MentionSound } from "../../../../client/components/notifications/mention_sound.ts";
import type { PageLocks } from "../../../../client/components/sending/page_locks.ts";

/** A browser whose tabs share one lock; who waits is patient until `giveUp`. */
class SharedBrowser {
  /** The tabs that played, in order. */
  readonly heard: string[] = [];
  #held = false;
  #waiting: ((release: (() => void) | null) => void)[] = [];
  #pauses: (() => void)[] = [];

  readonly #locks: PageLocks = {
    take: () => {
      if (this.#held) return new Promise((resolve) => this.#waiting.push(resolve));
      this.#held = true;
      return Promise.resolve(() => this.#release());
    },
  };

  #release(): void {
    const next = this.#waiting.shift();
    this.#held = next !== undefined;
    next?.(() => this.#release());
  }

  /** @param allowed whether the browser lets the tab play */
  tab(name: string, allowed = true): MentionSound {
    return new MentionSound({
      locks: this.#locks,
      play: () => {
        if (allowed) this.heard.push(name);
        return Promise.resolve(allowed);
      },
      pause: () => new Promise((over) => this.#pauses.push(over)),
    });
  }

  /** Lets those that wait for the lock lose their patience. */
  giveUp(): void {
    for (const resolve of this.#waiting.splice(0)) resolve(null);
  }

  endPauses(): void {
    for (const over of this.#pauses.splice(0)) over();
  }
}

/** Lets everything happen that waits for nothing. */
const settle = () => new Promise((resolve) => setTimeout(resolve));

Deno.test("of many tabs and mentions at once one is heard, and the next after a pause", async () => {
  const browser = new SharedBrowser();
  const tabs = [browser.tab("first"), browser.tab("second")];
  const played = [...tabs, ...tabs, ...tabs].map((tab) => tab.play());
  await settle();
  assert.deepEqual(browser.heard, ["first"]);
  browser.giveUp();
  await settle();
  assert.deepEqual(browser.heard, ["first"]);
  const late = tabs[1].play();
  await settle();
  assert.deepEqual(browser.heard, ["first"]);
  browser.endPauses();
  await settle();
  assert.deepEqual(browser.heard, ["first", "second"]);
  browser.endPauses();
  await Promise.all([...played, late]);
});

Deno.test("where the browser lets one tab play no sound, another one plays it", async () => {
  const browser = new SharedBrowser();
  const played = [browser.tab("mute", false), browser.tab("other")].map((tab) => tab.play());
  await settle();
  assert.deepEqual(browser.heard, ["other"]);
  browser.endPauses();
  await Promise.all(played);
});
