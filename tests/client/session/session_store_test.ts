import assert from "node:assert/strict";
import { NOTHING } from "../../../client/shared/cursor.ts";
import { SessionStore } from "../../../client/session/session_store.ts";
import { ServerUnreachable } from "../../../client/upstream/server_unreachable.ts";
import { LineClient } from "../../line_client.ts";
import { startTestServer } from "../../server_fixture.ts";
import { ScriptedPeer } from "../scripted_peer.ts";
import { ManualTimers } from "../manual_timers.ts";

async function withTokens(
  names: string[],
  run: (tokens: string[], server: { hostname: string; port: number }) => Promise<void>,
): Promise<void> {
  const server = await startTestServer();
  const client = await LineClient.connect(server.port);
  try {
    const tokens: string[] = [];
    for (const name of names) tokens.push(await client.join(name));
    await run(tokens, { hostname: "127.0.0.1", port: server.port });
  } finally {
    await client.close();
    await server.close();
  }
}

Deno.test("find gives one session a token, and null when the token is not good", async () => {
  await withTokens(["alice"], async ([token], server) => {
    const store = new SessionStore({ server });
    const [one, two] = await Promise.all([store.find(token), store.find(token)]);
    assert.equal(one, two);
    assert.equal(one!.user.username, "alice");
    for (const bad of ["garbage", "a.b.c", `${token}x`, "x".repeat(4_000)]) {
      assert.equal(await store.find(bad), null, bad.slice(0, 20));
    }
    assert.equal(store.size, 1, "what is not good is not kept");
    store.close();
    await assert.rejects(store.find(token), ServerUnreachable);
  });
});

Deno.test("find throws ServerUnreachable when a new token can't be asked about", async () => {
  const gone = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const { port } = gone.addr;
  gone.close();
  const store = new SessionStore({ server: { hostname: "127.0.0.1", port } });
  await assert.rejects(store.find("a.b.c"), ServerUnreachable);
  assert.equal(store.size, 0);
  store.close();
});

Deno.test("a session exists only once the server has said whose token it is", async () => {
  const peer = new ScriptedPeer();
  const store = new SessionStore({ server: peer.address });
  let found = false;
  const finding = store.find("a.b.c").then((session) => {
    found = true;
    return session;
  });
  const connection = await peer.accept();
  assert.equal(await connection.line(), "whoami a.b.c");
  assert(!found);
  // What follows the answer in the same write is heard too: the token ends here.
  const user = { id: 1, username: "alice", role: "user" };
  const whoami = { user, expires_at: "2026-11-24T00:00:00Z" };
  await connection.send(
    `ok whoami ${JSON.stringify(whoami)}\nevent token_ended {"user":"alice"}\n`,
  );
  const session = await finding;
  assert.equal(session!.user.username, "alice");
  assert.equal(store.size, 0);
  await assert.rejects(session!.projects(), ServerUnreachable);

  const waiting = store.find("d.e.f");
  await (await peer.accept()).line();
  store.closeAll();
  await assert.rejects(waiting, ServerUnreachable);
  assert.equal(store.size, 0);
  store.close();
  peer.close();
});

Deno.test("SessionStore closes the longest unused session when it is full", async () => {
  await withTokens(["alice", "bob", "carol", "dave"], async (tokens, server) => {
    const timers = new ManualTimers();
    const store = new SessionStore({ server, timers, most: 2 });
    const alice = (await store.find(tokens[0]))!;
    timers.advance(10);
    const bob = (await store.find(tokens[1]))!;
    timers.advance(10);
    assert.equal(await store.find(tokens[0]), alice);
    const { id } = await bob.createProject("Website");
    await store.find(tokens[2]);
    assert.equal(store.size, 2);
    await assert.rejects(alice.projects(), ServerUnreachable);
    // A session with an open tab stays.
    const carol = (await store.find(tokens[2]))!;
    const own = await carol.createProject("Website");
    for (const tab of [bob.events(id, NOTHING), carol.events(own.id, NOTHING)]) await tab.next();
    timers.advance(10);
    await assert.rejects(store.find(tokens[3]), ServerUnreachable);
    store.close();
    timers.advance(60_000);
  });
});

// Guard (web): whoever has the most sessions open gives way first when all are in use
Deno.test("SessionStore ends a session of the account with the most when all have a tab open", async () => {
  await withTokens(["alice", "eve"], async ([alice, eve], server) => {
    const line = await LineClient.connect(server.port);
    const more = [];
    for (let i = 0; i < 2; i++) {
      more.push((await line.ok("login eve matkhau-123")).token);
    }
    const store = new SessionStore({ server, most: 3 });
    const open = async (token: string) => {
      const session = (await store.find(token))!;
      const { id } = await session.createProject("Website");
      await session.events(id, NOTHING).next();
      return session;
    };
    const own = await open(alice);
    const first = await open(eve);
    await open(more[0]);
    const last = await open(more[1]);
    await assert.rejects(first.projects(), ServerUnreachable);
    await own.projects();
    await last.projects();
    store.close();
    await line.close();
  });
});

Deno.test("SessionStore closes a session when nobody used it for five minutes", async () => {
  await withTokens(["alice", "bob"], async (tokens, server) => {
    const timers = new ManualTimers();
    const store = new SessionStore({ server, timers });
    const alice = (await store.find(tokens[0]))!;
    const bob = (await store.find(tokens[1]))!;
    const { id } = await alice.createProject("Website");
    const tab = alice.events(id, NOTHING);
    await tab.next();
    timers.advance(4 * 60_000);
    assert.equal(store.size, 2);
    timers.advance(60_000);
    assert.equal(store.size, 1);
    assert.equal(await store.find(tokens[0]), alice, "who has a tab open stays");
    await assert.rejects(bob.projects(), ServerUnreachable);
    store.close();
    timers.advance(60_000);
  });
});
