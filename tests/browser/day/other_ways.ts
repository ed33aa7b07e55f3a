import assert from "node:assert/strict";
import type { Locator } from "playwright-core";
import { assertFocusSeen } from "./keyboard.ts";
import { Member } from "./member.ts";

/** How long a page is loaded again and again, on a slow machine too. */
const PATIENCE_MS = 60_000;

/** Somebody with the keyboard alone: whatever is done, the focus is somewhere sensible then. */
export class KeyboardMember extends Member {
  override async stayed(): Promise<void> {
    await this.page.waitForFunction(() => document.activeElement !== document.body);
    await assertFocusSeen(this.page);
  }

  override async find(words: string, text: string): Promise<void> {
    await super.find(words, text);
    await this.page.locator(".message.found:focus").waitFor();
    await assertFocusSeen(this.page);
  }
}

/** Somebody without script: pages that ask take the place of dialogs, and reloading that of live events. */
export class PlainMember extends Member {
  override async until(place: Locator, state: "visible" | "detached" = "visible"): Promise<void> {
    const end = Date.now() + PATIENCE_MS;
    while ((await place.count() > 0) !== (state === "visible")) {
      assert.ok(Date.now() < end, `${this.name} waits until ${place} is ${state}`);
      await this.page.reload();
    }
  }

  override async inRoom(project: string): Promise<void> {
    await this.until(this.page.getByRole("heading", { name: project, exact: true, level: 1 }));
    await this.page.locator("form.composer").waitFor();
  }

  override async read(): Promise<void> {
    await this.hands.press(this.button("all_read"));
    await this.button("all_read").waitFor({ state: "detached" });
  }

  /** The page that tells whether the last message was sent. */
  #answer: Promise<unknown> = Promise.resolve();

  override async writeInVain(text: string): Promise<void> {
    // The client waits a while for its server.
    this.#answer = this.page.waitForEvent("load");
    await this.write(text);
  }

  override async sendAfterAll(text: string): Promise<void> {
    await this.#answer;
    const end = Date.now() + PATIENCE_MS;
    while (await this.message(text).count() === 0) {
      assert.ok(Date.now() < end, `“${text}” is never sent`);
      this.#answer = this.page.waitForEvent("load");
      await this.hands.press(this.button("send"));
      await this.#answer;
    }
    await this.sees(text);
  }

  override async edit(text: string, after: string): Promise<void> {
    await this.hands.press(this.message(text).locator(".message-menu"));
    await this.submit(this.field("message_text"), after, this.button("message_save"));
    await this.sees(after);
  }

  override async remove(text: string): Promise<void> {
    await this.hands.press(this.message(text).locator(".message-menu"));
    await this.hands.press(this.button("message_delete"));
    await this.until(this.page.getByText(this.say("deleted_message")));
  }

  override async isExpelled(): Promise<void> {
    await this.until(this.page.getByText(this.say("error_not_a_member")));
  }

  protected override async showMembers(): Promise<void> {}

  protected override async hideMembers(): Promise<void> {}
}
