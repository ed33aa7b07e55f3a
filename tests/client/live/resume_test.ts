import assert from "node:assert/strict";
import { withFolder } from "../../folder.ts";
import { LoginTable } from "../../../client/session/login_table.ts";
import { LineClient } from "../../line_client.ts";
import { startTestServer, type TestServer } from "../../server_fixture.ts";
import { CuttingProxy } from "./cutting_proxy.ts";
import { EventReader } from "./event_reader.ts";
import { startTestClient, type TestBrowser, type TestClient } from "../test_browser.ts";

/** Pseudo-random numbers from 0 to 1, the same each time, so that failures can be reproduced. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** A browser's page of a room, live, across every break. */
class Page {
  readonly seen: number[] = [];
  readonly texts = new Map<number, string>();
  /** The number of streams opened. */
  streams = 0;
  #lastId = "";
  #stream: EventReader | null = null;

  constructor(
    readonly path: string,
    /** Resolves when the client is running. */
    readonly browser: () => Promise<TestBrowser>,
  ) {}

  /** @param breakAfter returns the number of events to read before breaking off */
  async read(until: (page: Page) => boolean, breakAfter: () => number): Promise<void> {
    while (!until(this)) {
      const stream = await this.#open();
      for (let left = breakAfter(); (left > 0 || stream.midway) && !until(this); left--) {
        const event = await stream.next();
        if (event === null) break;
        this.#take(event.type, event.data);
        this.#lastId = stream.lastId || this.#lastId;
      }
      await stream.cancel();
    }
  }

  async #open(): Promise<EventReader> {
    for (;;) {
      const browser = await this.browser();
      const response = await browser.get(
        `${this.path}/events?after=0.0`,
        this.#lastId === "" ? {} : { "last-event-id": this.#lastId },
      );
      if (response.status === 200) {
        this.streams++;
        return new EventReader(response);
      }
      await response.body?.cancel();
    }
  }

  #take(type: string, data: { id: number; message: string }): void {
    if (type === "chat") this.seen.push(data.id);
    if (type === "chat" || type === "edit" || type === "delete") {
      assert(this.texts.has(data.id) || type === "chat", "an edit of something never seen");
      this.texts.set(data.id, data.message);
    }
  }
}

Deno.test("a page sees each of thousands of messages once and in order, however often the line breaks", async () => {
  await withFolder(async (directory) => {
    // Separate ones for the writer and the reader: neither depends on the other's progress.
    const [random, chance] = [randomNumbers(1), randomNumbers(2)];
    let server: TestServer = await startTestServer({}, { directory });
    const { port } = server;
    const proxy = new CuttingProxy({ hostname: "127.0.0.1", port });
    const logins = new LoginTable();
    const startClient = () => startTestClient(proxy.address, { random: () => 0.1, logins });
    let client: TestClient = await startClient();
    let browser = client.browser();
    let writer = await LineClient.connect(port);
    /** Resolves when both programs are running. */
    let running = Promise.resolve();

    const restart = async (what: "server" | "client") => {
      const started = Promise.withResolvers<void>();
      running = started.promise;
      if (what === "server") {
        await writer.close();
        await server.close();
        server = await startTestServer({ port }, { directory });
        writer = await LineClient.connect(port);
      } else {
        const { cookies } = browser;
        client.close();
        client = await startClient();
        browser = client.browser();
        for (const [name, value] of cookies) browser.cookies.set(name, value);
      }
      started.resolve();
    };

    try {
      await browser.join("bob");
      const token = await writer.join("alice");
      const { project: { id } } = await writer.ok(`new_project ${token} Website`);
      await writer.ok(`add_group ${token} ${id} [bob]`);
      const path = `/projects/${id}`;
      const page = new Page(path, () => running.then(() => browser));

      const written: number[] = [];
      /** Writes messages by Alice, and edits and deletes earlier ones in between. */
      const write = async (count: number) => {
        const lines: string[] = [];
        for (let i = 0; i < count; i++) {
          lines.push(`chat ${token} ${id} message ${written.length + i}`);
          if (written.length === 0 || random() > 0.3) continue;
          const earlier = written[Math.floor(random() * written.length)];
          if (random() < 0.9) lines.push(`edit ${token} ${earlier} edited ${i} ${random()}`);
          else lines.push(`delete ${token} ${earlier}`);
        }
        await writer.send(lines.map((line) => `${line}\n`).join(""));
        for (const line of lines) {
          const response = await writer.response();
          // Some messages were already deleted.
          const fine = response.startsWith("ok ") || response.includes(" message_not_found ");
          assert(fine, `${line}: ${response}`);
          if (!line.startsWith("chat")) continue;
          written.push(JSON.parse(response.slice("ok chat ".length)).message.id);
        }
      };
      /** Sends a message by Bob repeatedly, until it is acknowledged. */
      const say = async (text: string) => {
        for (let status = 0; status !== 303;) {
          const response = await (await running.then(() => browser))
            .post(path, { message: text, tag: `tag-${text}` });
          ({ status } = response);
          await response.body?.cancel();
        }
      };

      const isOver = ({ texts }: Page) => [...texts.values()].at(-1) === "over";
      // Usually early, but sometimes only after a whole page of changes, which share one number.
      const reading = page.read(isOver, () => Math.ceil(chance() * (chance() < 0.9 ? 100 : 4_000)));
      for (let round = 0; round < 30; round++) {
        proxy.cutAfter(Math.floor(random() * 15_000));
        await Promise.all([write(100), say(`of bob ${round}`)]);
        if (round % 5 === 4) proxy.cut();
        if (round === 12) await restart("server");
        if (round === 18) await restart("client");
        if (round === 22) {
          // Far behind: by more than a page of messages and more than a page of changes.
          proxy.cut(true);
          await write(2_600);
          proxy.restore();
        }
        if (round === 26) await Promise.all([restart("server"), restart("client")]);
      }
      // The final change, to the final message.
      const last = (await writer.ok(`chat ${token} ${id} the end`)).message.id;
      await writer.ok(`edit ${token} ${last} over`);
      await reading;

      const log = new Map<number, string>();
      for (let more = true, after = 0; more;) {
        const answer = await writer.ok(`history ${token} ${id} 1000 - ${after}`);
        for (const { id, message } of answer.messages) log.set(id, message);
        ({ more } = answer);
        after = answer.messages.at(-1).id;
      }
      // The first is the line of activity.
      assert.equal(log.size, 1 + 30 * 101 + 2_600 + 1);
      assert.deepEqual(page.seen, [...log.keys()], "each once and in order");
      assert.deepEqual([...page.texts], [...log], "as they are in the end");
      assert(page.streams > 10 && proxy.connections > 20, "the line did break");
      assert.deepEqual(server.reports, []);
      assert.deepEqual(client.reports, []);
    } finally {
      client.close();
      await writer.close();
      await proxy.close();
      await server.close();
    }
  });
});
