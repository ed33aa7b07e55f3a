import assert from "node:assert/strict";

export interface StreamEvent {
  id: string | null;
  type: string;
  // deno-lint-ignore no-explicit-any
  data: any;
}

/**
 * Reads Server-Sent Events like a browser. Events that arrive as a list are returned one by one, the last one with the
 * id.
 */
export class EventReader {
  #text = "";
  #read: StreamEvent[] = [];
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
  readonly #decoder = new TextDecoder();
  lastId = "";

  constructor(response: Response) {
    assert.equal(response.status, 200);
    assert.match(response.headers.get("content-type")!, /^text\/event-stream/);
    this.#reader = response.body!.getReader();
  }

  /** Whether more events of the same list follow: a browser delivers them together. */
  get midway(): boolean {
    return this.#read.length > 0;
  }

  /** Null at the end. */
  async next(): Promise<StreamEvent | null> {
    while (this.#read.length === 0) {
      const end = this.#text.indexOf("\n\n");
      if (end < 0) {
        const { done, value } = await this.#reader.read();
        if (done) return null;
        this.#text += this.#decoder.decode(value, { stream: true });
        continue;
      }
      const fields = new Map(
        this.#text.slice(0, end).split("\n").map((line) => {
          const colon = line.indexOf(": ");
          return [line.slice(0, colon), line.slice(colon + 2)];
        }),
      );
      this.#text = this.#text.slice(end + 2);
      const data = fields.get("data");
      if (data === undefined) continue;
      const list = [JSON.parse(data)].flat();
      this.#read = list.map((data, at) => {
        const id = at === list.length - 1 ? fields.get("id") ?? null : null;
        return { id, type: fields.get("event")!, data };
      });
    }
    const event = this.#read.shift()!;
    this.lastId = event.id ?? this.lastId;
    return event;
  }

  /** The next message that somebody wrote. */
  async chat(): Promise<StreamEvent> {
    for (;;) {
      const event = await this.next();
      assert(event !== null, "the stream goes on");
      if (event.type === "chat" && event.data.notice === undefined) return event;
    }
  }

  cancel(): Promise<void> {
    return this.#reader.cancel();
  }
}
