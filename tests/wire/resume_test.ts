import assert from "node:assert/strict";
import type { Message } from "../../lib/model/message.ts";
import { CuttingProxy } from "../client/live/cutting_proxy.ts";
import { Follower } from "../follower.ts";
import { LineClient } from "../line_client.ts";
import { withFolder } from "../folder.ts";
import { startTestServer, type TestServer } from "../server_fixture.ts";

const MESSAGES = 4_000;
/** The server is restarted after every this many messages. */
const RESTART_EVERY = 1_300;

const below = (limit: number) => Math.floor(Math.random() * limit);

Deno.test("a reader has each message once and in order when the line is cut again and again", async () => {
  await withFolder(async (directory) => {
    let server = await startTestServer({}, { directory });
    const proxy = new CuttingProxy({ hostname: "127.0.0.1", port: server.port });
    const setup = await LineClient.connect(server.port);
    const token = await setup.join("alice");
    const reading = await setup.join("bob");
    await setup.ok(`new_project ${token} Busy`);
    await setup.ok(`add_group ${token} 1 bob`);
    await setup.close();

    let restarts = 0;
    const restart = async () => {
      restarts++;
      await server.close();
      server = await startTestServer({}, { directory });
      proxy.target.port = server.port;
    };
    const writer = new Writer(() => server, token);
    const writing = writer.run();
    const follower = new Follower("bob", 1);
    let visits = 0;
    // The reader starts with more than a page of messages waiting.
    await writer.ahead.promise;
    let closing: Promise<void> | null = null;
    let written = false;
    writing.then(() => {
      written = true;
      // No further line may arrive to end the visit.
      proxy.cut();
    });
    while (follower.lastId < MESSAGES || !written || follower.more) {
      visits++;
      await visit(proxy, reading, follower, () => {
        if (follower.lastId > (restarts + 1) * RESTART_EVERY) closing ??= restart();
        return written || below(60) === 0;
      });
      // While the server is down, new clients wait.
      await closing;
      closing = null;
    }
    await writing;
    // The last edit may have come after the last visit's page.
    for (let more = true; more; more = follower.more) {
      await visit(proxy, reading, follower, () => true);
    }
    const reader = await LineClient.connect(server.port);
    const stored: Message[] = [];
    for (let more = true; more;) {
      const page = await reader.ok(`history ${reading} 1 - - ${stored.at(-1)?.id ?? 0}`);
      stored.push(...page.messages);
      ({ more } = page);
    }
    // And the line of activity.
    assert.equal(stored.length, MESSAGES + 1);
    assert.deepEqual(follower.messages(), stored);
    assert(stored.some(({ deleted }) => deleted) && stored.some(({ edited_at }) => edited_at));
    assert(visits > 20, `the line was cut ${visits} times`);
    assert(restarts >= 2, `the server was started again ${restarts} times`);
    await reader.close();
    await proxy.close();
    await server.close();
  });
});

/** Enters where the follower left off, and reads until `enough` or until the connection breaks; then cuts it. */
async function visit(
  proxy: CuttingProxy,
  token: string,
  follower: Follower,
  enough: () => boolean,
): Promise<void> {
  const conn = await Deno.connect(proxy.address);
  const enter = async () => {
    const line = `enter ${token} 1 ${follower.lastId} ${follower.lastChange}\n`;
    await conn.write(new TextEncoder().encode(line)).catch(() => {});
  };
  follower.inside = false;
  await enter();
  let cut = false;
  for await (const line of linesOf(conn)) {
    // What was in flight at the cut is read to its end.
    follower.take(line);
    if (line.startsWith("ok enter ") && follower.more) await enter();
    if (!cut && enough()) {
      cut = true;
      proxy.cut();
    }
  }
  conn.close();
}

/** Yields whole lines, without one that is cut off. */
async function* linesOf(conn: Deno.Conn): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  const buffer = new Uint8Array(16 * 1024);
  let rest = "";
  for (;;) {
    const length = await conn.read(buffer).catch(() => null);
    if (length === null) return;
    const lines = (rest + decoder.decode(buffer.subarray(0, length), { stream: true })).split("\n");
    rest = lines.pop()!;
    yield* lines;
  }
}

/** Chats without pause, edits and deletes messages, and resends what a closed server left unanswered. */
class Writer {
  /** Resolves when more messages exist than fit on a page. */
  readonly ahead = Promise.withResolvers<void>();
  #said = 0;

  constructor(readonly server: () => TestServer, readonly token: string) {}

  async run(): Promise<void> {
    let client: LineClient | null = null;
    let unanswered: string[] = [];
    while (this.#said < MESSAGES || unanswered.length > 0) {
      if (unanswered.length === 0) unanswered = this.#next();
      if (this.#said > 1_200) this.ahead.resolve();
      try {
        client ??= await LineClient.connect(this.server().port);
        await client.send(unanswered.join(""));
        while (unanswered.length > 0) {
          assert.match(
            await client.response(),
            /^(@\S+ )?(ok (chat|edit|delete)|err \S+ message_)/,
          );
          unanswered.shift();
        }
      } catch (error) {
        if (error instanceof assert.AssertionError) throw error;
        await client?.close();
        client = null;
        await new Promise((resolve) => setTimeout(resolve));
      }
    }
    await client?.close();
  }

  #next(): string[] {
    const lines: string[] = [];
    for (let count = below(30) + 1; count > 0 && this.#said < MESSAGES; count--) {
      const number = this.#said++;
      lines.push(`@m${number} chat ${this.token} 1 message ${number}\n`);
    }
    const id = below(this.#said) + 1;
    if (below(2) === 0) lines.push(`edit ${this.token} ${id} edited ${this.#said}\n`);
    if (below(6) === 0) lines.push(`delete ${this.token} ${below(this.#said) + 1}\n`);
    return lines;
  }
}
