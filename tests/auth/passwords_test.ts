import assert from "node:assert/strict";
import fc from "fast-check";
import type { PasswordJob } from "../../lib/auth/password_worker.ts";
import { Passwords, type PasswordsOptions } from "../../lib/auth/passwords.ts";

const COST = 4;

async function withPasswords(
  options: Partial<PasswordsOptions>,
  test: (passwords: Passwords) => Promise<void>,
): Promise<void> {
  const passwords = new Passwords({ cost: COST, ...options });
  try {
    await test(passwords);
  } finally {
    passwords.close();
  }
}

Deno.test("Passwords.verify knows the password of a hash and no other", () =>
  withPasswords({}, async (passwords) => {
    const hash = await passwords.hash("mật khẩu-123 😀");
    assert.match(hash, /^\$2b\$04\$[./A-Za-z0-9]{53}$/);
    assert.equal(await passwords.verify("mật khẩu-123 😀", hash), true);
    for (const wrong of ["", "mật khẩu-123", "Mật khẩu-123 😀", "mật khẩu-123 😀 ", hash]) {
      assert.equal(await passwords.verify(wrong, hash), false);
    }
  }));

Deno.test("Passwords.hash gives another hash when the password is the same", () =>
  withPasswords({}, async (passwords) => {
    assert.notEqual(await passwords.hash("matkhau-123"), await passwords.hash("matkhau-123"));
  }));

Deno.test("Passwords.verify knows hashes made by other programs", () =>
  withPasswords({}, async (passwords) => {
    // Made with glibc's crypt(); the first is from John the Ripper's test vectors.
    const vectors: [password: string, hash: string][] = [
      ["U*U", "$2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW"],
      ["mật khẩu-123", "$2b$05$abcdefghijklmnopqrstuuhUuRj3uqu/8butX/9CF/cth1y3gPwli"],
      ["", "$2y$04$CCCCCCCCCCCCCCCCCCCCC.Cg0ly9t/KVBCBYYDfOmZKwry9JuXClC"],
      ["x".repeat(72), "$2a$05$CCCCCCCCCCCCCCCCCCCCC.D7RDOYXakZhsFmh/LdqQNx0kQ424AFS"],
    ];
    for (const [password, hash] of vectors) {
      assert.equal(await passwords.verify(password, hash), true);
    }
  }));

const lengths: [title: string, password: string, fits: boolean][] = [
  ["72 letters", "a".repeat(72), true],
  ["73 letters", "a".repeat(73), false],
  ["36 letters of two bytes", "é".repeat(36), true],
  ["36 letters of two bytes and one of one", `${"é".repeat(36)}a`, false],
  ["24 letters of three bytes", "ậ".repeat(24), true],
  ["a letter over the edge", `${"a".repeat(71)}é`, false],
  ["18 emoji", "😀".repeat(18), true],
  ["an emoji over the edge", `${"a".repeat(69)}😀`, false],
  ["a NUL", "mat\0khau", false],
];

for (const [title, password, fits] of lengths) {
  Deno.test(`Passwords.hash ${fits ? "takes" : "refuses"} a password of ${title}`, () =>
    withPasswords({}, async (passwords) => {
      if (!fits) {
        await assert.rejects(passwords.hash(password), { code: "invalid_password" });
        return;
      }
      const hash = await passwords.hash(password);
      assert.equal(await passwords.verify(password, hash), true);
    }));
}

Deno.test("Passwords.verify is false when a password only begins like the one of 72 bytes", () =>
  withPasswords({}, async (passwords) => {
    const password = "a".repeat(72);
    const hash = await passwords.hash(password);
    assert.equal(await passwords.verify(`${password}b`, hash), false);
    assert.equal(await passwords.verify(password.slice(1), hash), false);
  }));

Deno.test("Passwords.verify is false when a NUL would make bcrypt's key repeat", () =>
  withPasswords({}, async (passwords) => {
    const hash = await passwords.hash("matkhau");
    assert.equal(await passwords.verify("matkhau\0matkhau", hash), false);
  }));

const PASSWORD_WORKER = new URL("../../lib/auth/password_worker.ts", import.meta.url);

/** Creates real workers and records every job they receive. */
function countingWorkers(jobs: PasswordJob[]): () => Worker {
  return () => {
    const worker = new Worker(PASSWORD_WORKER, { type: "module" });
    const post = worker.postMessage.bind(worker);
    worker.postMessage = (job: PasswordJob) => {
      jobs.push(job);
      post(job);
    };
    return worker;
  };
}

Deno.test("Passwords.verify does the same work when the user can't be as when the password is wrong", async () => {
  const jobs: PasswordJob[] = [];
  await withPasswords({ startWorker: countingWorkers(jobs) }, async (passwords) => {
    const hash = await passwords.hash("matkhau-123");
    jobs.length = 0;
    assert.equal(await passwords.verify("matkhau-123", null), false);
    assert.equal(await passwords.verify("wrong", hash), false);
    assert.deepEqual(jobs, [
      { kind: "verify", password: "matkhau-123", hash: null, cost: COST },
      { kind: "verify", password: "wrong", hash, cost: COST },
    ]);
  });
});

Deno.test("Passwords gives bcrypt nothing to do for a password that nobody can have", async () => {
  const jobs: PasswordJob[] = [];
  const impossible = lengths.flatMap(([, password, fits]) => fits ? [] : [password]);
  await withPasswords({ startWorker: countingWorkers(jobs) }, async (passwords) => {
    const hash = await passwords.hash("matkhau");
    jobs.length = 0;
    for (const password of [...impossible, "matkhau\0matkhau", "\0", "x".repeat(65_000)]) {
      for (const stored of [hash, null]) {
        assert.equal(await passwords.verify(password, stored), false);
      }
      await assert.rejects(passwords.hash(password), { code: "invalid_password" });
    }
    assert.deepEqual(jobs, []);
  });
});

Deno.test("Passwords.verify checks a hash that was made with another cost", async () => {
  let hash = "";
  await withPasswords({}, async (passwords) => {
    hash = await passwords.hash("matkhau-123");
  });
  for (const cost of [COST, COST + 3]) {
    await withPasswords({ cost }, async (passwords) => {
      assert.equal(await passwords.verify("matkhau-123", hash), true);
      assert.equal(await passwords.verify("wrong", hash), false);
    });
  }
});

Deno.test("Passwords.verify rejects when what is stored is no hash", () =>
  withPasswords({}, async (passwords) => {
    for (const stored of ["", "matkhau-123", "$2b$04$short"]) {
      await assert.rejects(passwords.verify("matkhau-123", stored), /no bcrypt hash/);
    }
  }));

Deno.test("Passwords answers in the order of asking when jobs wait for one worker", () =>
  withPasswords({ workers: 1 }, async (passwords) => {
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
Deno.test("Passwords gives each address its turn, with its logins and its registrations", () =>
  withPasswords({ workers: 1 }, async (passwords) => {
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

Deno.test("Passwords lets others in when one address has taken every place that there is", async () => {
  await withPasswords({ workers: 1, maxWaiting: 6 }, async (passwords) => {
    const flood = Array.from({ length: 7 }, () => passwords.hash("matkhau-123", "a"));
    const settled = Promise.allSettled(flood);
    await assert.rejects(passwords.hash("matkhau-123", "a"), { code: "rate_limited" });
    const others = ["b", "c", "d"].map((address) => passwords.verify("matkhau-123", null, address));
    // Three of six places are left to the first caller: giving another caller a second one would be no fairer.
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

Deno.test("Passwords gives each caller its own answer when many ask at once", () =>
  withPasswords({}, async (passwords) => {
    const hash = await passwords.hash("right");
    await fc.assert(
      fc.asyncProperty(fc.array(fc.boolean(), { maxLength: 20 }), async (which) => {
        const answers = which.map((right) => passwords.verify(right ? "right" : "wrong", hash));
        assert.deepEqual(await Promise.all(answers), which);
      }),
      { numRuns: 10 },
    );
  }));

Deno.test("Passwords starts no more workers than it may, and none before there is a job", async () => {
  let started = 0;
  const startWorker = () => {
    started++;
    return new Worker(new URL("../../lib/auth/password_worker.ts", import.meta.url), {
      type: "module",
    });
  };
  await withPasswords({ workers: 2, spareOne: () => false, startWorker }, async (passwords) => {
    assert.equal(started, 0);
    await passwords.verify("a", null);
    await passwords.verify("a", null);
    assert.equal(started, 1);
    await Promise.all(Array.from({ length: 9 }, () => passwords.verify("a", null)));
    assert.equal(started, 2);
  });
});

Deno.test("Passwords leaves one worker of several without a job while it is told to", async () => {
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
  await withPasswords(options, async (passwords) => {
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

Deno.test("Passwords gives what waits to the spared worker as soon as it may", async () => {
  let spare = true;
  const options = { workers: 2, spareOne: () => spare };
  await withPasswords(options, async (passwords) => {
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

Deno.test("Passwords never spares its only worker", () =>
  withPasswords({ workers: 1, spareOne: () => true }, async (passwords) => {
    assert.equal(await passwords.verify("a", null), false);
  }));

Deno.test("Passwords refuses and says for how long when too many jobs wait", async () => {
  // At cost 14 a job takes about 1.6 s, and three of them on one worker 5 s. None completes here.
  const passwords = new Passwords({ cost: 14, workers: 1, maxWaiting: 3 });
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

Deno.test("Passwords tells the time that jobs really took when it refuses", async () => {
  let time = 0;
  const options = { workers: 1, maxWaiting: 1, now: () => time };
  await withPasswords(options, async (passwords) => {
    const first = passwords.verify("a", null);
    time = 80_000;
    await first;
    const taken = [passwords.verify("a", null), passwords.verify("a", null)];
    // The newest measurement is weighted with an eighth.
    await assert.rejects(passwords.verify("a", null), { message: /in 11 s$/ });
    await Promise.all(taken);
  });
});

Deno.test("Passwords takes jobs again when the queue has room again", () =>
  withPasswords({ workers: 1, maxWaiting: 1 }, async (passwords) => {
    const taken = [passwords.verify("a", null), passwords.verify("a", null)];
    await assert.rejects(passwords.verify("a", null), { message: /in 1 s$/ });
    await Promise.all(taken);
    assert.equal(await passwords.verify("a", null), false);
  }));

Deno.test("Passwords rejects the job, tells once, and goes on when a worker crashes", async () => {
  const reports: string[] = [];
  const options: Partial<PasswordsOptions> = {
    workers: 1,
    report: (line) => reports.push(line),
    startWorker: () =>
      new Worker(new URL("./faulty_password_worker.ts", import.meta.url), { type: "module" }),
  };
  await withPasswords(options, async (passwords) => {
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

Deno.test("Passwords rejects every job when its worker can't start", async () => {
  const reports: string[] = [];
  const options: Partial<PasswordsOptions> = {
    workers: 1,
    report: (line) => reports.push(line),
    startWorker: () =>
      new Worker("data:application/javascript,import 'data:nothing'", { type: "module" }),
  };
  await withPasswords(options, async (passwords) => {
    const jobs = Array.from({ length: 2 }, () => passwords.hash("matkhau-123"));
    for (const { status } of await Promise.allSettled(jobs)) assert.equal(status, "rejected");
    assert.equal(reports.length, 1);
  });
});

Deno.test("Passwords rejects new jobs when it is closed", async () => {
  const passwords = new Passwords({ cost: COST });
  passwords.close();
  await assert.rejects(passwords.hash("matkhau-123"), { code: "unavailable" });
  await assert.rejects(passwords.verify("matkhau-123", null), { code: "unavailable" });
});
