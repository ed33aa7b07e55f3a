import assert from "node:assert/strict";
import { join } from "node:path";
import { loadTokenSecret } from "../../lib/auth/token_secret.ts";
import { Tokens } from "../../lib/auth/token.ts";

const CLAIMS = { username: "alice", id: "6f0c", issuedAt: 1_000, expiresAt: 2_000 };
const NOW = 1_500_000;

async function withFolder(test: (folder: string) => Promise<void>): Promise<void> {
  const folder = await Deno.makeTempDir();
  try {
    await test(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

function names(folder: string): string[] {
  return [...Deno.readDirSync(folder)].map(({ name }) => name);
}

Deno.test("loadTokenSecret makes 32 random bytes when there is no file, and gives them again", () =>
  withFolder(async (folder) => {
    const path = join(folder, "data", "token_secret");
    const secret = await loadTokenSecret(path);
    assert.equal(secret.length, 32);
    assert.deepEqual(await loadTokenSecret(path), secret);
    assert.notDeepEqual(await loadTokenSecret(join(folder, "other")), secret);
    assert.deepEqual(names(join(folder, "data")), ["token_secret"]);
  }));

Deno.test({
  name: "loadTokenSecret makes a file for its owner alone",
  ignore: Deno.build.os === "windows",
  fn: () =>
    withFolder(async (folder) => {
      const path = join(folder, "token_secret");
      await loadTokenSecret(path);
      assert.equal((await Deno.stat(path)).mode! & 0o777, 0o600);
    }),
});

Deno.test("loadTokenSecret gives everyone the same secret when several start at once", () =>
  withFolder(async (folder) => {
    const path = join(folder, "token_secret");
    const secrets = await Promise.all(Array.from({ length: 16 }, () => loadTokenSecret(path)));
    for (const secret of secrets) assert.deepEqual(secret, secrets[0]);
    assert.deepEqual(names(folder), ["token_secret"]);
  }));

for (const length of [0, 1, 31, 33, 4096]) {
  Deno.test(`loadTokenSecret names the file and what to do when it has ${length} bytes`, () =>
    withFolder(async (folder) => {
      const path = join(folder, "token_secret");
      await Deno.writeFile(path, new Uint8Array(length), { mode: 0o600 });
      await assert.rejects(loadTokenSecret(path), (error: Error) => {
        assert.ok(error.message.includes(path));
        assert.match(error.message, /must have 32 bytes: put it back from a backup/);
        return true;
      });
      assert.equal((await Deno.stat(path)).size, length);
    }));
}

for (const mode of [0o640, 0o604, 0o660, 0o644, 0o610]) {
  Deno.test({
    name: `loadTokenSecret says to run chmod when the file's mode is ${mode.toString(8)}`,
    ignore: Deno.build.os === "windows",
    fn: () =>
      withFolder(async (folder) => {
        const path = join(folder, "token_secret");
        await loadTokenSecret(path);
        await Deno.chmod(path, mode);
        await assert.rejects(loadTokenSecret(path), (error: Error) => {
          assert.ok(error.message.endsWith(`run chmod 600 ${path}`));
          return true;
        });
        await Deno.chmod(path, 0o600);
        await loadTokenSecret(path);
      }),
  });
}

Deno.test("loadTokenSecret names the file when a folder is in its place", () =>
  withFolder(async (folder) => {
    await assert.rejects(loadTokenSecret(folder), (error: Error) => {
      assert.ok(error.message.includes(folder));
      return true;
    });
  }));

Deno.test("loadTokenSecret names the file when its folder can't be made", () =>
  withFolder(async (folder) => {
    const path = join(folder, "file", "token_secret");
    await Deno.writeTextFile(join(folder, "file"), "in the way");
    await assert.rejects(loadTokenSecret(path), (error: Error) => {
      assert.ok(error.message.includes(path));
      return true;
    });
  }));

Deno.test("loadTokenSecret removes the draft of a start that was killed, and nothing else", () =>
  withFolder(async (folder) => {
    const path = join(folder, "token_secret");
    for (const name of [crypto.randomUUID(), "backup"]) {
      await Deno.writeTextFile(`${path}.${name}`, "half");
    }
    for (const present of [false, true]) {
      await loadTokenSecret(path);
      const names = [...Deno.readDirSync(folder)].map(({ name }) => name).sort();
      assert.deepEqual(names, ["token_secret", "token_secret.backup"], `present: ${present}`);
      await Deno.writeTextFile(`${path}.${crypto.randomUUID()}`, "half");
    }
  }));

Deno.test("loadTokenSecret gives everyone the same when many make it at once", () =>
  withFolder(async (folder) => {
    const path = join(folder, "token_secret");
    const secrets = await Promise.all(Array.from({ length: 20 }, () => loadTokenSecret(path)));
    for (const secret of secrets) assert.deepEqual(secret, secrets[0]);
  }));

Deno.test("Tokens of one secret are good when opened again, and no good with another", () =>
  withFolder(async (folder) => {
    const path = join(folder, "token_secret");
    const token = await (await Tokens.open(path)).issue(CLAIMS);
    assert.deepEqual(await (await Tokens.open(path)).verify(token, NOW), CLAIMS);
    const other = await Tokens.open(join(folder, "other"));
    await assert.rejects(other.verify(token, NOW), { code: "invalid_token" });
  }));
