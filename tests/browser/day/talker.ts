import assert from "node:assert/strict";
import type { Locator } from "playwright-core";
import { Person } from "./person.ts";

/** Somebody who talks in a room. */
export class Talker extends Person {
  /** A stored message in the log. */
  message(text: string): Locator {
    return this.page.locator(".message:not(.pending)").filter({ hasText: text });
  }

  async sees(text: string): Promise<void> {
    await this.until(this.message(text));
    assert.equal(await this.message(text).count(), 1, `${this.name} sees “${text}” once`);
  }

  async write(text: string): Promise<void> {
    await this.submit(this.field("message_field"), text, this.button("send"));
  }

  /** Writes what can't be sent yet. */
  async writeInVain(text: string): Promise<void> {
    await this.until(this.page.getByText(this.say("connection_lost")));
    await this.write(text);
    await this.until(this.page.locator(".message.pending").filter({ hasText: text }));
    await this.stayed();
  }

  /** Does what it takes to have that sent once the server is back. */
  async sendAfterAll(text: string): Promise<void> {
    await this.sees(text);
  }

  async edit(text: string, after: string): Promise<void> {
    const editor = this.field("message_text");
    await this.hands.showTools(this.message(text));
    await this.hands.press(this.button("message_edit", {}, this.page.getByRole("toolbar")));
    await this.submit(editor, after, this.button("save"));
    await editor.waitFor({ state: "detached" });
    await this.stayed();
  }

  async remove(text: string): Promise<void> {
    const question = this.page.getByRole("alertdialog");
    await this.hands.showTools(this.message(text));
    await this.hands.press(this.button("delete", {}, this.page.getByRole("toolbar")));
    await this.hands.press(this.button("delete", {}, question));
    await question.waitFor({ state: "detached" });
    await this.stayed();
  }

  /** Finds a message by words, and goes to its place in the log. */
  async find(words: string, text: string): Promise<void> {
    const { page } = this;
    const head = page.locator(".project-head").getByRole("searchbox");
    const button = this.button("search", {}, page.locator(".project-head"));
    if (!await head.isVisible()) {
      // A small screen has a page for it.
      await this.hands.press(button);
      await page.waitForURL("**/search*");
    }
    const field = await head.isVisible() ? head : page.locator("main").getByRole("searchbox");
    await this.submit(field, words, this.button("search", {}, page.locator("main")));
    const result = page.locator(".result").filter({ hasText: text });
    await this.until(result.locator("mark"));
    await this.hands.press(result.getByRole("link"));
    const found = page.locator(".message.found, .message:target");
    await this.until(found.filter({ hasText: text }));
  }
}
