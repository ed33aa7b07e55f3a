import assert from "node:assert/strict";
import { join } from "node:path";
import fc from "fast-check";
import { Authenticator } from "../../lib/auth/authenticator.ts";
import { Tokens } from "../../lib/auth/token.ts";
import { storedSecret } from "../../lib/model/accounts/stored_secret.ts";
import type { StoredSession } from "../../lib/model/user.ts";
import { clockOf } from "../clock_of.ts";

/** Unix time in seconds. */
const EXPIRES_AT = 2_000;

/** @param secret the token's `jti` */
function stored(secret: string, changes: Partial<StoredSession> = {}): StoredSession {
  return {
    id: storedSecret(secret),
    user: { id: 1, username: "alice", role: "user" },
    disabled: false,
    expiresAt: EXPIRES_AT,
    ended: false,
    ...changes,
  };
}

interface World {
  authenticator: Authenticator;
  sessions: Map<string, StoredSession>;
  /** Ids that the store was asked for. */
  lookups: string[];
  clock: { now: number };
  /** Blocks lookups after they have read the session, until released. */
  holdLookup(): { asked: Promise<void>; release: () => void };
  /** Issues a valid token for a session in the store. */
  issue(secret: string, changes?: Partial<StoredSession>): Promise<string>;
}

async function withWorld(
  test: (world: World) => Promise<void>,
  capacity?: number,
): Promise<void> {
  const folder = await Deno.makeTempDir();
  try {
    const tokens = await Tokens.open(join(folder, "token_secret"));
    const sessions = new Map<string, StoredSession>();
    const lookups: string[] = [];
    const clock = { now: 1_500_000 };
    const asked = Promise.withResolvers<void>();
    let gate = Promise.resolve();
    const holdLookup = () => {
      const { promise, resolve } = Promise.withResolvers<void>();
      gate = promise;
      return { asked: asked.promise, release: resolve };
    };
    const authenticator = new Authenticator({
      tokens,
      findSession: async (id) => {
        lookups.push(id);
        const session = sessions.get(id) ?? null;
        asked.resolve();
        await gate;
        return session;
      },
      clock: clockOf(() => clock.now),
      capacity,
    });
    const issue = (secret: string, changes?: Partial<StoredSession>) => {
      sessions.set(storedSecret(secret), stored(secret, changes));
      return tokens.issue({
        username: "alice",
        id: secret,
        issuedAt: 1_000,
        expiresAt: EXPIRES_AT,
      });
    };
    await test({ authenticator, sessions, lookups, clock, holdLookup, issue });
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

Deno.test("Authenticator gives the session of a token, and at once when it is used again", () =>
  withWorld(async ({ authenticator, lookups, issue }) => {
    const token = await issue("a");
    const expected = {
      id: storedSecret("a"),
      user: { id: 1, username: "alice", role: "user" },
      expiresAt: EXPIRES_AT,
    };
    const first = authenticator.authenticate(token);
    assert.ok(first instanceof Promise);
    assert.deepEqual(await first, expected);
    for (let use = 0; use < 3; use++) {
      assert.deepEqual(authenticator.authenticate(token), expected);
    }
    assert.deepEqual(lookups, ["a"].map(storedSecret));
  }));

Deno.test("Authenticator tells that a session has ended, and no other", () =>
  withWorld(async ({ authenticator, issue }) => {
    const [first, second] = await Promise.all(
      ["a", "b"].map(async (id) => await authenticator.authenticate(await issue(id))),
    );
    const ended = () => [first, second].map((each) => authenticator.hasEnded(each));
    assert.deepEqual(ended(), [false, false]);
    authenticator.end(storedSecret("a"));
    assert.deepEqual(ended(), [true, false]);
  }));

Deno.test("Authenticator.endOf tells a logout from an expiry", () =>
  withWorld(async ({ authenticator, issue, clock }) => {
    const session = await authenticator.authenticate(await issue("a"));
    assert.equal(authenticator.endOf(session), null);
    authenticator.end(storedSecret("a"));
    assert.equal(authenticator.endOf(session)?.code, "invalid_token");
    clock.now = session.expiresAt * 1000;
    assert.equal(authenticator.endOf(session)?.code, "token_expired");
  }));

Deno.test("Authenticator doesn't take a session for ended because others were used since", () =>
  withWorld(async ({ authenticator, issue }) => {
    const session = await authenticator.authenticate(await issue("a"));
    for (const id of ["b", "c", "d"]) await authenticator.authenticate(await issue(id));
    assert.equal(authenticator.hasEnded(session), false);
    authenticator.end(storedSecret("a"));
    assert.equal(authenticator.hasEnded(session), true);
  }, 2));

Deno.test("Authenticator tells that a session has ended when its token was looked up anew before", () =>
  withWorld(async ({ authenticator, issue }) => {
    const token = await issue("a");
    const first = await authenticator.authenticate(token);
    for (const id of ["b", "c"]) await authenticator.authenticate(await issue(id));
    const second = await authenticator.authenticate(token);
    const ended = () => [first, second].map((each) => authenticator.hasEnded(each));
    assert.deepEqual(ended(), [false, false]);
    authenticator.end(storedSecret("a"));
    assert.deepEqual(ended(), [true, true]);
  }, 2));

Deno.test("Authenticator takes a session for ended when its time is over", () =>
  withWorld(async ({ authenticator, clock, issue }) => {
    const [kept, evicted] = [await issue("a"), await issue("b")];
    const sessions = [
      await authenticator.authenticate(evicted),
      await authenticator.authenticate(kept),
    ];
    const ended = () => sessions.map((each) => authenticator.hasEnded(each));
    clock.now = EXPIRES_AT * 1000 - 1;
    assert.deepEqual(ended(), [false, false]);
    clock.now = EXPIRES_AT * 1000;
    assert.deepEqual(ended(), [true, true]);
    assert.throws(() => authenticator.authenticate(kept), { code: "token_expired" });
    assert.deepEqual(ended(), [true, true]);
  }, 1));

Deno.test("Authenticator vouches for no evicted session when more have ended than it remembers", () =>
  withWorld(async ({ authenticator, issue }) => {
    const session = await authenticator.authenticate(await issue("a"));
    const other = await issue("b");
    await authenticator.authenticate(other);
    await authenticator.authenticate(await issue("c"));
    authenticator.end(storedSecret("a"));
    for (const id of ["x", "y", "z"]) authenticator.end(id);
    assert.equal(authenticator.hasEnded(session), true);
    // The store knows what memory doesn't.
    const again = await authenticator.authenticate(other);
    assert.equal(authenticator.hasEnded(again), false);
  }, 2));

const refused: [title: string, session: StoredSession | null][] = [
  ["the store doesn't know its session", null],
  ["its session has ended", stored("a", { ended: true })],
  ["its session ends at another time", stored("a", { expiresAt: EXPIRES_AT + 1 })],
  ["its user is disabled", stored("a", { disabled: true })],
  [
    "its session is another user's",
    stored("a", { user: { id: 2, username: "bob", role: "user" } }),
  ],
  [
    "its user's name is in another case",
    stored("a", {
      user: { id: 1, username: "Alice", role: "user" },
    }),
  ],
];

for (const [title, session] of refused) {
  // Guard (tokens): a session ends when its token says, on every use
  Deno.test(`Authenticator refuses a token each time when ${title}`, () =>
    withWorld(async ({ authenticator, sessions, lookups, issue }) => {
      const token = await issue("a");
      if (session === null) sessions.delete(storedSecret("a"));
      else sessions.set(storedSecret("a"), session);
      for (let use = 1; use <= 2; use++) {
        await assert.rejects(async () => await authenticator.authenticate(token), {
          code: "invalid_token",
        });
        assert.equal(lookups.length, use);
      }
    }));
}

Deno.test("Authenticator shares one check when a token's first uses come together", () =>
  withWorld(async ({ authenticator, lookups, issue }) => {
    const token = await issue("a");
    const uses = Array.from({ length: 10 }, () => authenticator.authenticate(token));
    const sessions = await Promise.all(uses);
    for (const session of sessions) assert.equal(session, sessions[0]);
    assert.deepEqual(lookups, ["a"].map(storedSecret));
  }));

Deno.test("Authenticator refuses a known token when its time is over", () =>
  withWorld(async ({ authenticator, clock, issue }) => {
    const token = await issue("a");
    await authenticator.authenticate(token);
    clock.now = EXPIRES_AT * 1000 - 1;
    assert.ok(!(authenticator.authenticate(token) instanceof Promise));
    clock.now = EXPIRES_AT * 1000;
    assert.throws(() => authenticator.authenticate(token), { code: "token_expired" });
    await assert.rejects(async () => await authenticator.authenticate(token), {
      code: "token_expired",
    });
  }));

Deno.test("Authenticator refuses a token when its time is over while the store is asked", () =>
  withWorld(async ({ authenticator, clock, holdLookup, issue }) => {
    const token = await issue("a");
    const { asked, release } = holdLookup();
    const use = authenticator.authenticate(token);
    await asked;
    clock.now = EXPIRES_AT * 1000;
    release();
    await assert.rejects(async () => await use, { code: "token_expired" });
  }));

Deno.test("Authenticator refuses a token at once when its session has ended", () =>
  withWorld(async ({ authenticator, sessions, issue }) => {
    const token = await issue("a");
    const other = await issue("b");
    await authenticator.authenticate(token);
    await authenticator.authenticate(other);
    sessions.set(storedSecret("a"), stored("a", { ended: true }));
    authenticator.end(storedSecret("a"));
    await assert.rejects(async () => await authenticator.authenticate(token), {
      code: "invalid_token",
    });
    assert.ok(!(authenticator.authenticate(other) instanceof Promise));
  }));

Deno.test("Authenticator refuses a token when its session ends while the store is asked", () =>
  withWorld(async ({ authenticator, sessions, holdLookup, issue }) => {
    const token = await issue("a");
    const { asked, release } = holdLookup();
    const uses = [authenticator.authenticate(token), authenticator.authenticate(token)];
    await asked;
    // The pending lookup has already read the session as valid.
    sessions.set(storedSecret("a"), stored("a", { ended: true }));
    authenticator.end(storedSecret("a"));
    uses.push(authenticator.authenticate(token));
    release();
    for (const { status } of await Promise.allSettled(uses)) assert.equal(status, "rejected");
    await assert.rejects(async () => await authenticator.authenticate(token), {
      code: "invalid_token",
    });
  }));

Deno.test("Authenticator takes a token when another session ends while the store is asked", () =>
  withWorld(async ({ authenticator, holdLookup, issue }) => {
    const token = await issue("a");
    const { asked, release } = holdLookup();
    const use = authenticator.authenticate(token);
    await asked;
    authenticator.end(storedSecret("b"));
    release();
    assert.equal((await use).id, storedSecret("a"));
  }));

Deno.test("Authenticator never gives a session once its end was told, whatever is under way", () =>
  withWorld(async ({ authenticator, sessions, issue }) => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(12)), fc.nat(12), async (starts, endAt) => {
        const secret = `run ${run++}`;
        const id = storedSecret(secret);
        const token = await issue(secret);
        const late: Promise<unknown>[] = [];
        for (let turn = 0; turn <= 13; turn++) {
          for (const start of starts) {
            if (start !== turn) continue;
            const use = (async () => await authenticator.authenticate(token))();
            // A request that began earlier may go either way.
            use.catch(() => {});
            if (turn > endAt) late.push(use);
          }
          if (turn === endAt) {
            sessions.set(id, stored(secret, { ended: true }));
            authenticator.end(id);
          }
          // The steps of the check fall between microtasks as well as between event loop turns.
          if (turn % 3 === 0) await new Promise((resolve) => setImmediate(resolve));
          else await Promise.resolve();
        }
        late.push((async () => await authenticator.authenticate(token))());
        for (const { status } of await Promise.allSettled(late)) assert.equal(status, "rejected");
      }),
      { numRuns: 50 },
    );
  }));

Deno.test("Authenticator keeps the tokens used last when there are more than it may keep", () =>
  withWorld(async ({ authenticator, lookups, issue }) => {
    const [a, b, c] = [await issue("a"), await issue("b"), await issue("c")];
    await authenticator.authenticate(a);
    await authenticator.authenticate(b);
    authenticator.authenticate(a);
    await authenticator.authenticate(c);
    assert.ok(!(authenticator.authenticate(a) instanceof Promise));
    assert.ok(!(authenticator.authenticate(c) instanceof Promise));
    await authenticator.authenticate(b);
    assert.deepEqual(lookups, ["a", "b", "c", "b"].map(storedSecret));
  }, 2));

Deno.test("Authenticator keeps a good token when garbage comes in", () =>
  withWorld(async ({ authenticator, lookups, issue }) => {
    const token = await issue("a");
    await authenticator.authenticate(token);
    for (const garbage of ["", "x".repeat(65_000), `${token}A`, `${token}.`, "eyJ.eyJ.A"]) {
      await assert.rejects(async () => await authenticator.authenticate(garbage), {
        code: "invalid_token",
      });
    }
    assert.ok(!(authenticator.authenticate(token) instanceof Promise));
    assert.deepEqual(lookups, ["a"].map(storedSecret));
  }, 1));

Deno.test("Authenticator asks the store again when it could not be asked", () =>
  withWorld(async ({ authenticator, sessions, issue }) => {
    const token = await issue("a");
    sessions.get = () => {
      throw new Error("the disk is gone");
    };
    await assert.rejects(async () => await authenticator.authenticate(token), /the disk is gone/);
    sessions.get = Map.prototype.get;
    assert.equal((await authenticator.authenticate(token)).id, storedSecret("a"));
  }));
