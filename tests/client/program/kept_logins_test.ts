import assert from "node:assert/strict";
import { KeptLogins } from "../../../client/program/kept_logins.ts";
import type { KeyedLogin } from "../../../client/session/login_table.ts";
import { withFolder } from "../../folder.ts";

const PAGES = "127.0.0.1:7080";
const LOGINS: KeyedLogin[] = ["alice", "Đặng"].map((username) => ({
  hash: "h".repeat(43),
  server: "tls://chung.example:7070",
  username,
  token: "secret.token.value",
  expires_at: "2026-11-27T12:00:00.000Z",
}));

function open(folder: string, pages = PAGES) {
  const reports: string[] = [];
  return { kept: new KeptLogins(folder, pages, (line) => reports.push(line)), reports };
}

const namesIn = (folder: string) => [...Deno.readDirSync(folder)].map(({ name }) => name).sort();

// Guard (web): the client's logins are kept encrypted, in files that only their owner reads
Deno.test("KeptLogins gives what was written, from a file that tells nothing without its key", async () => {
  await withFolder(async (base) => {
    const folder = `${base}/config/chung`;
    const { kept, reports } = open(folder);
    assert.deepEqual(kept.read(), []);
    kept.write(LOGINS.slice(1));
    kept.write(LOGINS);
    assert.deepEqual(open(folder).kept.read(), LOGINS);
    const text = new TextDecoder("latin1").decode(await Deno.readFile(kept.path));
    assert.doesNotMatch(text, /secret|alice|chung/);
    assert.deepEqual(namesIn(folder), ["logins-127.0.0.1-7080", "logins-key"]);
    if (Deno.build.os !== "windows") {
      for (const path of [kept.path, kept.keyPath]) {
        assert.equal(Deno.statSync(path).mode! & 0o777, 0o600, path);
      }
      assert.equal(Deno.statSync(folder).mode! & 0o777, 0o700);
    }
    assert.deepEqual(reports, []);
  });
});

Deno.test("KeptLogins never writes the same bytes twice", async () => {
  await withFolder(async (folder) => {
    const { kept } = open(folder);
    kept.write(LOGINS);
    const before = await Deno.readFile(kept.path);
    kept.write(LOGINS);
    assert.notDeepEqual(await Deno.readFile(kept.path), before);
  });
});

Deno.test("each client has its own logins, and can't use another's", async () => {
  await withFolder(async (folder) => {
    const { kept } = open(folder);
    kept.write(LOGINS);
    for (const pages of ["127.0.0.1:7081", "[::1]:7080", "chung.lan:7080"]) {
      const { kept: other, reports } = open(folder, pages);
      assert.deepEqual(other.read(), [], pages);
      assert.deepEqual(reports, []);
      await Deno.copyFile(kept.path, other.path);
      assert.deepEqual(other.read(), [], pages);
      assert.equal(reports.length, 1);
    }
    assert.equal(namesIn(folder).length, 5);
  });
});

Deno.test("read ignores a file without its key or its bytes, and says so in one line", async () => {
  const cases: [string, (kept: KeptLogins) => void][] = [
    ["no key", ({ keyPath }) => Deno.removeSync(keyPath)],
    ["another key", ({ keyPath }) => Deno.writeFileSync(keyPath, new Uint8Array(32))],
    ["half a key", ({ keyPath }) => Deno.truncateSync(keyPath, 16)],
    ["no bytes", ({ path }) => Deno.truncateSync(path, 0)],
    ["half of it", ({ path }) => Deno.truncateSync(path, 100)],
    ["its nonce alone", ({ path }) => Deno.truncateSync(path, 12)],
    ["a changed byte", ({ path }) => {
      const bytes = Deno.readFileSync(path);
      bytes[60] ^= 1;
      Deno.writeFileSync(path, bytes);
    }],
    ["text", ({ path }) => Deno.writeTextFileSync(path, "[]")],
    ["a folder", ({ path }) => {
      Deno.removeSync(path);
      Deno.mkdirSync(path);
    }],
  ];
  if (Deno.build.os !== "windows") {
    cases.push(["a key that others read", ({ keyPath }) => Deno.chmodSync(keyPath, 0o640)]);
  }
  for (const [what, spoil] of cases) {
    await withFolder((folder) => {
      open(folder).kept.write(LOGINS);
      const { kept, reports } = open(folder);
      spoil(kept);
      assert.deepEqual(kept.read(), [], what);
      assert.equal(reports.length, 1, what);
      assert.match(reports[0], /^chung: \S+ is ignored, so people log in again: [^\n]+$/, what);
      if (what === "a folder") return Promise.resolve();
      kept.write(LOGINS);
      assert.deepEqual(open(folder).kept.read(), LOGINS, `after ${what} a login is kept again`);
      assert.equal(reports.length, 1);
      return Promise.resolve();
    });
  }
});

Deno.test("write tells once when a login can't be kept, and leaves nothing behind", async () => {
  await withFolder(async (base) => {
    await Deno.writeTextFile(`${base}/file`, "");
    await Deno.mkdir(`${base}/taken/logins-127.0.0.1-7080`, { recursive: true });
    for (const folder of [`${base}/file/chung`, `${base}/taken`]) {
      const { kept, reports } = open(folder);
      kept.write(LOGINS);
      kept.write(LOGINS);
      assert.equal(reports.length, 1, folder);
      assert.match(reports[0], /^chung: [^\n]+ can't be written, so people log in again [^\n]+$/);
    }
    assert.deepEqual(namesIn(`${base}/taken`), ["logins-127.0.0.1-7080", "logins-key"]);
  });
});
