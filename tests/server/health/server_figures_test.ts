import assert from "node:assert/strict";
import { exposition } from "../../../lib/figures/exposition.ts";
import { RequestFigures } from "../../../lib/figures/request_figures.ts";
import { CommitFigures } from "../../../lib/figures/store_figures.ts";
import type { BackupStatus } from "../../../lib/model/figures/stats.ts";
import { ServerFigures } from "../../../lib/server/health/server_figures.ts";
import { parseExposition } from "../../figures/parse_exposition.ts";
import { ManualTimers } from "../../client/manual_timers.ts";
import { withFolder } from "../../folder.ts";

const MINUTE = 60_000;

/** Figures of a server of which the test says everything. */
function world(folder: string, timers: ManualTimers) {
  const clock = { wall: () => timers.monotonic(), monotonic: () => timers.monotonic() };
  const requests = new RequestFigures(["chat"], clock.monotonic);
  const state = { peak: 0, counted: 0, backup: null as BackupStatus | null };
  const figures = new ServerFigures({
    folders: { data: folder, log: `${folder}/log` },
    sample: () => ({
      version: "1.2.3",
      entered: 4,
      requests,
      passwordsWaiting: 0,
      store: { committed: new CommitFigures(), waiting: 0, dead: false },
      audit: { bytes: 0, lost: 0 },
    }),
    count: () => {
      state.counted++;
      return Promise.resolve({ users: 2, projects: 3, messages: 100 + state.counted, tasks: 1 });
    },
  }, { clock, timers, report: (line) => assert.fail(line) });
  const open = { open: 7, ending: 0, trusted: 0, inHand: 0, unreadBytes: 0, accepted: 9 };
  figures.start({
    counts: () => ({ ...open, ended: {}, refused: {} }),
    takePeak: () => state.peak,
  }, () => state.backup);
  /** Serves a message that took so long, in milliseconds. */
  const serve = (took: number) => {
    requests.messageStored();
    requests.finished("chat", "ok", clock.monotonic() - took, true);
  };
  return { figures, state, serve };
}

Deno.test("each minute has its own figures, and a restart leaves a gap", async () => {
  await withFolder(async (folder) => {
    await Deno.writeTextFile(`${folder}/chung.db`, "x".repeat(500));
    const timers = new ManualTimers();
    const start = timers.monotonic();
    const first = world(folder, timers);
    first.state.peak = 5;
    for (let i = 0; i < 10; i++) first.serve(1.5);
    timers.advance(MINUTE);
    first.state.peak = 6;
    first.serve(8);
    timers.advance(MINUTE);
    await first.figures.close();
    assert.deepEqual(timers.running, []);
    timers.advance(MINUTE);
    const second = world(folder, timers);
    second.state.peak = 1;
    timers.advance(1.5 * MINUTE);
    await second.figures.close();
    assert.deepEqual(second.figures.minutes(1_440), {
      since: new Date(start).toISOString(),
      connections: [5, 6, null, 1],
      messages: [10, 1, null, 0],
      requests: [10, 1, null, 0],
      delivery_p50_ms: [1.5, 8.75, null, null],
      delivery_p99_ms: [1.99, 9.98, null, null],
      store_bytes: [500, 500, null, 500],
      log_bytes: [0, 0, null, 0],
    });
  });
});

Deno.test("a clock that is set doesn't stop the minutes", async () => {
  await withFolder(async (folder) => {
    const timers = new ManualTimers();
    const shift = { by: 0 };
    const clock = {
      wall: () => timers.monotonic() + shift.by,
      monotonic: () => timers.monotonic(),
    };
    const requests = new RequestFigures([], clock.monotonic);
    const figures = new ServerFigures({
      folders: { data: folder, log: folder },
      sample: () => ({
        version: "1.2.3",
        entered: 0,
        requests,
        passwordsWaiting: 0,
        store: { committed: new CommitFigures(), waiting: 0, dead: false },
        audit: { bytes: 0, lost: 0 },
      }),
      count: () => Promise.reject(new Error("not asked")),
    }, { clock, timers, report: (line) => assert.fail(line) });
    const none = { open: 0, ending: 0, trusted: 0, inHand: 0, unreadBytes: 0, accepted: 0 };
    figures.start(
      { counts: () => ({ ...none, ended: {}, refused: {} }), takePeak: () => 1 },
      () => null,
    );
    timers.advance(MINUTE);
    for (const by of [-60 * MINUTE, 120 * MINUTE]) {
      shift.by = by;
      for (let i = 0; i < 3; i++) timers.advance(MINUTE);
      assert(timers.running[0] <= MINUTE, `${timers.running}`);
    }
    await figures.close();
    const { connections } = figures.minutes(1_440);
    assert.equal(connections.at(-1), 1);
  });
});

Deno.test("what the store holds is counted at most once in ten seconds", async () => {
  await withFolder(async (folder) => {
    const timers = new ManualTimers();
    const { figures, serve } = world(folder, timers);
    serve(1);
    timers.advance(5_000);
    const stats = await figures.stats();
    assert.deepEqual(stats, {
      connections: 7,
      entered: 4,
      messages: 101,
      users: 2,
      projects: 3,
      tasks: 1,
      uptime_s: 5,
      requests: 1,
      errors: 0,
      store_bytes: 0,
      log_bytes: 0,
      version: "1.2.3",
      backup: null,
    });
    timers.advance(9_999);
    assert.equal((await figures.stats()).messages, 101);
    timers.advance(1);
    assert.equal((await figures.stats()).messages, 102);
    await figures.close();
  });
});

Deno.test("admins and Prometheus are told how the server's own backups go", async () => {
  await withFolder(async (folder) => {
    const { figures, state } = world(folder, new ManualTimers());
    const told = async () => {
      const metrics = parseExposition(exposition(await figures.sample()));
      return ["chung_backup_last_success_timestamp_seconds", "chung_backup_failing"].map((name) =>
        metrics.get(name)!.series.get(name)
      );
    };
    assert.deepEqual(await told(), [undefined, undefined]);
    const next_at = "2026-11-24T00:00:00.000Z";
    const cases: [BackupStatus, number[]][] = [
      [{ last_ok_at: null, last_error: null, next_at }, [0, 0]],
      [{ last_ok_at: "2026-11-23T00:00:00.000Z", last_error: null, next_at }, [1_795_392_000, 0]],
      [{ last_ok_at: null, last_error: "the disk is full", next_at }, [0, 1]],
    ];
    for (const [backup, expected] of cases) {
      state.backup = backup;
      assert.deepEqual(await told(), expected);
      assert.deepEqual((await figures.stats()).backup, backup);
    }
    await figures.close();
  });
});
