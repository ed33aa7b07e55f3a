import assert from "node:assert/strict";
import { connectRaw, linesToEnd, say, until } from "../raw_connections.ts";
import { withServer } from "../with_server.ts";

const IDLE = 'event closing {"reason":"idle"}';

const drips: [title: string, first: string, drip: string][] = [
  ["a line", "pi", "n"],
  ["an empty line", " ", " "],
  ["a line that is too long already", "x".repeat(70_000), "x".repeat(1_000)],
  ["the line after a request", "ping\npi", "n"],
];

for (const [title, first, drip] of drips) {
  // Guard (connections): a line has a time limit
  Deno.test(`${title} has to end within --line-seconds without a valid token, however it drips`, async () => {
    let time = Date.UTC(2026, 10, 23);
    await withServer(
      async ({ server, connect }) => {
        const slow = await connect();
        const member = await connect();
        const token = await member.join("alice");
        await slow.send(first);
        await member.send(`whoami ${token}`);
        if (first.length > 10) await slow.response();
        await (await connect()).ok("ping");
        for (let i = 0; i < 59; i++) {
          time += 1_000;
          await slow.send(drip);
          server.sweep();
        }
        time += 999;
        server.sweep();
        // A round trip, so that what was sent has arrived.
        await (await connect()).ok("ping");
        assert.equal(server.connections().open, 4);
        time += 1;
        server.sweep();
        await until(() => slow.transcript.at(-1) === IDLE);
        await slow.close();
        await until(() => server.connections().ended.slow_line === 1);
        // A connection with a valid token may take as long as it likes.
        time += 3_600_000;
        server.sweep();
        await member.ok("");
      },
      {},
      { now: () => time },
    );
  });
}

Deno.test("a line that ends in time is no slow one, whatever comes before and after it", async () => {
  let time = Date.UTC(2026, 10, 23);
  await withServer(
    async ({ server, connect }) => {
      const client = await connect();
      // Each line takes 50 s, and the next one begins in the same packet.
      for (let i = 0; i < 10; i++) {
        await client.send("pi");
        await (await connect()).ok("ping");
        time += 50_000;
        server.sweep();
        await client.send("ng\npi");
        assert.match(await client.response(), /^ok ping /);
        time += 9_000;
        server.sweep();
        await client.send("ng\n");
        assert.match(await client.response(), /^ok ping /);
      }
      assert.equal(server.connections().ended.slow_line, 0);
    },
    {},
    { now: () => time },
  );
});

Deno.test("a line waits as long as the server takes for the one before it", async () => {
  let time = Date.UTC(2026, 10, 23);
  await withServer(
    async ({ server, connect }) => {
      const client = await connect();
      await client.send("login alice matkhau-123\npi");
      await until(() => server.connections().inHand === 1);
      time += 3_600_000;
      server.sweep();
      assert.match(await client.response(), /^err login bad_credentials /);
      server.sweep();
      await client.send("ng\n");
      assert.match(await client.response(), /^ok ping /);
    },
    { "bcrypt-cost": 12 },
    { now: () => time },
  );
});

// Guard (connections): a client that asks and never reads is closed
Deno.test("who asks for much and takes none of it doesn't live for ever, and costs little", async () => {
  let time = Date.UTC(2026, 10, 23);
  await withServer(
    async ({ server }) => {
      const deaf = await connectRaw(server.port);
      // More than the system buffers for a connection: the server has to wait for it.
      const asking = say(deaf, "help\n".repeat(10_000)).catch(() => {});
      let most = 0;
      await until(() => {
        most = Math.max(most, server.connections().unreadBytes);
        return most > 16 * 1024;
      });
      // As long as the system accepts more output, that counts as activity.
      await until(() => {
        time += 600_000;
        server.sweep();
        most = Math.max(most, server.connections().unreadBytes);
        return server.connections().ended.idle === 1;
      });
      assert(most < 32 * 1024, `${most} bytes waited`);
      await asking;
      assert(!(await linesToEnd(deaf)).includes(IDLE));
    },
    {},
    { now: () => time },
  );
});
