import assert from "node:assert/strict";
import { join } from "node:path";
import { OptionError } from "../../../lib/cli/options.ts";
import { backupPlan } from "../../../lib/server/options/backup_options.ts";
import { startServer } from "../../../lib/server/start_server.ts";
import { ManualTimers } from "../../client/manual_timers.ts";
import { withFolder } from "../../folder.ts";
import { DEFAULT_OPTIONS } from "../../server_fixture.ts";

const NONE = {
  ...{ "backup-to": "", "backup-every": "1d", "backup-keep": 14, "backup-encrypt-to": "" },
};

Deno.test("the options of backups are read, and a wrong time is refused", () => {
  assert.equal(backupPlan(NONE), null);
  const HOUR = 3_600_000;
  const times: [string, number | null][] = [
    ...[["30m", HOUR / 2], ["12h", 12 * HOUR], ["1d", 24 * HOUR], ["365d", 8_760 * HOUR]] as const,
    ...["0m", "1", "d", "1w", "1.5h", "-1d", "366d", " 1d", "9999999m"].map((
      text,
    ): [string, null] => [text, null]),
  ].map(([text, time]) => [text, time]);
  for (const [text, time] of times) {
    const options = { ...NONE, "backup-to": "/backup", "backup-every": text };
    if (time === null) assert.throws(() => backupPlan(options), OptionError, text);
    else {
      assert.deepEqual(backupPlan(options), {
        ...{ folder: "/backup", every: time, keep: 14, recipient: null },
      });
    }
  }
});

Deno.test("a server backs itself up when it is time, and tells admins of it", async () => {
  await withFolder(async (folder) => {
    const timers = new ManualTimers();
    const clock = { wall: () => timers.monotonic(), monotonic: () => timers.monotonic() };
    const to = join(folder, "backups");
    await Deno.mkdir(to);
    const options = { ...DEFAULT_OPTIONS, data: join(folder, "data"), log: join(folder, "log") };
    const reports: string[] = [];
    const server = await startServer({ ...options, "backup-to": to }, {
      ...{ clock, timers },
      report: (line) => reports.push(line),
    });
    try {
      const stats = async () =>
        JSON.parse((await server.operate("stats -")).replace("ok stats ", "")).backup;
      assert.deepEqual(await stats(), {
        ...{ last_ok_at: null, last_error: null, next_at: "2026-11-23T00:01:00.000Z" },
      });
      const name = "chung-2026-11-23T000100Z.tar.gz";
      const changes = Deno.watchFs(to);
      timers.advance(60_000);
      // Once it has its name, the folder in which it was made goes.
      const there = () => [...Deno.readDirSync(to)].map(({ name }) => name).join();
      for await (const _ of changes) if (there() === name) break;
      assert.deepEqual(await stats(), {
        last_ok_at: "2026-11-23T00:01:00.000Z",
        last_error: null,
        next_at: "2026-11-24T00:01:00.000Z",
      });
    } finally {
      await server.close();
    }
    assert.deepEqual(reports, []);
    const wrong = { ...options, "backup-to": to, "backup-encrypt-to": "lan" };
    await assert.rejects(startServer(wrong, { report: () => {} }), /"lan" is no recipient of age/);
  });
});
