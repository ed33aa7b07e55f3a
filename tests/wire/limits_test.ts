import assert from "node:assert/strict";
import { LineClient } from "../line_client.ts";
import { withServer } from "./with_server.ts";

Deno.test("150 connections chat at once", async () => {
  await withServer(async ({ connect }) => {
    const owner = await connect();
    const token = await owner.join("alice");
    await owner.ok(`new_project ${token} Class`);
    const clients = await Promise.all(Array.from({ length: 149 }, connect));
    await Promise.all(clients.map((client) => client.ok(`enter ${token} 1`)));
    await Promise.all(clients.map((client, i) => client.chat(token, 1, `from ${i}`)));
    for (const client of clients) {
      const texts = new Set<string>();
      while (texts.size < 148) {
        const [type, data] = await client.event();
        if (type === "chat") texts.add(data.message);
      }
    }
  });
});

Deno.test("a connection past --max-connections is told so and closed, and the others stay", async () => {
  await withServer(async ({ server, connect }) => {
    const clients = await Promise.all(Array.from({ length: 100 }, connect));
    for (const client of clients) await client.ok("ping");
    for (const ask of [false, true]) {
      const late = await LineClient.connect(server.port);
      if (ask) await late.send("ping\n").catch(() => {});
      await late.ended();
      await late.close();
      assert.equal(late.transcript.length, 1);
      assert.match(late.transcript[0], /^err - server_full /);
    }
    await clients[0].ok("ping");
    await clients.pop()!.close();
    // The place is free once the server has seen the end.
    for (let response = ""; !response.startsWith("ok ");) {
      const next = await LineClient.connect(server.port);
      response = await next.request("ping").catch(() => "closed");
      await next.close();
    }
  }, { "max-connections": 100 });
});

Deno.test("a connection that doesn't read is closed at its cap, and delays nobody", async () => {
  await withServer(async ({ server, connect }) => {
    const writer = await connect();
    const token = await writer.join("alice");
    await writer.ok(`new_project ${token} Website`);
    const reader = await connect();
    await reader.ok(`enter ${token} 1`);
    // Its socket is not read: a plain connection without a reading loop.
    const deaf = await Deno.connect({ port: server.port });
    await deaf.write(new TextEncoder().encode(`enter ${token} 1\n`));
    while ((await reader.ok(`members ${token} 1`)).members.length === 0);
    const text = "x".repeat(16_000);
    const count = 800;
    for (let i = 0; i < count; i++) await writer.chat(token, 1, text);
    for (let i = 0; i < count;) if ((await reader.event())[0] === "chat") i++;
    const decoder = new TextDecoder();
    let received = "";
    const buffer = new Uint8Array(1 << 20);
    for (let n; (n = await deaf.read(buffer)) !== null;) {
      received += decoder.decode(buffer.subarray(0, n), { stream: true });
    }
    deaf.close();
    const lines = received.split("\n");
    assert.equal(lines.pop(), "", "it ends at a line's end");
    assert.equal(lines.pop(), 'event closing {"reason":"slow_consumer"}');
    const lastId = JSON.parse(lines.pop()!.slice("event chat ".length)).id;
    assert(lastId < count);
    // Nothing is lost: it resumes after the last message that it has.
    const again = await connect();
    const { messages, more } = await again.ok(`enter ${token} 1 ${lastId}`);
    assert.equal(messages[0].id, lastId + 1);
    assert.equal(typeof more, "boolean");
  }, { "max-output": 64 * 1024 });
});

Deno.test("a connection that shows no valid token is closed after ten minutes of silence", async () => {
  let time = Date.UTC(2026, 10, 23);
  await withServer(
    async ({ server, connect }) => {
      const [silent, talking, member, owner] = await Promise.all([
        connect(),
        connect(),
        connect(),
        connect(),
      ]);
      const token = await owner.join("alice");
      await silent.ok("ping");
      await talking.ok("ping");
      assert.equal(await silent.err("whoami nonsense"), "invalid_token");
      await member.ok(`whoami ${token}`);
      time += 10 * 60 * 1000 - 1;
      server.sweep();
      await talking.ok("ping");
      time += 1;
      server.sweep();
      await silent.ended();
      assert.equal(silent.transcript.at(-1), 'event closing {"reason":"idle"}');
      for (const client of [talking, member, owner]) await client.ok("ping");
    },
    {},
    { now: () => time },
  );
});
