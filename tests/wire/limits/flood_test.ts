import assert from "node:assert/strict";
import { withFolder } from "../../folder.ts";
import { openSqliteStore } from "../../../lib/store/sqlite/open_sqlite_store.ts";
import type { Writes } from "../../../lib/store/writes.ts";
import type { Store } from "../../../lib/store/store.ts";
import { Commit } from "../../../lib/store/commit.ts";
import type { LineClient } from "../../line_client.ts";
import { withServer } from "../with_server.ts";

/** Creates a room of alice with the member bob, and tokens of both. */
async function makeRoom(connect: () => Promise<LineClient>) {
  const alice = await connect();
  const bob = await connect();
  const tokens = { alice: await alice.join("alice"), bob: await bob.join("bob") };
  await alice.ok(`new_project ${tokens.alice} Website`);
  await alice.ok(`add_group ${tokens.alice} 1 bob`);
  return { alice, bob, tokens };
}

async function expectAnswers(client: LineClient, count: number): Promise<void> {
  for (let i = 0; i < count; i++) assert.match(await client.response(), /^ok chat /);
}

// Guard (floods): a quiet member's message goes before what a flood has waiting
Deno.test("a message beside a flood is stored and delivered in turn, and the flood is answered", async () => {
  await withServer(async ({ connect }) => {
    const { alice, bob, tokens } = await makeRoom(connect);
    const watcher = await connect();
    await alice.ok(`new_project ${tokens.alice} Quiet`);
    await alice.ok(`add_group ${tokens.alice} 2 bob`);
    await alice.ok(`enter ${tokens.alice} 2`);
    const [connections, each] = [16, 1_500];
    let answered = 0;
    const flooding = Array.from({ length: connections }, async () => {
      const client = await connect();
      await client.send(`chat ${tokens.alice} 1 hello\n`.repeat(each));
      for (let i = 0; i < each; i++, answered++) {
        assert.match(await client.response(), /^ok chat /);
      }
    });
    const newest = async () => (await watcher.ok(`history ${tokens.bob} 1 1`)).messages[0]?.id ?? 0;
    while (await newest() < 2_000);
    // Right after the start of a flood, the first messages may wait for full transactions; later ones don't.
    for (let i = 0; i < 5; i++) {
      await bob.chat(tokens.bob, 2, "first");
      await alice.event();
    }
    const behind: number[] = [];
    for (let i = 0; i < 10; i++) {
      const before = await newest();
      behind.push((await bob.chat(tokens.bob, 2, `quiet ${i}`)).id - before);
      const [type, { message }] = await alice.event();
      assert.deepEqual([type, message], ["chat", `quiet ${i}`]);
    }
    assert(answered < connections * each, "it was delivered amid the flood");
    // In order of arrival it would be about 4,000.
    assert(Math.max(...behind) < 1_000, `stored after ${behind} others`);
    await Promise.all(flooding);
  });
});

// Guard (accounts): a flood of cheap requests keeps no other account waiting
Deno.test("a message beside a flood of cheap requests waits for few of them", async (test) => {
  for (const line of ["ping", "whoami %"]) {
    await test.step(line, async () => {
      await withServer(async ({ connect }) => {
        const { bob, tokens } = await makeRoom(connect);
        const lines = `${line.replace("%", tokens.alice)}\n`.repeat(500);
        let answered = 0;
        let flooding = true;
        const floods = Array.from({ length: 40 }, async () => {
          const client = await connect();
          while (flooding) {
            await client.send(lines);
            for (let i = 0; i < 500; i++, answered++) await client.response();
          }
        });
        const behind: number[] = [];
        while (answered < 40_000) await bob.ok("ping");
        for (let i = 0; i < 10; i++) {
          const before = answered;
          await bob.chat(tokens.bob, 1, `quiet ${i}`);
          behind.push(answered - before);
        }
        flooding = false;
        await Promise.all(floods);
        const median = behind.toSorted((a, b) => a - b)[5];
        // With a part of each turn for each connection it would be about 20,000.
        assert(median < 5_000, `answered after ${behind} others`);
      });
    });
  }
});

Deno.test("what one connection pipelines in the names of two keeps its order in a flood", async () => {
  await withServer(async ({ connect }) => {
    const { alice, tokens } = await makeRoom(connect);
    const both = await connect();
    const count = 500;
    await alice.send(`chat ${tokens.alice} 1 flood\n`.repeat(count));
    await both.send(
      Array.from({ length: count }, (_, i) => {
        // More by one user than by the other: with turns by user they would be mixed.
        const token = i % 5 === 0 ? tokens.bob : tokens.alice;
        return `chat ${token} 1 ${i}\n`;
      }).join(""),
    );
    await Promise.all([alice, both].map((client) => expectAnswers(client, count)));
    const { messages } = await both.ok(`history ${tokens.bob} 1 1000`);
    assert.deepEqual(
      messages.map(({ message }: { message: string }) => message)
        .filter((text: string) => text !== "flood"),
      Array.from({ length: count }, (_, i) => String(i)),
    );
  });
});

/** A store that holds back writes to rooms until released. */
function heldStore(store: Store) {
  const held: (() => void)[] = [];
  let holding = true;
  const write: Store["write"] = (name, input, scheduling) => {
    if (name !== "addMessage") return store.write(name, input, scheduling);
    const commit = new Commit<Writes[typeof name]["output"]>();
    const add = () =>
      store.write(name, input, scheduling).settle(
        (value) => commit.resolve(value),
        (error) => commit.reject(error),
      );
    if (holding) held.push(add);
    else add();
    return commit;
  };
  return {
    held,
    goOn() {
      holding = false;
      for (const add of held.splice(0)) add();
    },
    store: new Proxy(store, {
      get(target, name) {
        if (name === "write") return write;
        const value = Reflect.get(target, name, target);
        return typeof value === "function" ? value.bind(target) : value;
      },
    }),
  };
}

// Guard (floods): a flood stays in its socket
Deno.test("of a connection that floods the server takes 256 requests, and leaves the rest in the socket", async () => {
  await withFolder(async (directory) => {
    const opened = await openSqliteStore({ path: `${directory}/data` });
    const { held, goOn, store } = heldStore(opened);
    await withServer(
      async ({ server, connect }) => {
        const { alice, tokens } = await makeRoom(connect);
        const flooder = await Deno.connect({ port: server.port });
        const [count, text] = [20_000, "x".repeat(2_000)];
        const bytes = new TextEncoder().encode(`chat ${tokens.alice} 1 ${text}\n`.repeat(count));
        let taken = 0;
        const sending = (async () => {
          while (taken < bytes.length) {
            taken += await flooder.write(bytes.subarray(taken, taken + 64 * 1024));
          }
        })();
        // Buffers are full when nothing more is taken while another client is served many times.
        for (let before = -1; taken !== before || held.length < 256;) {
          before = taken;
          for (let i = 0; i < 200; i++) await alice.ok("ping");
        }
        assert.equal(held.length, 256);
        assert(taken < bytes.length / 2, `${taken} of ${bytes.length} bytes were taken`);
        goOn();
        let answers = 0;
        let rest = "";
        const decoder = new TextDecoder();
        const buffer = new Uint8Array(256 * 1024);
        while (answers < count) {
          const read = await flooder.read(buffer);
          assert(read !== null);
          const lines = (rest + decoder.decode(buffer.subarray(0, read), { stream: true }))
            .split("\n");
          rest = lines.pop()!;
          for (const line of lines) assert.match(line, /^ok chat /);
          answers += lines.length;
        }
        await sending;
        flooder.close();
      },
      {},
      { directory, store },
    );
  });
});
