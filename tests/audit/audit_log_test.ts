import assert from "node:assert/strict";
import { join } from "node:path";
import { AuditLog, type AuditLogOptions } from "../../lib/audit/audit_log.ts";
import type { AuditEntry } from "../../lib/audit/audit_entry.ts";
import { parseLog } from "./log_reader.ts";

const MORNING = Date.UTC(2024, 9, 30, 1, 15, 30, 123);

function entry(request: string, changes: Partial<AuditEntry> = {}): AuditEntry {
  return {
    file: "chat",
    name: "nhắn tin",
    type: "chat",
    user: "alice",
    request,
    response: "ok chat {}",
    at: MORNING,
    ...changes,
  };
}

interface Folder {
  directory: string;
  /** Reports to the operator. */
  reports: string[];
  levels: (string | undefined)[];
  open(options?: Partial<AuditLogOptions>): AuditLog;
  /** The requests in a file, in order. */
  requests(day: string, file: string): Promise<string[]>;
}

/** Runs a test with a temporary folder, in Viet Nam's time zone. */
async function withFolder(test: (folder: Folder) => Promise<void>): Promise<void> {
  const parent = await Deno.makeTempDir();
  const directory = join(parent, "log");
  const reports: string[] = [];
  const levels: (string | undefined)[] = [];
  try {
    await test({
      directory,
      reports,
      levels,
      open: (options) =>
        new AuditLog({
          directory,
          report: (line, level) => {
            reports.push(line);
            levels.push(level);
          },
          offsetMinutes: () => 420,
          ...options,
        }),
      requests: async (day, file) => {
        const path = join(directory, day, `${file}_log_${day}.log`);
        return parseLog(await Deno.readTextFile(path)).map(({ request }) => request);
      },
    });
  } finally {
    await Deno.remove(parent, { recursive: true });
  }
}

function numbers(from: number, to: number): string[] {
  return Array.from({ length: to - from }, (_, place) => `entry ${from + place}`);
}

Deno.test("AuditLog writes a folder a day and a file an action when entries differ in both", () =>
  withFolder(async ({ directory, open, requests, reports }) => {
    const log = open();
    const midnight = Date.UTC(2024, 9, 30, 17);
    log.record(entry("first", { at: midnight - 1 }));
    log.record(entry("second", { at: midnight }));
    log.record(entry("third", { at: midnight - 1 }));
    log.record(entry("fourth", { at: midnight, file: "new_project" }));
    await log.close();
    assert.deepEqual(await requests("30_10_2024", "chat"), ["first", "third"]);
    assert.deepEqual(await requests("31_10_2024", "chat"), ["second"]);
    assert.deepEqual(await requests("31_10_2024", "new_project"), ["fourth"]);
    const days = [...Deno.readDirSync(directory)].map(({ name }) => name);
    assert.deepEqual(days.sort(), ["30_10_2024", "31_10_2024"]);
    assert.deepEqual(reports, []);
  }));

Deno.test("AuditLog writes the protocol's example to the byte", () =>
  withFolder(async ({ directory, open }) => {
    const log = open();
    log.record({
      file: "reg",
      name: "đăng ký",
      type: "register",
      user: null,
      request: "reg alice ***",
      response: 'ok reg {"user":{"id":1,"username":"alice","role":"user"}}',
      at: MORNING,
    });
    await log.close();
    assert.equal(
      await Deno.readTextFile(join(directory, "30_10_2024", "reg_log_30_10_2024.log")),
      `-------------------------------------------------------
ActionName: đăng ký
ActionType: register
User: anonymous user
MessageRequest: reg alice ***
MessageResponse: ok reg {"user":{"id":1,"username":"alice","role":"user"}}
Timestamp: 2024-10-30 08:15:30.123 +07:00
-------------------------------------------------------
`,
    );
  }));

Deno.test("AuditLog keeps the order of a file when many batches are under way", () =>
  withFolder(async ({ open, requests }) => {
    const log = open({ flushEvery: 0 });
    const flushes: Promise<void>[] = [];
    for (const request of numbers(0, 3_000)) {
      log.record(entry(request));
      if (request.endsWith("7")) flushes.push(log.flush());
      if (request.endsWith("77")) await flushes.shift();
    }
    await Promise.all(flushes);
    await log.close();
    assert.deepEqual(await requests("30_10_2024", "chat"), numbers(0, 3_000));
  }));

Deno.test("AuditLog appends when a file is there from before a restart", () =>
  withFolder(async ({ open, requests }) => {
    for (const request of ["before", "after"]) {
      const log = open();
      log.record(entry(request));
      await log.close();
    }
    assert.deepEqual(await requests("30_10_2024", "chat"), ["before", "after"]);
  }));

Deno.test("AuditLog begins on a new line when a crash tore the last entry", () =>
  withFolder(async ({ directory, open }) => {
    const path = join(directory, "30_10_2024", "chat_log_30_10_2024.log");
    await Deno.mkdir(join(directory, "30_10_2024"), { recursive: true });
    await Deno.writeTextFile(path, "-----\nActionName: nh");
    const log = open();
    log.record(entry("whole"));
    await log.close();
    const text = await Deno.readTextFile(path);
    const torn = "-----\nActionName: nh\n";
    assert.ok(text.startsWith(torn));
    assert.deepEqual(parseLog(text.slice(torn.length)).map(({ request }) => request), ["whole"]);
  }));

Deno.test("AuditLog writes to the file of invalid lines when a name can't be a file's", () =>
  withFolder(async ({ directory, open, requests }) => {
    const log = open();
    for (const file of ["../../etc/passwd", "", "Chat", "a/b", "chat\n"]) {
      log.record(entry(`to ${JSON.stringify(file)}`, { file }));
    }
    await log.close();
    assert.equal((await requests("30_10_2024", "invalid")).length, 5);
    assert.deepEqual(
      [...Deno.readDirSync(join(directory, "30_10_2024"))].map(({ name }) => name).sort(),
      ["invalid_log_30_10_2024.log", "invalid_log_30_10_2024.log.chain"],
    );
  }));

Deno.test("AuditLog writes by itself when an entry has waited its time", () =>
  withFolder(async ({ directory, open, requests }) => {
    const day = join(directory, "30_10_2024");
    await Deno.mkdir(day, { recursive: true });
    const watcher = Deno.watchFs(day);
    const log = open({ flushEvery: 1 });
    log.record(entry("soon"));
    const written = async () => {
      for await (const { kind } of watcher) {
        if (kind !== "access" && (await requests("30_10_2024", "chat")).length === 1) return;
      }
    };
    await written();
    await log.close();
  }));

Deno.test("AuditLog ignores what is recorded when it is closed", () =>
  withFolder(async ({ open, requests }) => {
    const log = open();
    log.record(entry("before"));
    const closed = log.close();
    log.record(entry("after"));
    await closed;
    assert.deepEqual(await requests("30_10_2024", "chat"), ["before"]);
  }));

Deno.test("AuditLog makes the folder again when it is removed", () =>
  withFolder(async ({ directory, open, requests, reports }) => {
    const log = open();
    log.record(entry("first"));
    await log.flush();
    await Deno.remove(directory, { recursive: true });
    log.record(entry("second"));
    await log.flush();
    assert.deepEqual(await requests("30_10_2024", "chat"), ["second"]);
    assert.deepEqual(reports, []);
    await log.close();
  }));

Deno.test("AuditLog tells the operator once when it can't write, and once when it can again", () =>
  withFolder(async ({ directory, open, requests, reports, levels }) => {
    await Deno.writeTextFile(directory, "a file where the folder should be");
    const log = open({ flushEvery: 60_000 });
    for (const request of numbers(0, 5)) {
      log.record(entry(request));
      await log.flush();
    }
    assert.equal(reports.length, 1);
    assert.match(reports[0], /^audit log: can't write .*chat_log_30_10_2024\.log: /);
    await Deno.remove(directory);
    log.record(entry("entry 5"));
    await log.flush();
    assert.deepEqual(reports.slice(1), ["audit log: written again; 0 entries were lost"]);
    assert.deepEqual(await requests("30_10_2024", "chat"), numbers(0, 6));
    await log.close();
    assert.equal(reports.length, 2);
    assert.deepEqual(levels, ["error", "info"]);
  }));

Deno.test("AuditLog tries again by itself when nothing new is recorded", () =>
  withFolder(async ({ directory, open, requests }) => {
    await Deno.writeTextFile(directory, "in the way");
    const recovered = Promise.withResolvers<void>();
    const log = open({
      flushEvery: 1,
      report: (line) => line.includes("written again") && recovered.resolve(),
    });
    log.record(entry("kept"));
    await log.flush();
    await Deno.remove(directory);
    await recovered.promise;
    assert.deepEqual(await requests("30_10_2024", "chat"), ["kept"]);
    await log.close();
  }));

Deno.test("AuditLog goes on with other files when one can't be written", () =>
  withFolder(async ({ directory, open, requests }) => {
    await Deno.mkdir(join(directory, "30_10_2024", "chat_log_30_10_2024.log"), { recursive: true });
    const log = open();
    log.record(entry("stuck"));
    log.record(entry("fine", { file: "login" }));
    await log.flush();
    assert.deepEqual(await requests("30_10_2024", "login"), ["fine"]);
    await log.close();
  }));

Deno.test("AuditLog loses the newest and counts them when the room for unwritten ones is full", () =>
  withFolder(async ({ directory, open, requests, reports }) => {
    await Deno.writeTextFile(directory, "in the way");
    // Fits about 25 entries of about 300 bytes.
    const log = open({ flushEvery: 60_000, maxBuffered: 16_000 });
    for (const request of numbers(0, 100)) {
      log.record(entry(request));
      await log.flush();
    }
    await Deno.remove(directory);
    await log.flush();
    const kept = await requests("30_10_2024", "chat");
    assert.ok(kept.length > 10 && kept.length < 50);
    assert.deepEqual(kept, numbers(0, kept.length));
    assert.deepEqual(reports.slice(1), [
      `audit log: written again; ${100 - kept.length} entries were lost`,
    ]);
    await log.close();
  }));

Deno.test("AuditLog loses the newest and says so when entries come faster than it writes", () =>
  withFolder(async ({ open, requests, reports }) => {
    const log = open({ maxBuffered: 16_000 });
    for (const request of numbers(0, 100)) log.record(entry(request));
    assert.equal(reports.length, 1);
    await log.flush();
    const kept = await requests("30_10_2024", "chat");
    assert.ok(kept.length > 10 && kept.length < 50);
    assert.deepEqual(kept, numbers(0, kept.length));
    assert.deepEqual(reports.slice(1), [
      `audit log: written again; ${100 - kept.length} entries were lost`,
    ]);
    await log.close();
  }));

Deno.test("AuditLog tells how many are lost when it is closed before it can write again", () =>
  withFolder(async ({ directory, open, reports, levels }) => {
    await Deno.writeTextFile(directory, "in the way");
    const log = open();
    for (const request of numbers(0, 7)) log.record(entry(request));
    await log.close();
    assert.deepEqual(reports.slice(1), ["audit log: closed, and 7 entries are lost"]);
    assert.deepEqual(levels, ["error", "error"]);
  }));

Deno.test({
  name: "AuditLog reports and goes on when the device is full",
  ignore: Deno.build.os !== "linux",
  fn: () =>
    withFolder(async ({ directory, open, requests, reports }) => {
      const path = join(directory, "30_10_2024", "chat_log_30_10_2024.log");
      await Deno.mkdir(join(directory, "30_10_2024"), { recursive: true });
      await Deno.symlink("/dev/full", path);
      const log = open({ flushEvery: 60_000 });
      log.record(entry("entry 0"));
      await log.flush();
      assert.match(reports[0], /No space left/);
      await Deno.remove(path);
      log.record(entry("entry 1"));
      await log.flush();
      assert.deepEqual(await requests("30_10_2024", "chat"), numbers(0, 2));
      assert.equal(reports.length, 2);
      await log.close();
    }),
});

/** Mounts a file system of 64 KiB; null where this account may not mount. */
async function mountSmallDisk(): Promise<string | null> {
  if (Deno.build.os !== "linux" || Deno.uid() !== 0) return null;
  const folder = await Deno.makeTempDir();
  const { success } = await new Deno.Command("mount", {
    args: ["-t", "tmpfs", "-o", "size=64k", "chung-test", folder],
    stderr: "null",
  }).output();
  if (success) return folder;
  await Deno.remove(folder);
  return null;
}

Deno.test("AuditLog tears no entry when the disk fills up in the midst of one", async (test) => {
  const disk = await mountSmallDisk();
  if (disk === null) {
    await test.step({
      name: "ignored: only root may mount a small disk",
      ignore: true,
      fn: () => {},
    });
    return;
  }
  const reports: string[] = [];
  const log = new AuditLog({
    directory: disk,
    report: (line) => reports.push(line),
    flushEvery: 60_000,
    offsetMinutes: () => 420,
  });
  const path = join(disk, "30_10_2024", "chat_log_30_10_2024.log");
  const requests = async () =>
    parseLog(await Deno.readTextFile(path)).map(({ request }) => request);
  const ballast = join(disk, "ballast");
  try {
    await Deno.writeFile(ballast, new Uint8Array(32 * 1024));
    for (let first = 0; first < 150; first += 50) {
      for (const request of numbers(first, first + 50)) log.record(entry(request));
      await log.flush();
    }
    assert.equal(reports.length, 1);
    const fitted = await requests();
    assert.ok(fitted.length < 150);
    assert.deepEqual(fitted, numbers(0, fitted.length));
    await Deno.remove(ballast);
    await log.flush();
    assert.deepEqual(await requests(), numbers(0, 150));
    assert.deepEqual(reports.slice(1), ["audit log: written again; 0 entries were lost"]);
  } finally {
    await log.close();
    await new Deno.Command("umount", { args: [disk] }).output();
    await Deno.remove(disk);
  }
});
