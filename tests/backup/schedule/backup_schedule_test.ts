import assert from "node:assert/strict";
import { basename, join } from "node:path";
import { BackupSchedule } from "../../../lib/backup/schedule/backup_schedule.ts";
import { ManualTimers } from "../../client/manual_timers.ts";
import { withFolder } from "../../folder.ts";
import { filesIn } from "../backup_of.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A schedule on a folder, whose maker writes an empty file, or fails where `failure` is set. */
class Scheduled {
  readonly timers = new ManualTimers();
  readonly reports: string[] = [];
  readonly levels: (string | undefined)[] = [];
  failure: string | null = null;
  /** Added to the clock that shows the time of day. */
  shift = 0;
  schedule: BackupSchedule;
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
    this.schedule = this.start();
  }

  /** Starts as a server does, anew. */
  start(keep = 3): BackupSchedule {
    const clock = { wall: () => this.timers.monotonic() + this.shift };
    return this.schedule = new BackupSchedule({
      ...{ folder: this.#folder, every: DAY, keep, encrypted: false },
      ...{ clock, timers: this.timers },
      report: (line, level) => {
        this.reports.push(line);
        this.levels.push(level);
      },
      maker: {
        make: async ({ scratch, target }) => {
          await Deno.writeTextFile(join(scratch, "backup"), "");
          if (this.failure !== null) throw new Error(this.failure);
          await Deno.rename(join(scratch, "backup"), target);
        },
        stop: () => {},
      },
    });
  }

  /** Lets time go by, and what is due be done. */
  async pass(time: number): Promise<void> {
    // Minute by minute, because what is done takes its turn of the event loop.
    for (let passed = 0; passed < time; passed += MINUTE) {
      this.timers.advance(MINUTE);
      await this.schedule.idle();
    }
  }

  get files(): string[] {
    return filesIn(this.#folder);
  }
}

// The manual clock begins on 2026-11-23.
const named = (...days: number[]) => days.map((day) => `chung-2026-11-${day}T000100Z.tar.gz`);

Deno.test("backups are made every so often, and the newest kept; other files stay", async () => {
  await withFolder(async (parent) => {
    const folder = join(parent, "backups");
    const scheduled = new Scheduled(folder);
    assert.deepEqual(scheduled.schedule.status, {
      last_ok_at: null,
      last_error: null,
      next_at: "2026-11-23T00:01:00.000Z",
    });
    await scheduled.pass(MINUTE);
    assert.deepEqual(scheduled.files, named(23));
    await Deno.writeTextFile(join(folder, "chung-notes.txt"), "mine");
    await scheduled.pass(DAY - MINUTE);
    assert.deepEqual(scheduled.files, [...named(23), "chung-notes.txt"]);
    await scheduled.pass(4 * DAY);
    assert.deepEqual(scheduled.files, [...named(25, 26, 27), "chung-notes.txt"]);
    assert.deepEqual(scheduled.schedule.status, {
      last_ok_at: "2026-11-27T00:01:00.000Z",
      last_error: null,
      next_at: "2026-11-28T00:01:00.000Z",
    });
    assert.deepEqual(scheduled.reports, []);
    await scheduled.schedule.stop();
  });
});

Deno.test("after a restart the schedule goes on by the backups that are there", async () => {
  await withFolder(async (folder) => {
    const scheduled = new Scheduled(folder);
    const restart = async () => {
      await scheduled.schedule.stop();
      return scheduled.start().status;
    };
    await scheduled.pass(HOUR);
    assert.deepEqual(await restart(), {
      last_ok_at: "2026-11-23T00:01:00.000Z",
      last_error: null,
      next_at: "2026-11-24T00:01:00.000Z",
    });
    await scheduled.pass(DAY);
    assert.deepEqual(scheduled.files, named(23, 24));
    // One that became due while no server ran is made soon, and only once.
    await scheduled.schedule.stop();
    scheduled.timers.advance(3 * DAY);
    assert.equal((await restart()).next_at, "2026-11-27T01:01:00.000Z");
    await scheduled.pass(HOUR);
    assert.equal(scheduled.files.length, 3);
    // A crash in the middle leaves nothing that counts.
    await Deno.mkdir(join(folder, ".chung-backup.unfinished"));
    await Deno.writeTextFile(join(folder, ".chung-backup.unfinished/chung.db"), "half");
    assert.equal((await restart()).last_ok_at, "2026-11-27T01:01:00.000Z");
    await scheduled.pass(DAY);
    assert.equal(scheduled.files.length, 3);
    assert(scheduled.files.every((name) => /^chung-2026/.test(name)));
    await scheduled.schedule.stop();
  });
});

Deno.test("a failure is told, shown and tried again; the older backups stay", async () => {
  await withFolder(async (folder) => {
    const scheduled = new Scheduled(folder);
    await scheduled.pass(MINUTE);
    scheduled.failure = "no space left";
    await scheduled.pass(DAY);
    assert.deepEqual(scheduled.schedule.status, {
      last_ok_at: "2026-11-23T00:01:00.000Z",
      last_error: "no space left",
      next_at: "2026-11-24T01:01:00.000Z",
    });
    assert.deepEqual(scheduled.reports, [
      "no backup could be made: no space left; next attempt at 2026-11-24T01:01:00.000Z",
    ]);
    assert.deepEqual(scheduled.files, named(23));
    scheduled.failure = null;
    await scheduled.pass(HOUR);
    assert.equal(scheduled.schedule.status.last_error, null);
    assert.equal(scheduled.reports.at(-1), "backups are made again");
    assert.deepEqual(scheduled.levels, ["error", "info"]);
    assert.equal(scheduled.files.length, 2);
    await scheduled.schedule.stop();
  });
});

Deno.test("setting the clock back or forward neither stops backups nor makes many", async () => {
  await withFolder(async (folder) => {
    const scheduled = new Scheduled(folder);
    await scheduled.pass(MINUTE);
    scheduled.shift = -365 * DAY;
    await scheduled.pass(DAY + MINUTE);
    assert.deepEqual(scheduled.files, ["chung-2025-11-24T000200Z.tar.gz", ...named(23)]);
    await scheduled.schedule.stop();
    // Started with a clock behind the newest backup.
    assert.equal(scheduled.start().status.next_at, "2025-11-25T00:02:00.000Z");
    scheduled.shift = 0;
    await scheduled.pass(HOUR);
    assert.equal(scheduled.files.length, 3);
    // The one that was just made stays, however old its time seems beside the others.
    scheduled.shift = -700 * DAY;
    await scheduled.schedule.stop();
    scheduled.start(1);
    await scheduled.pass(DAY + HOUR);
    assert.match(scheduled.files.join(), /^chung-2024-[^,]+$/);
    await scheduled.schedule.stop();
  });
});

Deno.test("a folder that can't be used is told at once, and its server goes on", async () => {
  await withFolder(async (folder) => {
    const path = join(folder, "file");
    await Deno.writeTextFile(path, "");
    const scheduled = new Scheduled(path);
    assert.match(
      scheduled.reports[0],
      /^no backup could be made: .*; next attempt at 2026-11-23T01/,
    );
    await scheduled.pass(2 * HOUR);
    assert(scheduled.reports.length >= 2);
    assert.equal(basename(path), "file");
    await scheduled.schedule.stop();
  });
});
