import assert from "node:assert/strict";
import { Upstream, type UpstreamOptions } from "../../../client/upstream/upstream.ts";
import { ServerUnreachable } from "../../../client/upstream/server_unreachable.ts";
import type { Message } from "../../../lib/model/message.ts";
import type { ActionName } from "../../../lib/protocol/replies.ts";
import { ChungError } from "../../../lib/errors.ts";
import { ManualTimers } from "../manual_timers.ts";
import { type PeerConnection, ScriptedPeer } from "../scripted_peer.ts";

interface Setup {
  peer: ScriptedPeer;
  timers: ManualTimers;
  upstream: Upstream;
  /** Events and the responses to requests made with `ask`, in the order in which they were read. */
  seen: string[];
  ask(action: ActionName, options?: { again?: boolean; tag?: string }): Promise<unknown>;
}

async function withPeer(
  run: (setup: Setup) => Promise<void>,
  options: Partial<UpstreamOptions> = {},
): Promise<void> {
  const peer = new ScriptedPeer();
  const timers = new ManualTimers();
  const seen: string[] = [];
  const upstream = new Upstream({
    server: peer.address,
    timers,
    random: () => 0.5,
    event: ({ type, data }) => seen.push(`${type} ${JSON.stringify(data)}`),
    connected: () => seen.push("connected"),
    lost: () => seen.push("lost"),
    ...options,
  });
  const ask: Setup["ask"] = (action, { again, tag } = {}) =>
    upstream.request(action, {
      tag,
      again,
      answered: (body) => seen.push(`answer ${JSON.stringify(body)}`),
    });
  try {
    await run({ peer, timers, upstream, seen, ask });
  } finally {
    upstream.close();
    peer.close();
    // The connection's grace period before closing.
    timers.advance(60_000);
  }
}

const message = (id: number, text: string): Message => ({
  id,
  project_id: 1,
  user: "bob",
  message: text,
  timestamp: "2026-11-23T08:15:30.123Z",
});

const chat = (id: number, text: string) => JSON.stringify(message(id, text));

/** Answers every line until the connection ends. */
async function answerAll(connection: PeerConnection): Promise<void> {
  for (let line; (line = await connection.line()) !== null;) {
    await connection.send(`ok ${line} {}\n`);
  }
}

const unreachable = (error: unknown) => error instanceof ServerUnreachable;

Deno.test("Upstream matches answers to requests in order when they come in any pieces", async () => {
  const [first, second] = [chat(1, "ế"), chat(2, "b")];
  const entered = '{"project_id":1,"user":"bob"}';
  // An event that is unknown or malformed is none.
  const stream =
    `event chat ${first}\nok ping {"n":1}\r\n\nevent enter ${entered}\nevent chat {}\n` +
    `err kick not_owner only the owner may\n@t ok leave {"n":3}\nevent of_tomorrow {}\n` +
    `event chat ${second}\n`;
  const expected = [
    "connected",
    `chat ${first}`,
    'answer {"n":1}',
    `enter ${entered}`,
    'answer {"n":3}',
    `chat ${second}`,
  ];
  const bytes = new TextEncoder().encode(stream);
  for (const size of [1, 2, 3, 7, bytes.length]) {
    await withPeer(async ({ peer, ask, seen }) => {
      const answers = Promise.allSettled([ask("ping"), ask("kick"), ask("leave", { tag: "t" })]);
      const connection = await peer.accept();
      const lines = [await connection.line(), await connection.line(), await connection.line()];
      assert.deepEqual(lines, ["ping", "kick", "@t leave"]);
      for (let at = 0; at < bytes.length; at += size) {
        await connection.send(bytes.subarray(at, at + size));
      }
      const [one, two, three] = await answers;
      assert.deepEqual(one, { status: "fulfilled", value: { n: 1 } });
      assert(two.status === "rejected" && two.reason instanceof ChungError);
      assert.deepEqual([two.reason.code, two.reason.message], ["not_owner", "only the owner may"]);
      assert.deepEqual(three, { status: "fulfilled", value: { n: 3 } });
      // An event may still be on its way: a further response comes after it.
      const last = ask("typing");
      await connection.line();
      await connection.send("ok typing {}\n");
      await last;
      assert.deepEqual(seen, [...expected, "answer {}"]);
    });
  }
});

Deno.test("Upstream sends what is asked in one turn in one write", async () => {
  await withPeer(async ({ peer, ask }) => {
    const first = ask("logout");
    const connection = await peer.accept();
    await connection.line();
    await connection.send("ok logout {}\n");
    await first;
    const rest = [ask("ping"), ask("leave"), ask("typing")];
    const buffer = new Uint8Array(1024);
    const length = await connection.conn.read(buffer);
    assert.equal(new TextDecoder().decode(buffer.subarray(0, length!)), "ping\nleave\ntyping\n");
    await connection.send("ok ping {}\nok leave {}\nok typing {}\n");
    await Promise.all(rest);
  });
});

Deno.test("Upstream ends the connection when what it reads is out of step", async () => {
  const wrong = [
    "ok other {}\n",
    "@t ok ping {}\n",
    "HTTP/1.1 400 Bad Request\n",
    "\u0007\n",
    "ok ping {\n",
  ];
  for (const line of wrong) {
    await withPeer(async ({ peer, ask, seen }) => {
      const asked = assert.rejects(ask("ping"), unreachable);
      const connection = await peer.accept();
      await connection.line();
      await connection.send(line);
      await asked;
      assert.deepEqual(seen, ["connected", "lost"], JSON.stringify(line));
      assert.equal(await connection.line(), null);
    });
  }
});

Deno.test("Upstream takes the error when the server could not read the request", async () => {
  await withPeer(async ({ peer, ask }) => {
    const asked = assert.rejects(
      ask("ping"),
      (error) => error instanceof ChungError && error.code === "server_full",
    );
    const connection = await peer.accept();
    await connection.line();
    await connection.send("err - server_full come back later\n");
    await asked;
  });
});

Deno.test("request fails at once when nobody listens, and works when somebody does", async () => {
  const gone = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const { port } = gone.addr;
  gone.close();
  const timers = new ManualTimers();
  const upstream = new Upstream({ server: { hostname: "127.0.0.1", port }, timers });
  await assert.rejects(upstream.request("ping"), unreachable);
  assert.deepEqual(timers.running, [], "nothing waits: no reconnection is wanted");
  using listener = Deno.listen({ hostname: "127.0.0.1", port });
  const asked = upstream.request("ping");
  using conn = await listener.accept();
  await conn.read(new Uint8Array(8));
  await conn.write(new TextEncoder().encode("ok ping {}\n"));
  assert.deepEqual(await asked, {});
  upstream.close();
  timers.advance(60_000);
});

Deno.test("Upstream pauses longer after each failure when it is wanted", async () => {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const { port } = listener.addr;
  listener.close();
  const timers = new ManualTimers();
  const upstream = new Upstream({
    server: { hostname: "127.0.0.1", port },
    timers,
    random: () => 0.4,
    wanted: () => true,
  });
  upstream.wake();
  const pauses: number[] = [];
  for (let i = 0; i < 8; i++) {
    // 5,000 ms is the timeout of the attempt itself.
    const pause = await timers.awaitTimer((ms) => ms !== 5_000);
    pauses.push(pause);
    timers.advance(pause);
  }
  assert.deepEqual(pauses, [100, 200, 400, 800, 1_600, 3_200, 4_000, 4_000]);
  upstream.close();
  // The last attempt ends by itself.
  await timers.awaitTimer((ms) => ms === 5_000);
});

Deno.test("Upstream pauses anew from the shortest when the server has answered", async () => {
  let wanted = true;
  await withPeer(async ({ peer, timers, upstream, ask }) => {
    upstream.wake();
    // Lost without a response: the pauses grow.
    for (const pause of [125, 250, 500]) {
      const connection = await peer.accept();
      connection.close();
      assert.equal(await timers.awaitTimer((ms) => ms < 1_000), pause);
      timers.advance(pause);
    }
    const connection = await peer.accept();
    const asked = ask("ping");
    await connection.line();
    await connection.send("ok ping {}\n");
    await asked;
    connection.close();
    assert.equal(await timers.awaitTimer((ms) => ms < 1_000), 125);
    wanted = false;
  }, { wanted: () => wanted });
});

// Guard (web): an answer that can't be used fails its request, and slows reconnecting down
Deno.test("request fails when its answer can't be used, and Upstream pauses longer each time", async () => {
  await withPeer(async ({ peer, timers, upstream }) => {
    const pauses: number[] = [];
    for (let attempt = 0; attempt < 3; attempt++) {
      const asked = upstream.request("enter");
      const connection = await peer.accept();
      await connection.line();
      await connection.send("ok enter {}\n");
      await assert.rejects(asked, unreachable);
      // The pause before the next connection, not the watchdog of this one.
      const pause = await timers.awaitTimer((ms) => ms < 1_000 && !pauses.includes(ms));
      pauses.push(pause);
      timers.advance(pause);
    }
    assert.deepEqual(pauses, [125, 250, 500]);
  }, { wanted: () => true });
});

Deno.test("Upstream pauses longer each time when its connection is refused", async () => {
  await withPeer(async ({ peer, timers, ask }) => {
    const pauses: number[] = [];
    for (let attempt = 0; attempt < 3; attempt++) {
      const asked = ask("watch");
      const connection = await peer.accept();
      await connection.line();
      await connection.send("err - server_full the server has all the connections it takes\n");
      await assert.rejects(asked, (error: ChungError) => error.code === "server_full");
      connection.close();
      pauses.push(await timers.awaitTimer((ms) => ms < 1_000 && !pauses.includes(ms)));
      timers.advance(pauses.at(-1)!);
    }
    assert.deepEqual(pauses, [125, 250, 500]);
  }, { wanted: () => true });
});

Deno.test("request fails when its answer was lost, but is sent again when that is harmless", async () => {
  await withPeer(async ({ peer, timers, ask, seen }) => {
    const lost = assert.rejects(ask("leave"), unreachable);
    const first = ask("chat", { again: true, tag: "t1" });
    const second = ask("chat", { again: true, tag: "t2" });
    const before = await peer.accept();
    for (const line of ["leave", "@t1 chat", "@t2 chat"]) assert.equal(await before.line(), line);
    before.close();
    await lost;
    timers.advance(await timers.awaitTimer((ms) => ms < 1_000));
    const after = await peer.accept();
    assert.deepEqual([await after.line(), await after.line()], ["@t1 chat", "@t2 chat"]);
    const [one, two] = [{ message: message(1, "a") }, { message: message(2, "b") }];
    const answers = [`@t1 ok chat ${JSON.stringify(one)}`, `@t2 ok chat ${JSON.stringify(two)}`];
    await after.send(`${answers.join("\n")}\n`);
    assert.deepEqual(await Promise.all([first, second]), [one, two]);
    assert.deepEqual(seen, [
      "connected",
      "lost",
      "connected",
      `answer ${JSON.stringify(one)}`,
      `answer ${JSON.stringify(two)}`,
    ]);
  });
});

Deno.test("request that may be sent again fails when its time is over", async () => {
  await withPeer(async ({ peer, timers, ask }) => {
    const asked = assert.rejects(ask("chat", { again: true, tag: "t1" }), unreachable);
    const connection = await peer.accept();
    await connection.line();
    timers.advance(15_000);
    await asked;
    // The late response keeps its place in the order.
    const next = ask("ping");
    await connection.send(`@t1 ok chat {"message":${chat(1, "a")}}\nok ping {"n":2}\n`);
    assert.deepEqual(await next, { n: 2 });
  });
});

Deno.test("Upstream sends a ping when nothing was heard, and is lost when it stays unanswered", async () => {
  await withPeer(async ({ peer, timers, ask, seen }) => {
    const first = ask("logout");
    const connection = await peer.accept();
    await connection.line();
    await connection.send("ok logout {}\n");
    await first;
    timers.advance(30_000);
    assert.equal(await connection.line(), "ping");
    await connection.send('ok ping {"time":"2026-11-23T08:15:30.123Z"}\n');
    const second = ask("leave");
    assert.equal(await connection.line(), "leave");
    await connection.send("ok leave {}\n");
    await second;
    assert.deepEqual(seen, ["connected", "answer {}", "answer {}"]);
    // From here on the peer doesn't respond.
    const third = assert.rejects(ask("typing"), unreachable);
    timers.advance(20_000);
    await third;
    assert.equal(seen.at(-1), "lost");
  });
});

Deno.test("request is refused when too many wait for their answers", async () => {
  await withPeer(async ({ peer, ask }) => {
    const waiting = Array.from({ length: 256 }, () => ask("ping"));
    await assert.rejects(ask("ping"), unreachable);
    const connection = await peer.accept();
    const answering = answerAll(connection);
    await Promise.all(waiting);
    await ask("ping");
    connection.conn.closeWrite();
    await answering;
  });
});

Deno.test("close fails what waits and lets nothing connect again", async () => {
  await withPeer(async ({ peer, upstream, ask, timers }) => {
    const asked = assert.rejects(ask("chat", { again: true, tag: "t" }), unreachable);
    const connection = await peer.accept();
    await connection.line();
    upstream.close();
    await asked;
    assert.equal(await connection.line(), null);
    await assert.rejects(ask("ping"), unreachable);
    upstream.wake();
    assert.equal(upstream.online, false);
    assert.deepEqual(timers.running.filter((ms) => ms !== 1_000), []);
  });
});
