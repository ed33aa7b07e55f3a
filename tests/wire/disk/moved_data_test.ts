import assert from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import { withFolder } from "../../folder.ts";
import type { LineClient } from "../../line_client.ts";
import { startTestServer } from "../../server_fixture.ts";
import { withServer } from "../with_server.ts";

const posix = { ignore: Deno.build.os === "windows" };

/** Sends messages until one has this response; returns those that were acknowledged before. */
async function chatUntil(client: LineClient, token: string, response: RegExp): Promise<string[]> {
  const acknowledged: string[] = [];
  for (let i = 0;; i++) {
    const text = `${i} ${crypto.randomUUID()}`;
    const line = await client.request(`chat ${token} 1 ${text}`);
    if (response.test(line)) return acknowledged;
    if (line.startsWith("ok ")) acknowledged.push(text);
  }
}

const REFUSED = /^err chat unavailable .*chung\.db/;

// Guard (storage): a data folder that was deleted under the server ends `ok` within a second
Deno.test("chat is unavailable soon after the data folder was deleted", posix, async () => {
  await withServer(async ({ server, connect }) => {
    const client = await connect();
    const token = await client.join("alice");
    await client.ok(`new_project ${token} Website`);
    await Deno.remove(`${server.directory}/data`, { recursive: true });
    await chatUntil(client, token, REFUSED);
    for (let i = 0; i < 10; i++) {
      assert.match(await client.request(`chat ${token} 1 lost`), REFUSED);
    }
    assert.equal(await client.err("reg bob matkhau-123"), "unavailable");
    assert.equal(server.reports.length, 1, server.reports.join("\n"));
  });
});

Deno.test(
  "all that was acknowledged is stored when the data folder was moved away and back",
  posix,
  async () => {
    await withFolder(async (directory) => {
      const away = `${directory}/away`;
      const data = `${directory}/data`;
      const acknowledged: string[] = [];
      await withServer(
        async ({ server, connect }) => {
          const client = await connect();
          const token = await client.join("alice");
          await client.ok(`new_project ${token} Website`);
          await Deno.rename(data, away);
          acknowledged.push(...await chatUntil(client, token, REFUSED));
          await Deno.rename(away, data);
          await chatUntil(client, token, /^ok /);
          await client.chat(token, 1, "back");
          acknowledged.push("back");
          assert.equal(server.reports.length, 2, server.reports.join("\n"));
          assert.equal(server.reports[1], "the database can be written again");
        },
        {},
        { directory },
      );
      const database = new DatabaseSync(`${data}/chung.db`, { readOnly: true });
      const stored = database.prepare("SELECT message FROM chats").all().map(({ message }) =>
        String(message)
      );
      database.close();
      for (const text of acknowledged) assert(stored.includes(text), text);
    });
  },
);

Deno.test(
  "a data folder that was moved away before anything was written is no reason to write elsewhere",
  posix,
  async () => {
    await withFolder(async (directory) => {
      const [data, away] = [`${directory}/data`, `${directory}/away`];
      await (await startTestServer({}, { directory })).close();
      await withServer(
        async ({ connect }) => {
          // The writer's thread hasn't been started yet.
          await Deno.rename(data, away);
          const client = await connect();
          assert.equal(await client.err("reg alice matkhau-123"), "unavailable");
          await Deno.rename(away, data);
          await client.join("alice");
        },
        {},
        { directory },
      );
    });
  },
);
