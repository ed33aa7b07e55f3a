import assert from "node:assert/strict";
import { connectRaw, linesToEnd, say } from "../raw_connections.ts";
import { withServer } from "../with_server.ts";

/** A non-loopback address of this machine, which counts like another machine's. */
const OWN = Deno.networkInterfaces()
  .find(({ family, address }) => family === "IPv4" && !address.startsWith("127."))?.address;

/** Connects from that address, and returns the first line received after a request. */
async function ask(port: number): Promise<{ conn: Deno.Conn; line: string }> {
  const conn = await connectRaw(port, OWN);
  // A refused connection may already be closed.
  await say(conn, "ping\n").catch(() => {});
  const buffer = new Uint8Array(1024);
  const length = await conn.read(buffer);
  return { conn, line: new TextDecoder().decode(buffer.subarray(0, length ?? 0)) };
}

// Guard (connections): the caps of an address hold with real sockets, and loopback is exempt
Deno.test({
  name: "one address has its connections and no more, while loopback is exempt",
  ignore: OWN === undefined,
  async fn() {
    await withServer(async ({ server, connect }) => {
      const conns = [];
      for (let i = 0; i < 3; i++) {
        const { conn, line } = await ask(server.port);
        assert.match(line, /^ok ping /);
        conns.push(conn);
      }
      const refused = await linesToEnd(await connectRaw(server.port, OWN));
      assert.deepEqual(refused, [
        "err - server_full your address has 3 connections open, as many as it may: close one first",
      ]);
      for (let i = 0; i < 10; i++) await (await connect()).ok("ping");
      const conn = conns.pop()!;
      await conn.closeWrite();
      await linesToEnd(conn);
      // Its place is free once the server has seen its end.
      const { conn: next, line } = await ask(server.port);
      assert.match(line, /^ok ping /);
      for (const each of [...conns, next]) each.close();
    }, { host: "0.0.0.0", "max-connections-per-address": 3 });
  },
});

Deno.test({
  name: "one address has its new connections in a minute and no more, while loopback is exempt",
  ignore: OWN === undefined,
  async fn() {
    let time = Date.UTC(2026, 10, 23);
    await withServer(
      async ({ server, connect }) => {
        for (let i = 0; i < 5; i++) {
          const { conn, line } = await ask(server.port);
          assert.match(line, /^ok ping /);
          conn.close();
        }
        time += 15_000;
        const [refused, ...more] = await linesToEnd(await connectRaw(server.port, OWN));
        assert.match(refused, /^err - rate_limited too many new connections .* in 45 s$/);
        assert.deepEqual(more, []);
        for (let i = 0; i < 10; i++) await (await connect()).ok("ping");
        time += 45_000;
        const { conn, line } = await ask(server.port);
        assert.match(line, /^ok ping /);
        conn.close();
        server.sweep();
        assert.deepEqual(server.reports, [
          "connections refused or dropped: 1 rate_limited (each is in the connection log)",
        ]);
      },
      { host: "0.0.0.0", "max-new-connections": 5 },
      { now: () => time },
    );
  },
});
