import assert from "node:assert/strict";
import { setImmediate } from "node:timers/promises";
import type { AuditEntry } from "../../lib/audit/audit_entry.ts";
import type { Clock } from "../../lib/clock.ts";
import type { Dispatcher } from "../../lib/dispatch.ts";
import { SocketLimit } from "../../lib/net/admission/socket_limit.ts";
import { Listener } from "../../lib/net/listener.ts";
import type { ServerConn } from "../../lib/net/server_conn.ts";
import type { ServerSocket } from "../../lib/net/server_socket.ts";
import { Rooms } from "../../lib/rooms/rooms.ts";
import { testLimits } from "../server_fixture.ts";

/** A connection from an address, which sends nothing and records what it receives. */
class FakeConn {
  readonly remoteAddr: Deno.NetAddr;
  readonly told: string[] = [];
  readonly closed = Promise.withResolvers<null>();

  constructor(hostname: string) {
    this.remoteAddr = { transport: "tcp", hostname, port: 50_000 };
  }

  read(): Promise<null> {
    return this.closed.promise;
  }

  write(bytes: Uint8Array): Promise<number> {
    this.told.push(new TextDecoder().decode(bytes));
    return Promise.resolve(bytes.length);
  }

  closeWrite(): Promise<void> {
    this.close();
    return Promise.resolve();
  }

  close(): void {
    this.closed.resolve(null);
  }
}

/** A clock that only the test moves. */
class FakeClock implements Clock {
  #wall = Date.UTC(2026, 10, 23);
  #passed = 0;

  wall(): number {
    return this.#wall;
  }

  monotonic(): number {
    return this.#passed;
  }

  /** Time passes. */
  pass(milliseconds: number): void {
    this.#wall += milliseconds;
    this.#passed += milliseconds;
  }

  /** Somebody sets the machine's clock, by so many milliseconds. */
  set(milliseconds: number): void {
    this.#wall += milliseconds;
  }
}

/** A listener whose connections come from addresses chosen by the test. */
function newListener(
  overrides: Parameters<typeof testLimits>[0],
  { left = null }: { left?: number | null } = {},
) {
  const clock = new FakeClock();
  const reports: string[] = [];
  const log: AuditEntry[] = [];
  let next = Promise.withResolvers<ServerConn>();
  const socket: Pick<ServerSocket, "accept" | "close"> = {
    accept: () => next.promise,
    close() {
      next.promise.catch(() => {});
      next.reject(new Deno.errors.BadResource());
    },
  };
  const dispatcher: Pick<Dispatcher, "closing"> = {
    closing: (reason) => `event closing {"reason":"${reason}"}`,
  };
  const limits = testLimits(overrides);
  const listener = new Listener({
    socket: socket as ServerSocket,
    sockets: new SocketLimit({
      maxConnections: limits.maxConnections,
      reserve: 10,
      left,
      canOpen: () => true,
      report: (line) => reports.push(line),
    }),
    limits,
    dispatcher: dispatcher as Dispatcher,
    rooms: new Rooms(),
    audit: (entry) => log.push(entry),
    clock,
    report: (line) => reports.push(line),
  });
  const turn = async (settle: (accepting: typeof next) => void) => {
    const accepting = next;
    next = Promise.withResolvers();
    settle(accepting);
    for (let turns = 0; turns < 3; turns++) await setImmediate();
  };
  return {
    clock,
    listener,
    reports,
    log,
    /** Accepts a new connection; returns what it is sent if it is refused. */
    async come(hostname: string): Promise<FakeConn> {
      const conn = new FakeConn(hostname);
      await turn((accepting) => accepting.resolve(conn as unknown as ServerConn));
      return conn;
    },
    fail: (error: Error) => turn((accepting) => accepting.reject(error)),
  };
}

const crowds: [title: string, addresses: string[]][] = [
  ["an IPv4 address", ["192.0.2.1"]],
  ["the same as IPv4 and IPv6", ["192.0.2.1", "::ffff:192.0.2.1"]],
  ["a /64 of IPv6", ["2001:db8::1", "2001:db8::2", "2001:db8:0:0:9:9:9:9", "2001:db8::4"]],
];

for (const [title, addresses] of crowds) {
  // Guard (connections): one address has a cap on its connections
  Deno.test(`${title} has so many connections at once, and others have theirs`, async () => {
    const { listener, come } = newListener({ "max-connections-per-address": 4 });
    const served = [];
    for (let i = 0; i < 4; i++) served.push(await come(addresses[i % addresses.length]));
    const refused = await come(addresses[0]);
    assert.deepEqual(refused.told, [
      "err - server_full your address has 4 connections open, as many as it may: close one first\n",
    ]);
    for (const other of ["192.0.2.2", "2001:db8:0:1::1"]) {
      assert.deepEqual((await come(other)).told, []);
    }
    served[0].close();
    await setImmediate();
    assert.deepEqual((await come(addresses[0])).told, []);
    assert.equal((await come(addresses[0])).told.length, 1);
    assert.equal(listener.counts().refused.address_full, 2);
    await listener.close();
  });
}

// Guard (connections): one address has a cap on new connections a minute, also when the clock is set back
Deno.test("an address has so many new connections in a minute, also when the clock is set back", async () => {
  const { clock, listener, come, log } = newListener({ "max-new-connections": 3 });
  const open = async (address: string) => {
    const conn = await come(address);
    conn.close();
    await setImmediate();
    return conn.told.join();
  };
  for (let i = 0; i < 3; i++) {
    assert.equal(await open("192.0.2.1"), "");
    clock.pass(10_000);
  }
  const limited = /^err - rate_limited [^\n]* in (\d+) s\n$/;
  assert.equal(limited.exec(await open("192.0.2.1"))?.[1], "30");
  assert.equal(await open("192.0.2.2"), "");
  clock.set(-3_600_000);
  assert.equal(limited.exec(await open("192.0.2.1"))?.[1], "30");
  clock.pass(29_999);
  assert.equal(limited.exec(await open("192.0.2.1"))?.[1], "1");
  clock.pass(1);
  assert.equal(await open("192.0.2.1"), "");
  assert.equal(listener.counts().refused.rate_limited, 3);
  assert.deepEqual(log.slice(-4).map(({ response }) => response), [
    ...["rate_limited", "rate_limited", "accepted", "closed by the client"],
  ]);
  await listener.close();
});

Deno.test("loopback is exempt from what an address may", async () => {
  const { listener, come } = newListener({
    "max-connections-per-address": 1,
    "max-new-connections": 1,
  });
  for (const address of ["127.0.0.1", "127.3.2.1", "::1", "::ffff:127.0.0.1"]) {
    for (let i = 0; i < 5; i++) assert.deepEqual((await come(address)).told, []);
  }
  assert.equal(listener.counts().open, 20);
  await listener.close();
});

Deno.test("an address at its limits pushes nobody out of a full server", async () => {
  const { clock, listener, come } = newListener({
    "max-connections": 100,
    "max-connections-per-address": 4,
  });
  for (let i = 0; i < 96; i++) await come(`192.0.2.${i}`);
  for (let i = 0; i < 4; i++) await come("198.51.100.1");
  clock.pass(30_000);
  for (let i = 0; i < 1_000; i++) {
    assert.match((await come("198.51.100.1")).told.join(), /server_full your address/);
  }
  assert.equal(listener.counts().ended.gave_way, 0);
  await come("192.0.2.200");
  assert.equal(listener.counts().ended.gave_way, 1);
  await listener.close();
});

Deno.test("an address that a full server refused has none the less of its places", async () => {
  const { listener, come } = newListener({
    "max-connections": 100,
    "max-connections-per-address": 4,
  });
  const served = [];
  for (let i = 0; i < 100; i++) served.push(await come(`192.0.2.${i}`));
  for (let i = 0; i < 10; i++) {
    assert.match((await come("198.51.100.1")).told.join(), /server_full the server/);
  }
  for (const conn of served.slice(0, 4)) {
    conn.close();
    await setImmediate();
    assert.deepEqual((await come("198.51.100.1")).told, []);
  }
  await listener.close();
});

// Guard (connections): a server without a free descriptor drops a silent connection
Deno.test("a silent connection gives way when there is no descriptor for another one", async () => {
  const { clock, listener, come, fail, reports } = newListener({});
  const silent = await come("192.0.2.1");
  clock.pass(30_000);
  await fail(new Error("Too many open files (os error 24)"));
  await silent.closed.promise;
  assert.deepEqual(silent.told, ['event closing {"reason":"idle"}\n']);
  assert.equal(reports.length, 1);
  await listener.close();
});

const back: [title: string, step: number][] = [["an hour", -3_600_000], ["a second", -1_000]];

for (const [title, step] of back) {
  // Guard (connections): a clock set back keeps no silent connection
  Deno.test(`a clock set back by ${title} ends no connection, and keeps no silent one`, async () => {
    const { clock, listener, come } = newListener({});
    const silent = await come("192.0.2.1");
    clock.pass(300_000);
    listener.sweep();
    clock.set(step);
    listener.sweep();
    clock.pass(299_999);
    listener.sweep();
    assert.deepEqual(silent.told, []);
    clock.pass(1);
    listener.sweep();
    await silent.closed.promise;
    assert.deepEqual(silent.told, ['event closing {"reason":"idle"}\n']);
    await listener.close();
  });
}
