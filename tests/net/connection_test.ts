import assert from "node:assert/strict";
import { setImmediate } from "node:timers/promises";
import { systemTimers } from "../../lib/timers.ts";
import type { Dispatcher } from "../../lib/dispatch.ts";
import { Connection } from "../../lib/net/connection.ts";
import type { ServerConn } from "../../lib/net/server_conn.ts";
import { AccountConnections } from "../../lib/net/admission/account_connections.ts";
import { RequestTurns } from "../../lib/net/request_turns.ts";
import { SilenceTracker } from "../../lib/net/admission/silence_tracker.ts";
import { testLimits } from "../server_fixture.ts";

/** A connection without a valid token, whose client is controlled by the test; each line is answered with `answer`. */
function newConnection(answer: Uint8Array, requestTurns = new RequestTurns()) {
  const clock = { now: 0 };
  const silent = new SilenceTracker<Connection>({ monotonic: () => clock.now });
  const inLine = new SilenceTracker<Connection>({ monotonic: () => clock.now });
  let reading = Promise.withResolvers<number | null>();
  let writing = Promise.withResolvers<number>();
  let into = new Uint8Array();
  const conn = {
    read(buffer: Uint8Array) {
      into = buffer as Uint8Array<ArrayBuffer>;
      return reading.promise;
    },
    write: () => writing.promise,
    closeWrite: () => Promise.resolve(),
    close: () => reading.resolve(null),
  };
  const dispatcher = {
    recognize: () => ({}),
    run(_incoming: unknown, _peer: unknown, send: (line: Uint8Array) => void) {
      send(answer);
      return Promise.resolve();
    },
    closing: () => "event closing {}",
  };
  const accounts = new AccountConnections<Connection>(1);
  const connection = new Connection(1, conn as unknown as ServerConn, {
    address: "192.0.2.1",
    dispatcher: dispatcher as unknown as Dispatcher,
    limits: testLimits(),
    timers: systemTimers,
    accounts,
    turns: requestTurns,
    silent,
    inLine,
  });
  const turns = async () => {
    for (let turn = 0; turn < 3; turn++) await setImmediate();
  };
  return {
    connection,
    accounts,
    clock,
    silent,
    inLine,
    ended: connection.run().finally(() => requestTurns.close()),
    async send(text: string) {
      const { written } = new TextEncoder().encodeInto(text, into);
      const read = reading;
      reading = Promise.withResolvers();
      read.resolve(written);
      await turns();
    },
    async take(bytes: number) {
      const write = writing;
      writing = Promise.withResolvers();
      write.resolve(bytes);
      await turns();
    },
    /** Ends the connection as its client does. */
    close: () => conn.close(),
    async reset() {
      writing.reject(new Deno.errors.ConnectionReset());
      await turns();
    },
  };
}

Deno.test("a connection that takes its answers, however slowly, is not silent", async () => {
  const { clock, silent, send, take, reset, ended } = newConnection(new Uint8Array(50_000));
  await send("help\n");
  for (let i = 0; i < 10; i++) {
    clock.now += 100;
    assert.equal([...silent.since(100)].length, 1);
    await take(1_000);
    assert.equal([...silent.since(1)].length, 0);
  }
  await reset();
  assert.equal((await ended).reason, "write_failed");
});

Deno.test("a connection that is gone with answers untaken and a line begun is waited for no more", async () => {
  const { silent, inLine, send, reset, ended } = newConnection(new Uint8Array(50_000));
  await send("help\nhelp\nhel");
  assert.deepEqual(
    [silent.size, inLine.size],
    [1, 0],
    "the second waits for the first to be taken",
  );
  await reset();
  assert.equal((await ended).reason, "write_failed");
  assert.deepEqual([silent.size, inLine.size], [0, 0]);
});

Deno.test("a line is begun when it is read, while other connections have the turn", async () => {
  const never = new Promise<void>(() => {});
  class OthersTurn extends RequestTurns {
    override begin = () => never;
  }
  const { connection, inLine, send, close } = newConnection(new Uint8Array(), new OthersTurn());
  await send("hel");
  assert.deepEqual([inLine.size, connection.inHand], [1, 0]);
  await send("p\n");
  assert.deepEqual([inLine.size, connection.inHand], [1, 1], "the request waits for its turn");
  close();
});

Deno.test("a closed connection takes no place of its account, though a request of it is still served", async () => {
  const { connection, accounts, close, ended } = newConnection(new Uint8Array());
  close();
  await ended;
  accounts.release(connection);
  assert.equal(connection.admit(1), true);
  const other = newConnection(new Uint8Array());
  assert.equal(accounts.admit(other.connection, 1, 0), true);
  other.close();
  await other.ended;
});
