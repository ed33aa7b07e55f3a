import assert from "node:assert/strict";

export interface StreamEvent {
  id: string | null;
  type: string;
  // deno-lint-ignore no-explicit-any
  data: any;
}

/** Reads Server-Sent Events as a browser does. */
export class EventReader {
  #text = "";
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
  readonly #decoder = new TextDecoder();
  lastId = "";

  constructor(response: Response) {
    assert.equal(response.status, 200);
    assert.match(response.headers.get("content-type")!, /^text\/event-stream/);
    this.#reader = response.body!.getReader();
  }

  /** Null at the end. */
  async next(): Promise<StreamEvent | null> {
    for (;;) {
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
      const id = fields.get("id") ?? null;
      this.lastId = id ?? this.lastId;
      return { id, type: fields.get("event")!, data: JSON.parse(data) };
    }
  }

  async chat(): Promise<StreamEvent> {
    for (;;) {
      const event = await this.next();
      assert(event !== null, "the stream goes on");
      if (event.type === "chat") return event;
    }
  }

  cancel(): Promise<void> {
    return this.#reader.cancel();
  }
}
