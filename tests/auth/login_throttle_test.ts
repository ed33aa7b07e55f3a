import assert from "node:assert/strict";
import fc from "fast-check";
import { type LoginAttempt, LoginThrottle } from "../../lib/auth/login_throttle.ts";
import { clockOf } from "../clock_of.ts";

const LIMITS = { maxFailedLogins: 3, loginWaitSeconds: 30, maxLoginWaitSeconds: 100 };

function newThrottle(capacity?: number) {
  const clock = { now: 1_000_000 };
  const throttle = new LoginThrottle({ limits: LIMITS, clock: clockOf(() => clock.now), capacity });
  const fail = async (times: number, name = "alice", address = "10.0.0.1") => {
    for (let time = 0; time < times; time++) (await throttle.begin(name, address)).fail();
  };
  const refusal = async (name = "alice", address = "10.0.0.1"): Promise<string | null> => {
    let attempt: LoginAttempt;
    try {
      attempt = await throttle.begin(name, address);
    } catch (error) {
      assert.ok(error instanceof Error && "code" in error);
      assert.equal(error.code, "rate_limited");
      return /in \d+ s$/.exec(error.message)![0];
    }
    attempt.abandon();
    return null;
  };
  return { clock, throttle, fail, refusal };
}

Deno.test("LoginThrottle makes wait 30 s, doubling up to the longest, when failures go on", async () => {
  const { clock, fail, refusal } = newThrottle();
  await fail(2);
  assert.equal(await refusal(), null);
  await fail(1);
  for (const seconds of [30, 60, 100, 100]) {
    assert.equal(await refusal(), `in ${seconds} s`);
    clock.now += 1;
    assert.equal(await refusal(), `in ${seconds} s`);
    clock.now += seconds * 1000 - 1001;
    assert.equal(await refusal(), "in 1 s");
    clock.now += 999;
    assert.equal(await refusal(), "in 1 s");
    clock.now += 1;
    assert.equal(await refusal(), null);
    await fail(1);
  }
});

Deno.test("LoginThrottle makes wait after the protocol's ten failures, up to 15 min", async () => {
  let now = 0;
  const limits = { maxFailedLogins: 10, loginWaitSeconds: 30, maxLoginWaitSeconds: 900 };
  const throttle = new LoginThrottle({ limits, clock: clockOf(() => now) });
  for (let time = 0; time < 10; time++) (await throttle.begin("alice", "::1")).fail();
  for (const seconds of [30, 60, 120, 240, 480, 900, 900]) {
    await assert.rejects(throttle.begin("alice", "::1"), {
      name: "ChungError",
      code: "rate_limited",
      message: `too many failed logins: try again in ${seconds} s`,
    });
    now += seconds * 1000;
    (await throttle.begin("alice", "::1")).fail();
  }
});

Deno.test("LoginThrottle forgets failures when a login succeeds", async () => {
  const { clock, throttle, fail, refusal } = newThrottle();
  await fail(2);
  (await throttle.begin("alice", "10.0.0.1")).succeed();
  await fail(2);
  assert.equal(await refusal(), null);
  await fail(1);
  clock.now += 30_000;
  (await throttle.begin("alice", "10.0.0.1")).succeed();
  await fail(2);
  assert.equal(await refusal(), null);
});

const others: [title: string, name: string, address: string, expected: string | null][] = [
  ["the same name in another case", "ALICE", "10.0.0.1", "in 30 s"],
  ["another name", "bob", "10.0.0.1", null],
  ["another address", "alice", "10.0.0.2", null],
  ["a name that runs into the address", "1 alice", "10.0.0.", null],
];

for (const [title, name, address, expected] of others) {
  Deno.test(`LoginThrottle ${expected === null ? "lets through" : "refuses"} ${title}`, async () => {
    const { fail, refusal } = newThrottle();
    await fail(3);
    assert.equal(await refusal(name, address), expected);
  });
}

Deno.test("LoginThrottle lets no more through at once than may fail one after another", async () => {
  const { clock, throttle, fail, refusal } = newThrottle();
  await fail(1);
  const inHand = [
    await throttle.begin("alice", "10.0.0.1"),
    await throttle.begin("Alice", "10.0.0.1"),
  ];
  const order: string[] = [];
  const third = throttle.begin("ALICE", "10.0.0.1").then((attempt) => {
    order.push("third began");
    return attempt;
  });
  await refusal("bob");
  order.push("first ends");
  inHand[0].abandon();
  (await third).abandon();
  assert.deepEqual(order, ["first ends", "third began"]);
  inHand[1].fail();
  await fail(1);
  clock.now += 30_000;
  const last = await throttle.begin("alice", "10.0.0.1");
  const waiting = [refusal(), refusal(), refusal()];
  last.fail();
  assert.deepEqual(await Promise.all(waiting), ["in 60 s", "in 60 s", "in 60 s"]);
});

Deno.test("LoginThrottle lets everyone in, in turn, when many log in with the right password", async () => {
  const { throttle } = newThrottle();
  let inHand = 0;
  let most = 0;
  await Promise.all(Array.from({ length: 200 }, async () => {
    const attempt = await throttle.begin("class", "10.0.0.1");
    most = Math.max(most, ++inHand);
    await Promise.resolve();
    inHand--;
    attempt.succeed();
  }));
  assert.equal(most, LIMITS.maxFailedLogins);
});

Deno.test("LoginThrottle counts an attempt once when it is finished again", async () => {
  const { throttle, fail, refusal } = newThrottle();
  const attempt = await throttle.begin("alice", "10.0.0.1");
  attempt.abandon();
  attempt.fail();
  attempt.fail();
  attempt.succeed();
  await fail(2);
  assert.equal(await refusal(), null);
});

Deno.test("LoginThrottle makes nobody wait longer when the clock is set back", async () => {
  const { clock, fail, refusal } = newThrottle();
  await fail(3);
  clock.now -= 900_000;
  assert.equal(await refusal(), "in 100 s");
  clock.now += 100_000;
  assert.equal(await refusal(), null);
});

Deno.test("LoginThrottle forgets the oldest failure when there are more than it may keep", async () => {
  const { fail, refusal } = newThrottle(2);
  await fail(3, "alice");
  await fail(3, "bob");
  await fail(3, "carol");
  assert.equal(await refusal("alice"), null);
  assert.equal(await refusal("bob"), "in 30 s");
  assert.equal(await refusal("carol"), "in 30 s");
});

Deno.test("LoginThrottle counts a failure that took no time as any other", async () => {
  const { throttle, fail, refusal } = newThrottle();
  for (let time = 0; time < 2; time++) (await throttle.begin("alice", "10.0.0.1")).failAtOnce();
  assert.equal(await refusal(), null);
  await fail(1);
  assert.equal(await refusal("ALICE"), "in 30 s");
  for (let time = 0; time < 3; time++) (await throttle.begin("bob", "10.0.0.1")).failAtOnce();
  assert.equal(await refusal("bob"), "in 30 s");
});

// Guard (passwords): failures that cost nothing push no wait out of memory
Deno.test("LoginThrottle forgets no failure, however many follow that took no time", async () => {
  const { throttle, fail, refusal } = newThrottle(2);
  await fail(3, "alice");
  await fail(2, "bob");
  for (let name = 0; name < 100; name++) {
    (await throttle.begin(`nobody${name}`, "10.0.0.1")).failAtOnce();
  }
  assert.equal(await refusal("alice"), "in 30 s");
  (await throttle.begin("bob", "10.0.0.1")).failAtOnce();
  assert.equal(await refusal("bob"), "in 30 s");
});

Deno.test("LoginThrottle keeps count of what is in hand when there are more than it may keep", async () => {
  const { throttle, fail, refusal } = newThrottle(1);
  const inHand = await Promise.all(
    Array.from({ length: 3 }, () => throttle.begin("alice", "10.0.0.1")),
  );
  await fail(1, "bob");
  await fail(1, "carol");
  const waiting = refusal("alice");
  for (const attempt of inHand) attempt.fail();
  assert.equal(await waiting, "in 30 s");
  assert.equal(await refusal("alice"), "in 30 s");
});

Deno.test("LoginThrottle never lets more wrong guesses through than the limit and its waits", async () => {
  const step = fc.oneof(
    fc.constant("begin" as const),
    fc.constant("finish" as const),
    fc.nat(40_000),
  );
  await fc.assert(fc.asyncProperty(fc.array(step, { maxLength: 200 }), async (steps) => {
    const { clock, throttle } = newThrottle();
    const start = clock.now;
    const inHand: LoginAttempt[] = [];
    let guesses = 0;
    for (const action of steps) {
      if (action === "finish") inHand.shift()?.fail();
      else if (typeof action === "number") clock.now += action;
      else {
        throttle.begin("alice", "10.0.0.1").then((attempt) => {
          inHand.push(attempt);
          guesses++;
        }, () => {});
      }
      // Admission and waking take a few microtasks.
      for (let turn = 0; turn < 8; turn++) await Promise.resolve();
    }
    let allowed = 3;
    let wait = 30_000;
    for (
      let left = clock.now - start;
      left >= wait;
      left -= wait, wait = Math.min(wait * 2, 100_000)
    ) {
      allowed++;
    }
    assert.ok(guesses <= allowed, `${guesses} guesses where ${allowed} are allowed`);
  }));
});
