import assert from "node:assert/strict";
import fc from "fast-check";
import type { PasswordPoolOptions } from "../../lib/auth/password_pool.ts";
import { clockOf } from "../clock_of.ts";
import { pooledPasswords, withPooledPasswords } from "./pooled_passwords.ts";

Deno.test("PasswordPool answers in the order of asking when jobs wait for one worker", () =>
  withPooledPasswords({ workers: 1 }, async (passwords) => {
    const order: number[] = [];
    const all = Array.from(
      { length: 200 },
      (_, place) =>
        passwords.verify("matkhau-123", null).then(() => {
          order.push(place);
        }),
    );
    await Promise.all(all);
    assert.deepEqual(order, Array.from({ length: 200 }, (_, place) => place));
  }));

// Guard (passwords): addresses take turns at the password check
Deno.test("PasswordPool gives each address its turn, with its logins and its registrations", () =>
  withPooledPasswords({ workers: 1 }, async (passwords) => {
    const order: string[] = [];
    const ask = (who: string, address: string, kind: "hash" | "verify") =>
      (kind === "hash"
        ? passwords.hash("matkhau-123", address)
        : passwords.verify("matkhau-123", null, address)).then(() => order.push(who));
    const flood = Array.from({ length: 50 }, (_, place) => ask(`flood ${place}`, "a", "hash"));
    await Promise.all([
      ...flood,
      ask("a login from there", "a", "verify"),
      ask("another's login", "b", "verify"),
      ask("another's second", "b", "verify"),
    ]);
    assert.deepEqual(order.slice(0, 7), [
      "flood 0",
      "flood 1",
      "a login from there",
      "another's login",
      "flood 2",
      "another's second",
      "flood 3",
    ]);
    assert.equal(order.length, 53);
  }));

Deno.test("PasswordPool lets others in when one address has taken every place that there is", async () => {
  await withPooledPasswords({ workers: 1, maxWaiting: 6 }, async (passwords) => {
    const flood = Array.from({ length: 7 }, () => passwords.hash("matkhau-123", "a"));
    const settled = Promise.allSettled(flood);
    await assert.rejects(passwords.hash("matkhau-123", "a"), { code: "rate_limited" });
    const others = ["b", "c", "d"].map((address) => passwords.verify("matkhau-123", null, address));
    // Three of six are left to the first: a second place for another would be no fairer than theirs.
    others.push(passwords.verify("matkhau-123", null, "b"));
    await assert.rejects(passwords.verify("matkhau-123", null, "b"), { code: "rate_limited" });
    assert.deepEqual(await Promise.all(others), [false, false, false, false]);
    const results = (await settled).map((each) =>
      each.status === "fulfilled"
        ? "hashed"
        : `${each.reason.code} ${each.reason.message.slice(-6)}`
    );
    assert.deepEqual(results, [
      ...Array(3).fill("hashed"),
      ...Array(4).fill("rate_limited in 1 s"),
    ]);
  });
});

Deno.test("PasswordPool gives each caller its own answer when many ask at once", () =>
  withPooledPasswords({}, async (passwords) => {
    const hash = await passwords.hash("right");
    await fc.assert(
      fc.asyncProperty(fc.array(fc.boolean(), { maxLength: 20 }), async (which) => {
        const answers = which.map((right) => passwords.verify(right ? "right" : "wrong", hash));
        assert.deepEqual(await Promise.all(answers), which);
      }),
      { numRuns: 10 },
    );
  }));

Deno.test("PasswordPool starts no more workers than it may, and none before there is a job", async () => {
  let started = 0;
  const startWorker = () => {
    started++;
    return new Worker(new URL("../../lib/auth/password_worker.ts", import.meta.url), {
      type: "module",
    });
  };
  await withPooledPasswords(
    { workers: 2, spareOne: () => false, startWorker },
    async (passwords) => {
      assert.equal(started, 0);
      await passwords.verify("a", null);
      await passwords.verify("a", null);
      assert.equal(started, 1);
      await Promise.all(Array.from({ length: 9 }, () => passwords.verify("a", null)));
      assert.equal(started, 2);
    },
  );
});

Deno.test("PasswordPool leaves one worker of several without a job while it is told to", async () => {
  let spare = true;
  let jobs = 0;
  let most = 0;
  const startWorker = () => {
    const worker = new Worker(new URL("../../lib/auth/password_worker.ts", import.meta.url), {
      type: "module",
    });
    const post = worker.postMessage.bind(worker);
    worker.postMessage = (message: unknown) => {
      most = Math.max(most, ++jobs);
      post(message);
    };
    worker.addEventListener("message", () => jobs--);
    return worker;
  };
  const options = { workers: 3, spareOne: () => spare, startWorker };
  await withPooledPasswords(options, async (passwords) => {
    const check = () => Promise.all(Array.from({ length: 12 }, () => passwords.verify("a", null)));
    await check();
    assert.equal(most, 2);
    spare = false;
    await check();
    assert.equal(most, 3);
    [spare, most] = [true, 0];
    await check();
    assert.equal(most, 2);
  });
});

Deno.test("PasswordPool gives what waits to the spared worker as soon as it may", async () => {
  let spare = true;
  const options = { workers: 2, spareOne: () => spare };
  await withPooledPasswords(options, async (passwords) => {
    const order: number[] = [];
    const all = Array.from(
      { length: 30 },
      (_, place) => passwords.verify("a", null).then(() => order.push(place)),
    );
    spare = false;
    await Promise.all(all);
    assert.equal(order.length, 30);
  });
});

Deno.test("PasswordPool never spares its only worker", () =>
  withPooledPasswords({ workers: 1, spareOne: () => true }, async (passwords) => {
    assert.equal(await passwords.verify("a", null), false);
  }));

Deno.test("PasswordPool refuses and says for how long when too many jobs wait", async () => {
  // At cost 14 a job takes about 1.6 s: three of them on one worker 5 s. None is finished here.
  const passwords = pooledPasswords({ cost: 14, workers: 1, maxWaiting: 3 });
  const taken = Array.from({ length: 4 }, () => passwords.hash("matkhau-123"));
  const settled = Promise.allSettled(taken);
  await assert.rejects(passwords.hash("matkhau-123"), {
    code: "rate_limited",
    message: /in 5 s$/,
  });
  passwords.close();
  for (const result of await settled) {
    assert.equal(result.status, "rejected");
    assert.equal(result.reason.code, "unavailable");
  }
});

Deno.test("PasswordPool tells the time that jobs really took when it refuses", async () => {
  let time = 0;
  const options = { workers: 1, maxWaiting: 1, clock: clockOf(() => time) };
  await withPooledPasswords(options, async (passwords) => {
    const first = passwords.verify("a", null);
    time = 80_000;
    await first;
    const taken = [passwords.verify("a", null), passwords.verify("a", null)];
    // An eighth of the newest measure counts.
    await assert.rejects(passwords.verify("a", null), { message: /in 11 s$/ });
    await Promise.all(taken);
  });
});

Deno.test("PasswordPool takes jobs again when the queue has room again", () =>
  withPooledPasswords({ workers: 1, maxWaiting: 1 }, async (passwords) => {
    const taken = [passwords.verify("a", null), passwords.verify("a", null)];
    await assert.rejects(passwords.verify("a", null), { message: /in 1 s$/ });
    await Promise.all(taken);
    assert.equal(await passwords.verify("a", null), false);
  }));

Deno.test("PasswordPool rejects the job, tells once, and goes on when a worker crashes", async () => {
  const reports: string[] = [];
  const options: Partial<PasswordPoolOptions> = {
    workers: 1,
    report: (line) => reports.push(line),
    startWorker: () =>
      new Worker(new URL("./faulty_password_worker.ts", import.meta.url), { type: "module" }),
  };
  await withPooledPasswords(options, async (passwords) => {
    const crashing = Array.from({ length: 2 }, () => passwords.hash("crash the worker"));
    const next = passwords.hash("matkhau-123");
    for (const result of await Promise.allSettled(crashing)) {
      assert.equal(result.status, "rejected");
      assert.match(result.reason.message, /worker crashed: .*crashed as asked/);
    }
    assert.equal(await passwords.verify("matkhau-123", await next), true);
    assert.equal(reports.length, 1);
    assert.match(reports[0], /crashed as asked/);
    await assert.rejects(passwords.hash("crash the worker"));
    assert.equal(reports.length, 2);
    assert.equal(await passwords.verify("matkhau-123", await next), true);
  });
});

Deno.test("PasswordPool rejects every job when its worker can't start", async () => {
  const reports: string[] = [];
  const options: Partial<PasswordPoolOptions> = {
    workers: 1,
    report: (line) => reports.push(line),
    startWorker: () =>
      new Worker("data:application/javascript,import 'data:nothing'", { type: "module" }),
  };
  await withPooledPasswords(options, async (passwords) => {
    const jobs = Array.from({ length: 2 }, () => passwords.hash("matkhau-123"));
    for (const { status } of await Promise.allSettled(jobs)) assert.equal(status, "rejected");
    assert.equal(reports.length, 1);
  });
});

Deno.test("PasswordPool rejects new jobs when it is closed", async () => {
  const passwords = pooledPasswords();
  passwords.close();
  await assert.rejects(passwords.hash("matkhau-123"), { code: "unavailable" });
  await assert.rejects(passwords.verify("matkhau-123", null), { code: "unavailable" });
});
