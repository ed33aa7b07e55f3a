import assert from "node:assert/strict";
import type { Services } from "../../lib/actions/action.ts";
import { ACTIONS } from "../../lib/actions/mod.ts";
import type { AuditEntry } from "../../lib/audit/audit_entry.ts";
import { Authenticator } from "../../lib/auth/authenticator.ts";
import { LoginThrottle } from "../../lib/auth/login_throttle.ts";
import { SessionUses } from "../../lib/auth/session_uses.ts";
import { Tokens } from "../../lib/auth/token.ts";
import { Dispatcher } from "../../lib/dispatch.ts";
import { Turns } from "../../lib/queues/turns.ts";
import type { Peer } from "../../lib/rooms/peer.ts";
import { Rooms } from "../../lib/rooms/rooms.ts";
import type { ServerOptions } from "../../lib/server/options/server_options.ts";
import { openSqliteStore } from "../../lib/store/sqlite/open_sqlite_store.ts";
import { inlinePasswords } from "../auth/inline_passwords.ts";
import { clockOf } from "../clock_of.ts";
import { testLimits } from "../server_fixture.ts";

/** The figures of a server that measures nothing. */
const NO_FIGURES: Services["figures"] = {
  stats: () =>
    Promise.resolve({
      ...{ connections: 0, entered: 0, messages: 0, users: 0, projects: 0, tasks: 0 },
      ...{ uptime_s: 0, requests: 0, errors: 0, store_bytes: 0, log_bytes: 0 },
      version: "0.0.0",
      backup: null,
    }),
  minutes: () => ({
    since: "1970-01-01T00:00:00.000Z",
    ...{ connections: [], messages: [], requests: [], delivery_p50_ms: [], delivery_p99_ms: [] },
    ...{ store_bytes: [], log_bytes: [] },
  }),
};

/** A log of one day, in which nothing happened. */
const EMPTY_LOG: Services["logs"] = {
  days: () => Promise.resolve([{ day: "30_10_2024", actions: ["reg"] }]),
  files: () => Promise.resolve(["reg"]),
  page: () => Promise.resolve({ entries: [], more: false }),
};

/** A connection without a socket that records what it is sent. */
export class RecordingPeer implements Peer {
  static #count = 0;
  readonly id = ++RecordingPeer.#count;
  closed = false;
  trusted = false;
  readonly lines: string[] = [];
  readonly #world: World;

  constructor(world: World, readonly address: string, readonly operator?: true) {
    this.#world = world;
  }

  admit(): boolean {
    return true;
  }

  send(line: Uint8Array): void {
    this.lines.push(new TextDecoder().decode(line).replace(/\n$/, ""));
  }

  /** Runs one line through the dispatcher and returns its response. */
  async request(text: string): Promise<string> {
    const { promise, resolve } = Promise.withResolvers<string>();
    const { dispatcher } = this.#world;
    await dispatcher.run(dispatcher.recognize({ text }), this, (line) => {
      this.send(line);
      resolve(this.lines.at(-1)!);
    });
    return await promise;
  }

  // deno-lint-ignore no-explicit-any
  async ok(text: string): Promise<any> {
    const response = await this.request(text);
    const json = /^(?:@\S+ )?ok \S+ (\{.*\})$/.exec(response);
    assert(json, `expected ok for ${JSON.stringify(text)}, got ${response}`);
    return JSON.parse(json[1]);
  }

  async err(text: string): Promise<string> {
    const response = await this.request(text);
    const code = /^(?:@\S+ )?err \S+ ([a-z_]+) \S/.exec(response);
    assert(code, `expected err for ${JSON.stringify(text)}, got ${response}`);
    return code[1];
  }

  /** Returns the events sent since the last call. */
  events(): string[] {
    return this.lines.splice(0).filter((line) => line.startsWith("event "));
  }

  /** Like `events`, as type and JSON. */
  // deno-lint-ignore no-explicit-any
  told(): [string, any][] {
    return this.events().map((line) => {
      const [, type, json] = /^event ([a-z_]+) (\{.*\})$/.exec(line)!;
      return [type, JSON.parse(json)];
    });
  }

  /** Registers, logs in, and returns the token. */
  async join(username: string, password = "matkhau-123"): Promise<string> {
    await this.ok(`reg ${username} ${password}`);
    return (await this.ok(`login ${username} ${password}`)).token;
  }
}

/** Every part of the server except sockets and files: an in-memory store and a clock that stands still. */
export class World {
  static readonly START = Date.UTC(2026, 10, 23, 8, 15, 30, 123);
  time = World.START;
  readonly audit: AuditEntry[] = [];
  readonly reports: string[] = [];
  readonly #peers: RecordingPeer[] = [];

  private constructor(
    readonly dispatcher: Dispatcher,
    readonly services: Services,
  ) {}

  static async open(overrides: Partial<ServerOptions> = {}): Promise<World> {
    const secret = await Deno.makeTempDir();
    const limits = testLimits(overrides);
    const clock = clockOf(() => world.time);
    const report = (line: string) => void world.reports.push(line);
    const tokens = await Tokens.open(`${secret}/token_secret`);
    await Deno.remove(secret, { recursive: true });
    const store = await openSqliteStore({ path: ":memory:", report });
    const services: Services = {
      store,
      logs: EMPTY_LOG,
      passwords: inlinePasswords(4),
      tokens,
      authenticator: new Authenticator({
        tokens,
        findSession: (id) => store.findSession(id),
        clock,
      }),
      throttle: new LoginThrottle({ limits, clock }),
      rooms: new Rooms(),
      turns: new Turns(),
      limits,
      registration: (overrides.registration ?? "open") as Services["registration"],
      sessionUses: new SessionUses(),
      settings: [],
      figures: NO_FIGURES,
      clock,
      actions: ACTIONS,
    };
    const audit = (entry: AuditEntry) => void world.audit.push(entry);
    const world = new World(new Dispatcher({ services, audit, report }), services);
    return world;
  }

  peer(address = "192.0.2.1"): RecordingPeer {
    const peer = new RecordingPeer(this, address);
    this.#peers.push(peer);
    return peer;
  }

  /** A connection of the operator. */
  operator(): RecordingPeer {
    return new RecordingPeer(this, "127.0.0.1", true);
  }

  /** Registers an admin. @returns the connection and the token */
  async admin(username: string): Promise<[RecordingPeer, string]> {
    const peer = this.peer();
    const token = await peer.join(username);
    await this.operator().ok(`set_role - ${username} admin`);
    return [peer, token];
  }

  /** Does what the listener does when a connection closes. */
  disconnect(peer: RecordingPeer): void {
    peer.closed = true;
    for (const event of this.services.rooms.disconnect(peer)) this.dispatcher.publish(event);
  }

  /** Does what the server does periodically: ends sessions in rooms and watches whose tokens have expired. */
  sweep(): void {
    const seconds = this.time / 1000;
    for (const event of this.services.rooms.endSessions(({ expiresAt }) => expiresAt <= seconds)) {
      this.dispatcher.publish(event);
    }
  }

  async close(): Promise<void> {
    this.services.turns.close();
    this.services.passwords.close();
    await this.services.store.close();
  }
}

/** Registers a test that gets a world of its own. */
export function testInWorld(
  name: string,
  test: (world: World) => Promise<void>,
  overrides: Partial<ServerOptions> = {},
): void {
  Deno.test(name, async () => {
    const world = await World.open(overrides);
    try {
      await test(world);
    } finally {
      await world.close();
    }
  });
}

/** Leaves the lines of activity out of a page of messages. */
export function written<T extends { notice?: unknown }>(messages: T[]): T[] {
  return messages.filter(({ notice }) => notice === undefined);
}

/** Creates project 1 with the owner alice and the member bob, whose line of activity is message 1. */
export async function room(world: World) {
  const [alice, bob] = [world.peer(), world.peer()];
  const token = await alice.join("alice");
  const bobToken = await bob.join("bob");
  await alice.ok(`new_project ${token} Website`);
  await alice.ok(`add_group ${token} 1 bob`);
  return { alice, bob, token, bobToken };
}
