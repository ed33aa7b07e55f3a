import assert from "node:assert/strict";
import {
  type KeyedLogin,
  type Login,
  LoginTable,
  type LoginTableOptions,
} from "../../../client/session/login_table.ts";

const SERVER = "chung.example:7070";
const NOON = Date.parse("2026-11-26T12:00:00Z");

function loginOf(username: string, changes: Partial<Login> = {}): Login {
  const expires_at = "2026-11-27T12:00:00.000Z";
  return { server: SERVER, username, token: `${username}.b.c`, expires_at, ...changes };
}

/** A table at noon, and what is kept of it. */
function table(options: LoginTableOptions = {}) {
  let now = NOON;
  const kept = { logins: [] as KeyedLogin[], writes: 0 };
  const keeper = {
    read: () => kept.logins,
    write: (logins: KeyedLogin[]) => {
      kept.logins = logins;
      kept.writes++;
    },
  };
  const open = () => new LoginTable({ keeper, clock: { wall: () => now }, ...options });
  return { logins: open(), kept, again: open, wait: (ms: number) => void (now += ms) };
}

// Guard (web): what a browser holds is a random key, which says nothing of the token
Deno.test("LoginTable gives each login a key of its own, which is not kept", () => {
  const { logins, kept } = table();
  const keys = [logins.add(loginOf("alice")), logins.add(loginOf("alice"))];
  assert.notEqual(keys[0], keys[1]);
  for (const key of keys) {
    assert.match(key, /^[\w-]{43}$/);
    assert.equal(logins.token(key, SERVER), "alice.b.c");
    assert(!JSON.stringify(kept.logins).includes(key));
  }
  assert.equal(logins.token(kept.logins[0].hash, SERVER), null);
});

// Guard (web): a token goes to no server but the one that issued it
Deno.test("LoginTable gives a token for its own server only", () => {
  const { logins } = table();
  const key = logins.add(loginOf("alice"));
  const others = ["other.example:7070", "chung.example:7071", `tls://${SERVER}`, "x", ""];
  for (const server of others) {
    assert.equal(logins.token(key, server), null, server);
    assert(logins.has(key));
  }
  const safe = logins.add(loginOf("alice", { server: `tls://${SERVER}` }));
  assert.equal(logins.token(safe, SERVER), null);
  for (const key of ["", "k".repeat(43), "alice.b.c"]) assert(!logins.has(key), key);
});

Deno.test("LoginTable keeps its logins over a restart until they are removed or end", () => {
  const { logins, kept, again, wait } = table();
  const alice = logins.add(loginOf("alice"));
  const bob = logins.add(loginOf("bob", { expires_at: "2026-11-28T12:00:00.000Z" }));
  const carol = logins.add(loginOf("carol", { expires_at: "" }));
  const restarted = again();
  assert.equal(restarted.token(alice, SERVER), "alice.b.c");
  restarted.remove(alice);
  restarted.remove(alice);
  assert.equal(kept.writes, 4);
  assert.deepEqual(kept.logins.map(({ username }) => username), ["bob", "carol"]);
  wait(2 * 86_400_000 - 1);
  const later = again();
  assert.equal(later.token(bob, SERVER), "bob.b.c");
  wait(1);
  assert.equal(later.token(bob, SERVER), null);
  assert.equal(later.token(carol, SERVER), "carol.b.c", "the server says when this one ends");
  assert.deepEqual(kept.logins.map(({ username }) => username), ["carol"]);
});

Deno.test("LoginTable forgets ended logins when another comes", () => {
  const { logins, wait } = table();
  logins.add(loginOf("alice"));
  wait(86_400_000);
  logins.add(loginOf("bob", { expires_at: "2026-11-28T12:00:00.000Z" }));
  assert.equal(logins.size, 1);
});

// Guard (accounts): whoever logs in to the client again and again logs out nobody else
Deno.test("LoginTable is bounded: an account's own oldest login goes, or one of who has the most", () => {
  const { logins } = table({ most: 6, mostOfAccount: 4 });
  const bob = logins.add(loginOf("bob"));
  const alice = Array.from(
    { length: 20 },
    (_, at) => logins.add(loginOf(at % 2 ? "alice" : "Alice")),
  );
  assert.equal(logins.size, 5);
  assert.deepEqual(alice.map((key) => logins.has(key)), alice.map((_, at) => at >= 16));
  const elsewhere = logins.add(loginOf("alice", { server: "other.example:1" }));
  const carol = logins.add(loginOf("carol"));
  assert.equal(logins.size, 6);
  assert(!logins.has(alice[16]), "who has the most gives way");
  for (const key of [bob, carol, elsewhere, ...alice.slice(17)]) assert(logins.has(key));
});

Deno.test("LoginTable refuses a token that could write another request", () => {
  const { logins, kept } = table();
  for (const token of ["", "a b", "a\nchat", "ế", "a,b", "x".repeat(4_097)]) {
    assert.throws(() => logins.add(loginOf("alice", { token })), TypeError, token);
  }
  assert.equal(kept.writes, 0);
});
