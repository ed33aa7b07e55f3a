import assert from "node:assert/strict";
import type { Message } from "../../lib/model/message.ts";
import type { LineClient } from "../line_client.ts";
import { withServer } from "./with_server.ts";

/** What people wrote in a client's transcript, from `ok chat` lines, `chat` events and pages, in order of arrival. */
function messagesSeen(client: LineClient): Message[] {
  const seen: Message[] = client.transcript.flatMap((line) => {
    const [, kind, json] = /^(?:@\S+ )?(?:(ok chat|event chat|ok enter) )?(.*)$/.exec(line)!;
    if (kind === "ok chat") return [JSON.parse(json).message];
    if (kind === "event chat") return [JSON.parse(json)];
    if (kind === "ok enter") return JSON.parse(json).messages;
    return [];
  });
  return seen.filter(({ notice }) => notice === undefined);
}

Deno.test("everyone in a room sees every message once and in order when all write at once", async () => {
  await withServer(async ({ connect }) => {
    const owner = await connect();
    const tokens = [await owner.join("user0")];
    const clients = [owner];
    for (let i = 1; i < 8; i++) {
      const client = await connect();
      tokens.push(await client.join(`user${i}`));
      clients.push(client);
    }
    await owner.ok(`new_project ${tokens[0]} Busy`);
    await owner.ok(
      `add_group ${tokens[0]} 1 ${tokens.slice(1).map((_, i) => `user${i + 1}`).join(",")}`,
    );
    for (const [i, client] of clients.entries()) await client.ok(`enter ${tokens[i]} 1`);
    const each = 200;
    await Promise.all(clients.map(async (client, i) => {
      // Some pipeline everything, some wait for each response.
      if (i % 2 === 0) {
        const lines = Array.from({ length: each }, (_, n) => `chat ${tokens[i]} 1 ${i}:${n}\n`);
        await client.send(lines.join(""));
        for (let n = 0; n < each; n++) assert.match(await client.response(), /^ok chat /);
      } else {
        for (let n = 0; n < each; n++) await client.chat(tokens[i], 1, `${i}:${n}`);
      }
    }));
    const total = each * clients.length;
    const stored: Message[] = [];
    for (let before = ""; stored.length < total;) {
      const { messages } = await owner.ok(`history ${tokens[0]} 1 1000 ${before}`);
      stored.unshift(...messages.filter(({ notice }: Message) => notice === undefined));
      before = messages[0].id;
    }
    assert.deepEqual(
      stored.map(({ timestamp }) => timestamp),
      stored.map(({ timestamp }) => timestamp).sort(),
    );
    for (const [i, client] of clients.entries()) {
      while (messagesSeen(client).length < total) await client.event();
      assert.deepEqual(messagesSeen(client), stored, `as user${i} saw it`);
      const own = stored.filter(({ user }) => user === `user${i}`).map(({ message }) => message);
      assert.deepEqual(own, Array.from({ length: each }, (_, n) => `${i}:${n}`));
    }
  });
});

Deno.test("a reader that comes and goes sees every message once and in order", async () => {
  await withServer(async ({ connect }) => {
    const writer = await connect();
    const token = await writer.join("alice");
    const reading = await (await connect()).join("bob");
    await writer.ok(`new_project ${token} Busy`);
    await writer.ok(`add_group ${token} 1 bob`);
    const total = 2_500;
    const writing = (async () => {
      for (let n = 0; n < total; n += 25) {
        await writer.send(
          Array.from({ length: 25 }, (_, i) => `chat ${token} 1 ${n + i}\n`).join(""),
        );
        for (let i = 0; i < 25; i++) assert.match(await writer.response(), /^ok chat /);
      }
    })();
    const seen: Message[] = [];
    for (let visits = 0; seen.length < total; visits++) {
      const reader = await connect();
      for (let more = true; more;) {
        ({ more } = await reader.ok(
          `enter ${reading} 1 ${messagesSeen(reader).at(-1)?.id ?? seen.at(-1)?.id ?? 0}`,
        ));
      }
      for (
        let events = 0;
        events < visits % 7 && seen.length + messagesSeen(reader).length < total;
      ) {
        const [type] = await reader.event();
        if (type === "chat") events++;
      }
      await reader.close();
      seen.push(...messagesSeen(reader));
    }
    await writing;
    assert.deepEqual(
      seen.map(({ message }) => message),
      Array.from({ length: total }, (_, n) => String(n)),
    );
  });
});

Deno.test("connections don't wait for each other's passwords when many log in", async () => {
  await withServer(async ({ connect }) => {
    const chatter = await connect();
    const token = await chatter.join("alice");
    await chatter.ok(`new_project ${token} Website`);
    const others = await Promise.all(Array.from({ length: 12 }, connect));
    const logins = others.map((client) => client.request("login alice matkhau-123"));
    let finished = 0;
    for (const login of logins) login.then(() => finished++);
    for (let i = 0; i < 10; i++) await chatter.chat(token, 1, "meanwhile");
    assert(finished < logins.length, "the chat was answered before the last login");
    for (const login of await Promise.all(logins)) assert.match(login, /^ok login /);
  }, { "bcrypt-cost": 10 });
});
