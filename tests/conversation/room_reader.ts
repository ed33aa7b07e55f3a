import assert from "node:assert/strict";
import type { Message } from "../../lib/model/message.ts";

/** Checks what one connection was told about one room against the order promised by docs/PROTOCOL.md. */
export class RoomReader {
  /** The latest state of each message. */
  readonly log = new Map<number, Message>();
  inside = false;
  lastId = 0;
  lastChange = 0;
  /** The greatest id that arrived in an event, not on a page. */
  #told = 0;
  /** Ids received since it entered, without those of the first page. */
  #stay: number[] = [];
  #stayBegan = 0;
  /** Completed stays: the ids after `began`, up to the last one, have to be exactly these. */
  readonly stays: { began: number; ids: number[] }[] = [];
  readonly pages: { after: number; ids: number[]; last: number }[] = [];

  constructor(readonly projectId: number, readonly names: readonly string[]) {}

  /** @param after the requested `after_id`, when the line responds to an `enter` */
  take(line: string, after: number | null): void {
    const [, kind, json] = /^(?:@\S+ )?((?:ok|event) [a-z_]+) (\{.*\})$/s.exec(line) ?? [];
    if (kind === undefined) return;
    const data = JSON.parse(json);
    if ((data.project_id ?? data.message?.project_id ?? data.project?.id) !== this.projectId) {
      return;
    }
    if (kind === "ok enter") this.#entered(data, after);
    else if (kind === "ok chat" && !data.duplicate) this.#said(data.message, this.inside);
    else if (kind === "event chat") {
      assert(this.inside, `told of message ${data.id} outside`);
      this.#said(data, true);
    } else if (kind === "event edit" || kind === "event delete") {
      assert(this.inside, `told of a change of ${data.id} outside`);
      if (this.log.has(data.id)) this.log.set(data.id, data);
    } else if (kind === "event members") {
      if (this.names.some((name) => data.removed.includes(name))) this.left();
    }
  }

  left(): void {
    if (this.inside) this.stays.push({ began: this.#stayBegan, ids: this.#stay });
    this.inside = false;
  }

  #said(message: Message, inside: boolean): void {
    assert(message.id > this.#told, `message ${message.id} after ${this.#told}`);
    assert(!inside || message.id > this.lastId, `message ${message.id} after page ${this.lastId}`);
    this.#told = message.id;
    if (!inside) return;
    this.#stay.push(message.id);
    this.log.set(message.id, message);
    this.lastId = message.id;
  }

  #entered(
    page: { messages: Message[]; changed?: Message[]; last_id: number; last_change: number },
    after: number | null,
  ): void {
    this.left();
    this.inside = true;
    this.#stay = [];
    this.#stayBegan = page.last_id;
    this.pages.push({
      after: after ?? 0,
      ids: page.messages.map(({ id }) => id),
      last: page.last_id,
    });
    for (const message of [...page.changed ?? [], ...page.messages]) {
      this.log.set(message.id, message);
    }
    assert(page.last_change >= this.lastChange, "changes go forward");
    assert(page.last_id >= this.lastId, "pages go forward");
    this.lastChange = page.last_change;
    this.lastId = page.last_id;
  }

  /** @param ids all ids in the room */
  assertWhole(ids: readonly number[]): void {
    for (
      const { began, ids: told } of [...this.stays, { began: this.#stayBegan, ids: this.#stay }]
    ) {
      const last = told.at(-1) ?? began;
      assert.deepEqual(told, ids.filter((id) => id > began && id <= last), "a stay has no gap");
    }
    for (const { after, ids: told, last } of this.pages) {
      assert.deepEqual(told, ids.filter((id) => id > after && id <= last), "a page has no gap");
    }
  }
}
