import assert from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import { withFolder } from "../../folder.ts";
import { assertIndexed, assertSound } from "../../kills/invariants.ts";
import { LineClient } from "../../line_client.ts";
import { Program, SERVER_READY } from "../../program.ts";
import { MAY_MOUNT, SmallDisk, testInNamespace, withSmallDisk } from "../../small_disk.ts";

/** Reports when the database can't be written, and when it can again. */
const FULL =
  /^the database can't be used now: (database or disk is full|disk I\/O error); try again later$/;
const AGAIN = "the database can be written again";

interface Started {
  server: Program;
  port: number;
}

const programs: Program[] = [];

function program(data: string, log: string, environment: Record<string, string> = {}): Program {
  const args = ["--port", "0", "--data", data, "--log", log];
  const server = new Program("server.ts", args, environment);
  programs.push(server);
  return server;
}

/** Runs a test with a disk, and ends all servers before it is removed. */
function onSmallDisk(megabytes: number, test: (disk: SmallDisk) => Promise<void>): Promise<void> {
  return withSmallDisk(megabytes, async (disk) => {
    try {
      await test(disk);
    } finally {
      for (const server of programs.splice(0)) {
        server.kill("SIGKILL");
        await server.end();
      }
    }
  });
}

async function start(...options: Parameters<typeof program>): Promise<Started> {
  const server = program(...options);
  return { server, port: Number(await server.line(SERVER_READY)) };
}

/** A client that writes with tags and remembers what was acknowledged. */
class Talker {
  readonly client: LineClient;
  readonly token: string;
  readonly acknowledged = new Map<string, string>();
  readonly refused = new Map<string, string>();
  #sent = 0;

  constructor(client: LineClient, token: string) {
    this.client = client;
    this.token = token;
  }

  static async begin(port: number): Promise<Talker> {
    const client = await LineClient.connect(port);
    const token = await client.join("alice");
    await client.ok(`@p new_project ${token} Website`);
    return new Talker(client, token);
  }

  async say(text: string, room = 1): Promise<boolean> {
    const tag = `t${++this.#sent}`;
    return await this.#send(tag, room, `${tag} ${text}`);
  }

  /** Resends refused messages with their tags: nothing of them may be stored. */
  async sayAgain(): Promise<void> {
    for (const [tag, text] of this.refused) assert(await this.#send(tag, 1, text), tag);
    this.refused.clear();
  }

  async #send(tag: string, room: number, text: string): Promise<boolean> {
    const line = await this.client.request(`@${tag} chat ${this.token} ${room} ${text}`);
    if (/^@\S+ ok chat /.test(line)) {
      assert(!line.includes('"duplicate"'), line);
      this.acknowledged.set(tag, text);
      return true;
    }
    assert.match(line, /^@\S+ err chat unavailable /);
    this.refused.set(tag, text);
    return false;
  }

  /** Checks that exactly what was acknowledged can be read. */
  async check(): Promise<void> {
    const texts: string[] = [];
    for (let after = 0, more = true; more;) {
      const page = await this.client.ok(`history ${this.token} 1 1000 - ${after}`);
      for (const { id, message, notice } of page.messages) {
        // Renaming makes lines of activity.
        if (notice === undefined) texts.push(message);
        after = id;
      }
      more = page.more;
    }
    const expected = [...this.acknowledged.values()];
    assert.deepEqual(texts.length, expected.length);
    assert.deepEqual(texts.sort(), expected.sort());
  }

  async fillUp(disk: SmallDisk, text: string): Promise<void> {
    disk.fill();
    // Partially filled pages may have a little room left.
    for (let i = 0; await this.say(text); i++) assert(i < 2_000, "the disk is not full");
    // Where there is no room for a message, there may be room for the smallest change, and a WAL that was just emptied
    // takes hundreds of them.
    for (let i = 0;; i++) {
      const line = await this.client.request(`rename_project ${this.token} 1 name ${i}`);
      if (line.startsWith("err rename_project unavailable ")) return;
      assert(i < 5_000, line);
    }
  }
}

function sound(data: string): void {
  const database = new DatabaseSync(`${data}/chung.db`, { readOnly: true });
  assertSound(database);
  assertIndexed(database);
  database.close();
}

if (!MAY_MOUNT) testInNamespace(import.meta.url);
else {
  // Guard (storage): a full disk makes writes unavailable, and no more
  Deno.test("on a full disk writes are unavailable and reads go on, and all goes on by itself when there is room", () =>
    onSmallDisk(24, async (disk) => {
      const [data, log] = [`${disk.folder}/data`, `${disk.folder}/log`];
      // SQLite has no room for temporary files either.
      const { server, port } = await start(data, log, { SQLITE_TMPDIR: disk.folder });
      const alice = await Talker.begin(port);
      const { client, token } = alice;
      // A project list larger than SQLite sorts in its cache.
      for (let i = 2; i <= 200; i++) {
        await client.ok(`@p${i} new_project ${token} project ${i}`);
        await client.ok(`@m${i} chat ${token} ${i} ${"x".repeat(16_000)}`);
      }
      for (let i = 0; i < 20; i++) await alice.say("before");
      await client.ok(`search ${token} 1 before`);
      await alice.fillUp(disk, "while it fills");
      for (let i = 0; i < 20; i++) await alice.say("nothing of it");
      // Reads, and actions that need no write.
      await alice.check();
      assert.equal((await client.ok(`projects ${token}`)).projects.length, 200);
      assert.equal((await client.ok(`members ${token} 1`)).members.length, 1);
      assert.equal((await client.ok(`whoami ${token}`)).user.username, "alice");
      assert.equal((await client.ok(`enter ${token} 1`)).project.id, 1);
      assert((await client.ok(`search ${token} 1 before`)).messages.length >= 20);
      assert.equal(await client.err("login alice wrong-password"), "bad_credentials");
      // Actions that do: creating an account or a session, an edit, a deletion.
      for (
        const line of [
          "reg bob matkhau-123",
          "login alice matkhau-123",
          `edit ${token} 1 changed`,
          `delete ${token} 1`,
          `new_project ${token} none`,
          `rename_project ${token} 1 none`,
        ]
      ) assert.equal(await client.err(line), "unavailable", line);
      assert(alice.refused.size >= 20);
      disk.makeRoom();
      // The same server, the next write, with its tag: nothing of the refused one was stored.
      await alice.sayAgain();
      await alice.check();
      await client.ok("login alice matkhau-123");
      await client.close();
      server.kill("SIGTERM");
      const { code, errors } = await server.end();
      assert.equal(code, 0);
      const [logLines, lines] = split(errors);
      assert.deepEqual(turns(lines), [FULL, AGAIN]);
      // The log was full too: reported once, kept in memory, and nothing is lost.
      assert.equal(logLines.length, 2, errors);
      assert.match(logLines[0], /^audit log: can't write .*entries are kept in memory/);
      assert.equal(logLines[1], "audit log: written again; 0 entries were lost");
      const [day] = [...Deno.readDirSync(log)];
      const written = Deno.readTextFileSync(`${log}/${day.name}/chat_log_${day.name}.log`);
      const okays = client.transcript.filter((line) => / ok chat /.test(line)).length;
      const errs = client.transcript.filter((line) => / err chat /.test(line)).length;
      assert.equal(written.split("MessageResponse: ").length - 1, okays + errs);
      sound(data);
    }));

  // Guard (storage): a disk that fills while the WAL grows, at a kill or at a start loses nothing
  Deno.test("a disk that fills while the WAL can't be emptied any more loses nothing, in use, killed, and at the next start", () =>
    onSmallDisk(16, (disk) =>
      withFolder(async (folder) => {
        const [data, log] = [`${disk.folder}/data`, `${folder}/log`];
        let { server, port } = await start(data, log);
        const alice = await Talker.begin(port);
        // Room for a WAL beyond the 1,000 pages at which it is checkpointed, but for nothing more in the database.
        disk.fill(6_500_000);
        const text = "x".repeat(15_000);
        for (let i = 0; i < 1_000 && await alice.say(text); i++);
        assert(alice.refused.size === 1, "the disk is full");
        assert(Deno.statSync(`${data}/chung.db-wal`).size > 1_000 * 4_096);
        await alice.check();
        disk.makeRoom();
        await alice.sayAgain();
        await alice.fillUp(disk, text);
        server.kill("SIGKILL");
        await alice.client.ended();
        const { errors } = await server.end();
        assert.deepEqual(turns(split(errors)[1]), [FULL, AGAIN, FULL]);
        // The server doesn't start on the full disk, whose WAL can't be checkpointed; nothing is lost by trying.
        for (let i = 0; i < 2; i++) {
          const refused = await program(data, log).end();
          assert.equal(refused.code, 1, refused.errors);
          assert.match(
            refused.errors,
            /^chung-server: [^\n]*(full|disk I\/O error|No space)[^\n]*\n$/,
          );
        }
        disk.makeRoom();
        ({ server, port } = await start(data, log));
        const again = new Talker(await LineClient.connect(port), alice.token);
        for (const [tag, said] of alice.acknowledged) again.acknowledged.set(tag, said);
        for (const [tag, said] of alice.refused) again.refused.set(tag, said);
        await again.check();
        await again.sayAgain();
        await again.check();
        await again.client.ok(`search ${again.token} 1 x`);
        await again.client.close();
        await alice.client.close();
        server.kill("SIGTERM");
        assert.deepEqual(await server.end(), { code: 0, errors: "" });
        sound(data);
      })));

  Deno.test("a first start on a full disk leaves nothing that the next one stumbles over", () =>
    onSmallDisk(1, (disk) =>
      withFolder(async (folder) => {
        const [data, log] = [`${disk.folder}/data`, `${folder}/log`];
        disk.fill();
        const refused = await program(data, log).end();
        assert.equal(refused.code, 1);
        assert.match(refused.errors, /^chung-server: [^\n]+\n$/);
        assert(!refused.errors.includes("another server"), refused.errors);
        disk.makeRoom();
        const { server, port } = await start(data, log);
        await (await Talker.begin(port)).client.close();
        server.kill("SIGTERM");
        assert.deepEqual(await server.end(), { code: 0, errors: "" });
      })));
}

/**
 * The first and last of alternating reports: while the disk fills up, smaller writes may succeed again. Not one line
 * per write.
 */
function turns(lines: string[]): (RegExp | string)[] {
  const told = lines.map((line) => FULL.test(line) ? FULL : line);
  for (const [i, line] of told.entries()) {
    assert.equal(line, i % 2 === 0 ? FULL : AGAIN, lines.join("\n"));
  }
  assert(told.length <= 10, lines.join("\n"));
  return told.length % 2 === 0 ? [FULL, AGAIN] : [FULL, AGAIN, FULL];
}

/** Splits reports into those about the log and the rest. */
function split(errors: string): [log: string[], rest: string[]] {
  const lines = errors.split("\n").filter((line) => line !== "");
  const ofLog = (line: string) => line.startsWith("audit log: ");
  return [lines.filter(ofLog), lines.filter((line) => !ofLog(line))];
}
