import assert from "node:assert/strict";
import { OptionError } from "../../lib/cli/options.ts";
import { verifyLog } from "../../lib/audit/chain/verify_log.ts";
import { countedActions } from "../../lib/server/options/log_options.ts";
import { readLogHeads } from "../../lib/store/sqlite/reads/log_heads.ts";
import { parseLog } from "../audit/log_reader.ts";
import { withFolder } from "../folder.ts";
import { withServer } from "./with_server.ts";

const NOON = new Date(2026, 10, 23, 12).getTime();
const DAY = 24 * 60 * 60 * 1_000;

/** Runs a server that is asked for pings, one of them malformed, and a chat that fails. */
async function run(directory: string, now: number, options: Record<string, string | number> = {}) {
  await withServer(
    async ({ connect }) => {
      const client = await connect();
      for (let count = 0; count < 3; count++) await client.ok("ping");
      await client.err("ping pong");
      await client.err("chat x 1 hi");
    },
    options,
    { directory, now: () => now },
  );
}

function requests(directory: string, day: string, file: string): string[] {
  const path = `${directory}/log/${day}/${file}_log_${day}.log`;
  return parseLog(Deno.readTextFileSync(path)).map(({ request }) => request);
}

Deno.test("pings are one entry that counts them, unless the operator wants each", () =>
  withFolder(async (directory) => {
    await run(directory, NOON);
    const since = new Date(NOON).toISOString();
    assert.deepEqual(requests(directory, "23_11_2026", "ping"), [
      "ping ***",
      `ping (3 requests since ${since})`,
    ]);
    await run(directory, NOON + DAY, { "log-skip": "none" });
    assert.deepEqual(requests(directory, "24_11_2026", "ping"), [
      "ping",
      "ping",
      "ping",
      "ping ***",
    ]);
  }));

Deno.test("a server removes and compresses old days, and the database knows what is left", () =>
  withFolder(async (directory) => {
    for (const days of [0, 1, 2]) await run(directory, NOON + days * DAY);
    const watcher = Deno.watchFs(`${directory}/log`);
    const options = { "log-keep-days": 2, "log-compress-after": 1 };
    const seen = (day: string) =>
      [...Deno.readDirSync(`${directory}/log/${day}`)].map(({ name }) => name).sort();
    await withServer(
      async () => {
        // The oldest day comes last.
        for await (const _ of watcher) if (!seen("").includes("23_11_2026")) return;
      },
      options,
      { directory, now: () => NOON + 3 * DAY },
    );
    assert.deepEqual(seen("").filter((day) => day < "26"), ["24_11_2026", "25_11_2026"]);
    assert(seen("25_11_2026").includes("ping_log_25_11_2026.log.gz"));
    const known = readLogHeads(`${directory}/data/chung.db`);
    assert.deepEqual(known.removed.map(({ day, removedAt }) => [day, removedAt]), [
      ["2026-11-23", NOON + 3 * DAY],
    ]);
    const told: string[] = [];
    for await (const { day, file, findings, notes } of verifyLog(`${directory}/log`, known, null)) {
      assert.deepEqual(findings, []);
      told.push(...notes.map(({ kind }) => `${day} ${file} ${kind}`));
    }
    assert.deepEqual(told, ["23_11_2026 null removed_by_age"]);
  }));

Deno.test("only reads can be counted: the given six and every change always stand whole", () => {
  assert.deepEqual([...countedActions("ping, READ,watch")], ["ping", "read", "watch"]);
  assert.deepEqual([...countedActions("none")], []);
  const whole = ["reg", "login", "logout", "new_project", "add_group", "chat", "event", "kick"];
  for (const word of [...whole, "connection", "invalid", "pings"]) {
    assert.throws(
      () => countedActions(`ping,${word}`),
      (error) => error instanceof OptionError && error.message.includes(`"${word}"`),
    );
  }
});
