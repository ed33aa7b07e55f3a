import assert from "node:assert/strict";
import { LineClient } from "../line_client.ts";
import { RoomReader } from "./room_reader.ts";

interface Sent {
  tag: string;
  line: string;
  /** The `after_id` of an `enter`. */
  after: number | null;
}

/** A connection that is used at the same time as several others. */
export class CrowdMember {
  readonly readers: RoomReader[];
  readonly responses: string[] = [];
  readonly #client: LineClient;
  #batch: Sent[] = [];
  #seen = 0;
  /** Lines received since the last batch began. */
  lines: string[] = [];

  private constructor(
    client: LineClient,
    readonly name: string,
    readonly token: string,
    ids: number[],
  ) {
    this.#client = client;
    this.readers = ids.map((id) => new RoomReader(id, [name]));
  }

  static async connect(port: number, name: string, token: string, projectIds: number[]) {
    return new CrowdMember(await LineClient.connect(port), name, token, projectIds);
  }

  /** Adds a line to the next batch. */
  add(line: string, tag: string, after: number | null = null): void {
    this.#batch.push({ tag, line, after });
  }

  /** Sends the batch at once and reads one response for each line, in that order. */
  async send(): Promise<void> {
    const batch = this.#batch;
    this.#batch = [];
    if (batch.length > 0) {
      await this.#client.send(batch.map(({ tag, line }) => `@${tag} ${line}\n`).join(""));
    }
    for (const { tag, line } of batch) {
      const response = await this.#client.response();
      this.responses.push(response);
      const [word] = line.split(" ");
      const action = `(?:ok ${word}|err ${word} (?!internal|unavailable)[a-z_]+) `;
      assert.match(response, new RegExp(`^@${tag} ${action}`), line.slice(0, 20));
    }
    this.#expected.push(...batch);
  }

  readonly #expected: Sent[] = [];

  /** Waits until everything caused by the batch has arrived, and checks it in order. */
  async settle(): Promise<void> {
    assert.match(await this.#client.request("@settled ping"), /^@settled ok ping /);
    this.lines = this.#client.transcript.slice(this.#seen);
    this.#seen += this.lines.length;
    for (const line of this.lines) {
      const isResponse = !line.startsWith("event ") && !line.startsWith("@settled ");
      const sent = isResponse ? this.#expected.shift()! : null;
      for (const reader of this.readers) {
        if (sent !== null && line.startsWith(`@${sent.tag} ok leave `)) {
          if (sent.line === `leave ${this.token} ${reader.projectId}`) reader.left();
        } else reader.take(line, sent?.after ?? null);
      }
    }
    assert.equal(this.#expected.length, 0);
  }

  async close(): Promise<void> {
    await this.#client.close();
  }
}
