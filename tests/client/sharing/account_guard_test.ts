import assert from "node:assert/strict";
import { AccountGuard } from "../../../client/sharing/account_guard.ts";
import type { AccountRequests } from "../../../client/upstream/account_requests.ts";
import { ServerUnreachable } from "../../../client/upstream/server_unreachable.ts";
import { ChungError } from "../../../lib/errors.ts";

const MINUTE = 60_000;
const RIGHT = "matkhau-123";

/** A server that knows one password, and what it was asked. */
class CountingServer implements AccountRequests {
  readonly server = "127.0.0.1:7070";
  readonly inTheClear = false;
  readonly asked: string[] = [];
  /** Delays every answer. */
  held: Promise<void> = Promise.resolve();

  absence() {
    return Promise.resolve(null);
  }

  async faults() {
    this.asked.push("help");
    await this.held;
    return {};
  }

  async register(username: string) {
    this.asked.push(`reg ${username}`);
    await this.held;
  }

  async join(_code: string, username: string) {
    await this.register(username);
  }

  async confirm(username: string, password: string) {
    await this.login(username, password);
  }

  async login(username: string, password: string) {
    this.asked.push(`login ${username}`);
    await this.held;
    if (password !== RIGHT) throw new ChungError("bad_credentials", "no");
    const user = { id: 1, username, role: "user" as const };
    return { token: "a.b.c", user, expires_at: "2099-01-01T00:00:00.000Z" };
  }
}

function setup() {
  let now = 1_800_000_000_000;
  const server = new CountingServer();
  const guard = new AccountGuard({ wall: () => now, monotonic: () => now });
  return {
    server,
    from: (address: string) => guard.guarded(server, address),
    advance: (milliseconds: number) => now += milliseconds,
  };
}

const limited = (error: unknown) => error instanceof ChungError && error.code === "rate_limited";
const wrong = (error: unknown) => error instanceof ChungError && error.code === "bad_credentials";

// Guard (passwords): with one client for many, who guesses at one address is stopped before the server stops them all
Deno.test("AccountGuard refuses a visitor's sixth guess of a name before the server counts it", async () => {
  const { server, from, advance } = setup();
  // At the login, and where the current password is asked for before it is changed.
  for (let i = 0; i < 3; i++) await assert.rejects(from("203.0.113.9").login("lan", "x"), wrong);
  for (let i = 0; i < 2; i++) await assert.rejects(from("203.0.113.9").confirm("lan", "x"), wrong);
  await assert.rejects(from("203.0.113.9").login("LAN", RIGHT), limited);
  await assert.rejects(from("203.0.113.9").confirm("lan", RIGHT), limited);
  assert.equal(server.asked.length, 5);
  // Others get in: from elsewhere under that name, from there under theirs.
  await from("198.51.100.1").login("lan", RIGHT);
  await from("203.0.113.9").login("minh", RIGHT);
  advance(30_000);
  await from("203.0.113.9").login("lan", RIGHT);
});

// Guard (passwords): with one client for many, no visitor's address makes everybody wait by failing under all names
Deno.test("AccountGuard lets one address fail thirty times, then once in five minutes, whatever the names", async () => {
  const { server, from, advance } = setup();
  const guess = (at: number, address = "203.0.113.9") => from(address).login(`name${at}`, "x");
  for (let i = 0; i < 30; i++) await assert.rejects(guess(i), wrong);
  await assert.rejects(guess(30), limited);
  // A success gives no failure back: anybody may have an account of their own.
  advance(5 * MINUTE);
  await from("203.0.113.9").login("minh", RIGHT);
  await assert.rejects(guess(31), wrong);
  await assert.rejects(guess(32), limited);
  assert.equal(server.asked.length, 32);
  await assert.rejects(guess(33, "198.51.100.1"), wrong);
});

Deno.test("AccountGuard counts the addresses of one IPv6 network together", async () => {
  const { from } = setup();
  for (let i = 0; i < 5; i++) {
    await assert.rejects(from(`2001:db8::${i}`).login("lan", "x"), wrong);
  }
  await assert.rejects(from("2001:db8::abcd").login("lan", RIGHT), limited);
  await from("2001:db8:0:1::1").login("lan", RIGHT);
});

Deno.test("AccountGuard counts no login that the server did not answer", async () => {
  const { server, from } = setup();
  server.login = () => Promise.reject(new ServerUnreachable("away"));
  for (let i = 0; i < 50; i++) {
    await assert.rejects(from("203.0.113.9").login("lan", RIGHT), ServerUnreachable);
  }
});

Deno.test("AccountGuard lets an office register on one day, and no stranger fill the server", async () => {
  const { server, from, advance } = setup();
  for (let i = 0; i < 50; i++) {
    await from("203.0.113.9").register(`n${i}`, RIGHT, `${i}`);
    await from("203.0.113.9").join("code", `j${i}`, RIGHT, `j${i}`);
  }
  await assert.rejects(from("203.0.113.9").register("one-more", RIGHT, "f"), limited);
  await assert.rejects(from("203.0.113.9").join("code", "one-more", RIGHT, "f"), limited);
  assert.equal(server.asked.length, 100);
  await from("198.51.100.1").register("other", RIGHT, "f");
  advance(5 * MINUTE);
  await from("203.0.113.9").register("one-more", RIGHT, "f");
});

Deno.test("AccountGuard leaves a visitor sixteen requests at once of the client's sixty-four", async () => {
  const { server, from } = setup();
  const { promise, resolve } = Promise.withResolvers<void>();
  server.held = promise;
  const visitor = from("203.0.113.9");
  const many = Array.from({ length: 16 }, (_, i) => visitor.faults(`n${i}`, "x"));
  await assert.rejects(visitor.faults("n", "x"), ServerUnreachable);
  await assert.rejects(visitor.register("n", RIGHT, "f"), ServerUnreachable);
  const other = from("198.51.100.1").faults("n", "x");
  resolve();
  await Promise.all([...many, other]);
  await visitor.login("minh", RIGHT);
});
