import assert from "node:assert/strict";
import { connectRaw, linesToEnd, say, until } from "../raw_connections.ts";
import { withServer } from "../with_server.ts";

const IDLE = 'event closing {"reason":"idle"}';

/** The number of file descriptors of this process, which is also the server's; 0 where the system doesn't report it. */
function descriptors(): number {
  return Deno.build.os === "linux" ? [...Deno.readDirSync("/proc/self/fd")].length : 0;
}

/** Earlier versions keep a connection with a pending read open until its client closes it (denoland/deno#35292). */
const CLOSES_AT_ONCE = !/^2\.[0-8]\./.test(Deno.version.deno);

// Guard (connections): 1,000 bad connections keep no member out
Deno.test("1,000 silent, half-open and slow connections don't keep a member out, and are dropped and counted", async () => {
  let time = Date.UTC(2026, 10, 23);
  await withServer(
    async ({ server, connect }) => {
      const member = await connect();
      const token = await member.join("alice");
      await member.ok(`new_project ${token} Website`);
      const before = descriptors();
      const open = (count: number) =>
        Promise.all(Array.from({ length: count }, () => connectRaw(server.port)));
      const [silent, within, dripping, deaf, halfOpen] = await Promise.all(
        Array.from({ length: 5 }, () => open(200)),
      );
      await Promise.all([
        ...within.map((conn) => say(conn, "login alice matkh")),
        ...dripping.map((conn) => say(conn, "p")),
        ...deaf.map((conn) => say(conn, "help\nhelp\nping\n")),
      ]);
      await until(() => server.connections().open === 1_001);

      // All connections are held, and a member can connect, log in and chat as usual.
      const other = await connect();
      const { token: again } = await other.ok("login alice matkhau-123");
      await other.ok(`enter ${again} 1`);
      await member.chat(token, 1, "in spite of all");
      assert.equal((await other.event())[1].message, "in spite of all");
      // Members' requests go before those of so many strangers.
      await until(() => server.connections().inHand === 0);

      await Promise.all(halfOpen.map((conn) => conn.closeWrite()));
      await until(() => server.connections().ended.closed_by_client === 200);
      for (let drop = 0; drop < 6; drop++) {
        await Promise.all(dripping.map((conn) => say(conn, "x")));
        assert.equal(server.connections().open, 802, "a line has its time");
        time += 10_000;
      }
      server.sweep();
      await until(() => server.connections().ended.slow_line === 400);
      assert.equal(server.connections().open, 402);
      time += 9 * 60_000 - 1;
      server.sweep();
      assert.equal(server.connections().open, 402, "so has silence");
      time += 1;
      server.sweep();
      // Some of them see the end and close; the others are never heard of again.
      for (const conn of silent.slice(0, 100)) assert.deepEqual(await linesToEnd(conn), [IDLE]);
      await until(() => server.connections().open === 2);
      // Two of another member, and the clients' own that are not closed yet.
      if (CLOSES_AT_ONCE) await until(() => descriptors() <= before + 2 + 900);
      const { ended, refused } = server.connections();
      assert.deepEqual([ended.idle, ended.slow_line], [400, 400]);
      assert.deepEqual(refused, { server_full: 0, address_full: 0, rate_limited: 0 });

      await member.chat(token, 1, "still here");
      assert.equal((await other.event())[1].message, "still here");
      for (const conn of [...silent.slice(100), ...within, ...dripping, ...deaf]) {
        const lines = await linesToEnd(conn);
        assert.equal(lines.at(-1), IDLE);
      }
      for (const conn of halfOpen) assert.deepEqual(await linesToEnd(conn), []);
      await until(() => descriptors() <= before + 2);
      time += 60_000;
      server.sweep();
      const told = server.reports.map((line) =>
        Number(/^connections refused or dropped: (\d+) slow_line /.exec(line)?.[1])
      );
      assert.equal(told.reduce((sum, count) => sum + count), 400);
    },
    {},
    { now: () => time },
  );
});

// Guard (connections): on a full server strangers give way, never members
Deno.test("on a full server the longest silent connection without a valid token gives way", async () => {
  let time = Date.UTC(2026, 10, 23);
  await withServer(
    async ({ server, connect }) => {
      const member = await connect();
      await member.join("alice");
      const dripping = await connectRaw(server.port);
      await until(() => server.connections().open === 2);
      time += 1_000;
      const others = [];
      for (let i = 0; i < 98; i++) {
        others.push(await connect());
        await others[i].ok("ping");
      }
      const late = async () => (await linesToEnd(await connectRaw(server.port))).join();
      time += 20_000;
      await say(dripping, "p");
      await others[0].ok("ping");
      time += 8_999;
      assert.match(await late(), /^err - server_full /, "nobody has been silent for 30 s");
      time += 1;
      // Single bytes don't count as activity; a request does.
      const first = await connect();
      await first.ok("ping");
      assert.deepEqual(await linesToEnd(dripping), [IDLE]);
      assert.match(await late(), /^err - server_full /);
      time += 1_000;
      const second = await connect();
      await second.ok("ping");
      await others[1].ended();
      assert.equal(others[1].transcript.at(-1), IDLE);
      // The member has been silent for longer than any other; only connections without a token give way.
      for (let i = 2; i < 98; i++) {
        await (await connect()).ok("ping");
        await others[i].ended();
      }
      assert.match(await late(), /^err - server_full /);
      for (const one of [member, others[0], first, second]) await one.ok("ping");
      await until(() => server.connections().open === 100);
      const { ended, refused } = server.connections();
      assert.deepEqual([ended.gave_way, ended.idle, refused.server_full], [98, 0, 3]);
      server.sweep();
      assert.equal(server.reports.length, 1, "one line a minute");
    },
    { "max-connections": 100 },
    { now: () => time },
  );
});

Deno.test("who waits for the server doesn't give way, and who is gone is no place", async () => {
  let time = Date.UTC(2026, 10, 23);
  await withServer(
    async ({ server, connect }) => {
      const others = [];
      for (let i = 0; i < 98; i++) others.push(await connect());
      const waiting = await connect();
      const gone = await connectRaw(server.port);
      // Both wait for a slow hash; one disconnects before it is done.
      await waiting.send("login alice matkhau-123\n");
      await say(gone, "login bob matkhau-123\n");
      await until(() => server.connections().inHand === 2);
      gone.close();
      time += 31_000;
      for (const one of others) await one.ok("ping");
      const late = async () => (await linesToEnd(await connectRaw(server.port))).join();
      assert.match(await late(), /^err - server_full /);
      assert.match(await waiting.response(), /^err login bad_credentials /);
      await until(() => server.connections().open === 99);
      await (await connect()).ok("ping");
      assert.match(await late(), /^err - server_full /);
      assert.equal(server.connections().ended.gave_way, 0);
      await waiting.ok("ping");
    },
    { "max-connections": 100, "bcrypt-cost": 12 },
    { now: () => time },
  );
});
