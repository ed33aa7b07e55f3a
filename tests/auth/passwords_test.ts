import assert from "node:assert/strict";
import bcrypt from "bcryptjs";
import type { PasswordJob } from "../../lib/auth/password_job.ts";
import { COST, withPooledPasswords } from "./pooled_passwords.ts";

Deno.test("Passwords.verify knows the password of a hash and no other", () =>
  withPooledPasswords({}, async (passwords) => {
    const hash = await passwords.hash("mật khẩu-123 😀");
    assert.match(hash, /^\$2b\$04\$[./A-Za-z0-9]{53}$/);
    assert.equal(await passwords.verify("mật khẩu-123 😀", hash), true);
    for (const wrong of ["", "mật khẩu-123", "Mật khẩu-123 😀", "mật khẩu-123 😀 ", hash]) {
      assert.equal(await passwords.verify(wrong, hash), false);
    }
  }));

Deno.test("Passwords.hash gives another hash when the password is the same", () =>
  withPooledPasswords({}, async (passwords) => {
    assert.notEqual(await passwords.hash("matkhau-123"), await passwords.hash("matkhau-123"));
  }));

Deno.test("Passwords.verify knows hashes made by other programs", () =>
  withPooledPasswords({}, async (passwords) => {
    // Made by crypt() of glibc; the first is from the test vectors of John the Ripper.
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
  ["24 letters of five bytes that are three when composed", "ậ".repeat(24).normalize("NFD"), true],
  ["25 letters, decomposed", "ậ".repeat(25).normalize("NFD"), false],
  ["a letter over the edge", `${"a".repeat(71)}é`, false],
  ["18 emoji", "😀".repeat(18), true],
  ["an emoji over the edge", `${"a".repeat(69)}😀`, false],
  ["a NUL", "mat\0khau", false],
];

for (const [title, password, fits] of lengths) {
  Deno.test(`Passwords.hash ${fits ? "takes" : "refuses"} a password of ${title}`, () =>
    withPooledPasswords({}, async (passwords) => {
      if (!fits) {
        await assert.rejects(passwords.hash(password), { code: "invalid_password" });
        return;
      }
      const hash = await passwords.hash(password);
      assert.equal(await passwords.verify(password, hash), true);
    }));
}

Deno.test("Passwords.verify is false when a password only begins like the one of 72 bytes", () =>
  withPooledPasswords({}, async (passwords) => {
    const password = "a".repeat(72);
    const hash = await passwords.hash(password);
    assert.equal(await passwords.verify(`${password}b`, hash), false);
    assert.equal(await passwords.verify(password.slice(1), hash), false);
  }));

Deno.test("Passwords.verify is false when a NUL would make bcrypt's key repeat", () =>
  withPooledPasswords({}, async (passwords) => {
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
  await withPooledPasswords({ startWorker: countingWorkers(jobs) }, async (passwords) => {
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
  await withPooledPasswords({ startWorker: countingWorkers(jobs) }, async (passwords) => {
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

/** Each looks and reads alike, composed or not; the last has only one form. */
const TYPED = ["mật-khẩu-123", "Ångström-µ", "한국어-암호-1234", "matkhau-123"];

Deno.test("Passwords knows a password however its accents are typed", () =>
  withPooledPasswords({}, async (passwords) => {
    for (const password of TYPED) {
      const forms = [password.normalize("NFC"), password.normalize("NFD")];
      for (const registered of forms) {
        const hash = await passwords.hash(registered);
        for (const typed of forms) assert.equal(await passwords.verify(typed, hash), true, typed);
        assert.equal(await passwords.verify(`${registered}1`, hash), false);
      }
    }
    const hash = await passwords.hash("mật-khẩu-123");
    for (const other of ["mat-khau-123", "Mật-khẩu-123", "ｍật-khẩu-123"]) {
      assert.equal(await passwords.verify(other, hash), false, other);
      assert.equal(await passwords.verify(other.normalize("NFD"), hash), false, other);
    }
  }));

Deno.test("Passwords.verify tries a password as it was sent, for hashes from before", async () => {
  const jobs: PasswordJob[] = [];
  await withPooledPasswords({ startWorker: countingWorkers(jobs) }, async (passwords) => {
    const decomposed = "mật-khẩu-123".normalize("NFD");
    const old = await bcrypt.hash(decomposed, COST);
    assert.equal(await passwords.verify(decomposed, old), true);
    assert.equal(jobs.length, 2);
    // Too long for bcrypt as it was sent, but not composed.
    const long = "ậ".repeat(20).normalize("NFD");
    assert.equal(await passwords.verify(long, await passwords.hash(long)), true);
    // A wrong password costs the same whether or not the user exists.
    jobs.length = 0;
    assert.equal(await passwords.verify(decomposed, null), false);
    const forNobody = jobs.length;
    assert.equal(await passwords.verify(decomposed, await bcrypt.hash("other", COST)), false);
    assert.deepEqual([forNobody, jobs.length], [2, 4]);
  });
});

Deno.test("Passwords.verify checks a hash that was made with another cost", async () => {
  let hash = "";
  await withPooledPasswords({}, async (passwords) => {
    hash = await passwords.hash("matkhau-123");
  });
  for (const cost of [COST, COST + 3]) {
    await withPooledPasswords({ cost }, async (passwords) => {
      assert.equal(await passwords.verify("matkhau-123", hash), true);
      assert.equal(await passwords.verify("wrong", hash), false);
    });
  }
});

Deno.test("Passwords.verify rejects when what is stored is no hash", () =>
  withPooledPasswords({}, async (passwords) => {
    for (const stored of ["", "matkhau-123", "$2b$04$short"]) {
      await assert.rejects(passwords.verify("matkhau-123", stored), /no bcrypt hash/);
    }
  }));
