import assert from "node:assert/strict";
import { logPath } from "../../lib/audit/reading/log_files.ts";
import { readLogHeads } from "../../lib/store/sqlite/reads/log_heads.ts";
import { withFolder } from "../folder.ts";
import { LineClient } from "../line_client.ts";
import { Program, SERVER_READY } from "../program.ts";

const ENGLISH = { LC_ALL: "en_US.UTF-8" };

function places(folder: string): string[] {
  return ["--data", `${folder}/data`, "--log", `${folder}/log`];
}

/** Starts `chung-server log`. */
function start(folder: string, args: string[]): Program {
  return new Program("server.ts", ["log", ...args, ...places(folder)], ENGLISH);
}

/** Runs it to its end. */
async function log(folder: string, args: string[]) {
  const program = start(folder, args);
  const { code, errors } = await program.end();
  return { code, errors, output: program.lines.join("\n") };
}

async function startServer(folder: string): Promise<{ server: Program; port: number }> {
  const server = new Program("server.ts", ["--port", "0", ...places(folder)]);
  return { server, port: Number(await server.line(SERVER_READY)) };
}

async function stop(server: Program): Promise<void> {
  server.kill("SIGTERM");
  assert.deepEqual(await server.end(), { code: 0, errors: "" });
}

// Guard (storage): chung-server log verify names what was changed in the log, and misses files and days
Deno.test("chung-server log searches, follows, counts and verifies the log of a real server", () =>
  withFolder(async (folder) => {
    const { server, port } = await startServer(folder);
    const client = await LineClient.connect(port);
    const token = await client.join("lan");
    const { project } = await client.ok(`new_project ${token} Hóa đơn`);
    for (let number = 1; number <= 3; number++) {
      await client.ok(`chat ${token} ${project.id} tin số ${number}`);
    }
    const tail = start(folder, ["tail", "--action", "chat", "--json"]);
    await tail.line(/tin số 3/);
    await client.ok(`chat ${token} ${project.id} tin số 4`);
    await tail.line(/tin số 4/);
    tail.kill("SIGINT");
    assert.deepEqual(await tail.end(), { code: 0, errors: "" });
    assert.deepEqual(
      tail.lines.map((line) => JSON.parse(line).MessageRequest),
      [1, 2, 3, 4].map((number) => `chat *** ${project.id} tin số ${number}`),
    );
    const beside = await log(folder, ["verify"]);
    assert.deepEqual([beside.code, beside.errors], [0, ""], beside.output);
    await client.ok(`logout ${token}`);
    await client.close();
    await stop(server);

    const [{ name: day }] = [...Deno.readDirSync(`${folder}/log`)];
    const chat = logPath(`${folder}/log`, day, "chat");
    const { heads } = readLogHeads(`${folder}/data/chung.db`);
    const files = [...new Set(heads.map(({ file }) => file))];
    assert.deepEqual(files, [
      "chat",
      "connection",
      "event",
      "login",
      "logout",
      "new_project",
      "reg",
    ]);
    assert.equal(heads.find(({ file }) => file === "chat")!.entries, 4);
    const [found, none, stats, intact] = await Promise.all([
      log(folder, ["grep", "tin", "so", "3", "--action", "chat"]),
      log(folder, ["grep", "tin", "--user", "binh"]),
      log(folder, ["stats", "--day", day, "--json"]),
      log(folder, ["verify", day]),
    ]);
    assert.equal(found.code, 0, found.errors);
    const entries = found.output.split("\n");
    assert.equal(entries.length, 8);
    assert.equal(entries[4], `MessageRequest: chat *** ${project.id} tin số 3`);
    assert.deepEqual([none.code, none.output], [1, ""]);
    const size = Deno.statSync(chat).size;
    const counted = stats.output.split("\n").map((line) => JSON.parse(line));
    assert.deepEqual(counted[0], { day, action: "chat", entries: 4, bytes: size, stored: size });
    assert.equal(intact.code, 0, intact.output);
    assert.match(intact.output, /^ {2}\S+ chat: 4 entries, unchanged$/m);
    assert.match(intact.output, /\nThe log is as it was written: 7 files, \d+ entries\.$/);

    const text = Deno.readTextFileSync(chat);
    Deno.writeTextFileSync(chat, text.replace("tin số 2", "tin sổ 2"));
    Deno.removeSync(logPath(`${folder}/log`, day, "login"));
    Deno.removeSync(`${logPath(`${folder}/log`, day, "reg")}.chain`);
    const changed = await log(folder, ["verify"]);
    assert.equal(changed.code, 1);
    const wrong = changed.output.split("\n").filter((line) => line.startsWith("!"));
    assert.equal(wrong.length, 3, changed.output);
    assert.match(wrong[0], /chat: entry 2 was changed \[.*, lan: chat \*\*\* 1 tin sổ 2\]$/);
    assert.match(wrong[1], /login: the file is missing; it had 1 entries$/);
    assert.match(wrong[2], /reg: the chain is missing, though the database knows its end$/);

    Deno.removeSync(`${folder}/log/${day}`, { recursive: true });
    const [gone, filesOnly, badDay, badWord] = await Promise.all([
      log(folder, ["verify", "--json"]),
      log(folder, ["verify", "--files-only"]),
      log(folder, ["verify", "yesterday"]),
      log(folder, ["sort"]),
    ]);
    assert.equal(gone.code, 1);
    assert.deepEqual(JSON.parse(gone.output).findings, [{ kind: "day_missing" }]);
    assert.equal(filesOnly.code, 0);
    assert.match(filesOnly.output, /missing files and days go unnoticed/);
    assert.equal(badDay.code, 2);
    assert.match(badDay.errors, /^chung-server log: a day is as 30_10_2024/);
    assert.equal(badWord.code, 2);
  }));

Deno.test("chung-server log explains itself in both languages", async () => {
  for (
    const [language, expected] of [["en_US.UTF-8", /^Usage: /m], [
      "vi_VN.UTF-8",
      /^Cách dùng: /m,
    ]] as const
  ) {
    const program = new Program("server.ts", ["log", "--help"], { LC_ALL: language });
    const { code } = await program.end();
    const output = program.lines.join("\n");
    assert.equal(code, 0);
    assert.match(output, expected);
    for (const word of ["grep", "tail", "stats", "verify", "--files-only", "CHUNG_LOG"]) {
      assert(output.includes(word), word);
    }
  }
});
