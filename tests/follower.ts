import assert from "node:assert/strict";
import type { Message } from "../lib/model/message.ts";

/**
 * The knowledge of a client that reads one connection's lines in order: the log of a room, as far as received, and the
 * last reported unread count.
 */
export class Follower {
  readonly log = new Map<number, Message>();
  lastId = 0;
  lastChange = 0;
  inside = false;
  watching = false;
  /** Counts reported since the last check, in order. */
  unread: number[] = [];
  #more = false;

  constructor(readonly username: string, readonly projectId: number) {}

  /** Whether it has to enter again for the rest. */
  get more(): boolean {
    return this.#more;
  }

  take(line: string): void {
    const [, kind, json] = /^(?:@\S+ )?((?:ok|event) [a-z_]+) (\{.*\})$/.exec(line) ?? [];
    if (kind === undefined) return;
    const data = JSON.parse(json);
    if (kind === "ok enter") this.#entered(data);
    else if (kind === "ok leave") this.inside = false;
    else if (kind === "ok watch") this.watching = true;
    else if (kind === "event members" && data.removed.includes(this.username)) this.inside = false;
    else if (kind === "event token_ended") this.inside = this.watching = false;
    else if (kind === "event unread" && data.project_id === this.projectId) {
      assert(this.watching && !this.inside, line);
      this.unread.push(data.unread);
    } else if (kind === "ok chat" && this.inside) this.#said(data.message);
    else if (kind === "event chat") this.#said(data);
    else if (kind === "event edit" || kind === "event delete") {
      assert(this.inside, line);
      if (data.id <= this.lastId) this.#changed(data);
    }
  }

  messages(): Message[] {
    return [...this.log.values()];
  }

  #entered(
    page: {
      messages: Message[];
      changed: Message[];
      more: boolean;
      last_id: number;
      last_change: number;
    },
  ): void {
    this.inside = true;
    for (const message of page.changed) this.#changed(message);
    for (const message of page.messages) this.#said(message);
    assert(page.last_change >= this.lastChange, "changes go forward");
    this.lastChange = page.last_change;
    this.#more = page.more;
  }

  #said(message: Message): void {
    assert(this.inside, `told ${message.id} outside`);
    assert(message.id > this.lastId, `${message.id} after ${this.lastId}`);
    this.log.set(message.id, message);
    this.lastId = message.id;
  }

  #changed(message: Message): void {
    assert(this.log.has(message.id), `${message.id} is changed, and was not told before`);
    this.log.set(message.id, message);
  }
}
