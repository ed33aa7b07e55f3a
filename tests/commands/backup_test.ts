import assert from "node:assert/strict";
import { join } from "node:path";
import { generateX25519Identity, identityToRecipient } from "age-encryption";
import type { OptionTable } from "../../lib/cli/options.ts";
import { BACKUP_OPTIONS, BACKUP_TEXT } from "../../lib/commands/backup/backup_help.ts";
import { commandHelp, type CommandText } from "../../lib/commands/command_line.ts";
import { EXPORT_OPTIONS, EXPORT_TEXT } from "../../lib/commands/export/export_help.ts";
import { IMPORT_OPTIONS, IMPORT_TEXT } from "../../lib/commands/import/import_help.ts";
import { RESTORE_OPTIONS, RESTORE_TEXT } from "../../lib/commands/restore/restore_help.ts";
import { withFolder } from "../folder.ts";
import { LineClient } from "../line_client.ts";
import { Program, SERVER_READY } from "../program.ts";
import { startTestServer } from "../server_fixture.ts";
import { runCommand } from "./run_command.ts";

/** Chats without a break until told to stop; resolves to the number of messages that were acknowledged. */
function keepChatting(client: LineClient, token: string): () => Promise<number> {
  let stopped = false;
  const chatting = (async () => {
    let count = 0;
    for (; !stopped; count++) await client.chat(token, 1, `tin ${count}`);
    return count;
  })();
  return () => {
    stopped = true;
    return chatting;
  };
}

/** Starts a server on a restored folder, and reads the newest messages of project 1 as lan. */
async function readRestored(folder: string) {
  const server = await startTestServer({}, { directory: folder });
  const client = await LineClient.connect(server.port);
  try {
    const { token } = await client.ok("login lan matkhau-123");
    return (await client.ok(`history ${token} 1`)).messages as { id: number; message: string }[];
  } finally {
    await client.close();
    await server.close();
  }
}

Deno.test("a server that is being written to is backed up, and each backup restored", async () => {
  await withFolder(async (folder) => {
    const data = join(folder, "data");
    const server = new Program("server.ts", [
      ...["--port", "0", "--data", data, "--log", join(folder, "log")],
    ]);
    const client = await LineClient.connect(Number(await server.line(SERVER_READY)));
    const token = await client.join("lan");
    const { token: old } = await client.ok("login lan matkhau-123");
    await client.ok(`new_project ${token} Kho`);
    const stop = keepChatting(client, token);
    const identity = await generateX25519Identity();
    const recipient = await identityToRecipient(identity);
    await Deno.writeTextFile(join(folder, "key.txt"), `# a key\n${identity}\n`);
    const file = join(folder, "copies", "chung.tar.gz");
    await Deno.mkdir(join(folder, "copies"));

    const [named, piped, exported] = await Promise.all([
      runCommand(["backup", file, "--data", data]),
      runCommand(["backup", "-", "--encrypt-to", recipient], { environment: { CHUNG_DATA: data } }),
      runCommand(["export", "-", "--data", data]),
    ]);
    const sent = await stop();
    assert.equal(named.code, 0, named.errors);
    assert.match(
      named.text,
      /^\S+chung.tar.gz is done and checked: 1 users, 1 projects, \d+ messages/,
    );
    assert.equal(
      named.errors,
      "copying the database\npacking the copy\nrestoring and checking it\n",
    );
    assert.deepEqual([...Deno.readDirSync(join(folder, "copies"))].map(({ name }) => name), [
      "chung.tar.gz",
    ]);
    assert.equal(piped.code, 0, piped.errors);
    assert.match(piped.errors, /done and checked: 1 users, 1 projects, \d+ messages[^\n]+\n$/);

    assert.equal(exported.code, 0, exported.errors);
    assert.match(
      exported.errors,
      /^exporting\nexported: 1 users, 1 projects, \d+ messages, 0 tasks\n$/,
    );

    const stored = (await client.ok(`history ${token} 1`)).messages;
    assert(sent > 0);
    const key = join(folder, "key.txt");
    const to = (place: string) => ["--data", join(folder, place, "data")];
    const ends = await Promise.all([
      runCommand(["restore", file, ...to("plain")]),
      runCommand(["restore", "-", ...to("opened"), "--identity", key], { input: piped.output }),
      runCommand(["import", "-", ...to("imported")], { input: exported.output }),
    ]);
    for (const [index, place] of ["plain", "opened", "imported"].entries()) {
      const { code, text, errors } = ends[index];
      assert.equal(code, 0, errors);
      assert.match(text, /1 users, 1 projects/);
      assert.match(errors, /next: .*start\n {2}chung-server --data /);
      const restored = await readRestored(join(folder, place));
      const known = new Map(stored.map((each: { id: number }) => [each.id, each]));
      for (const each of restored) {
        if (known.has(each.id)) assert.deepEqual(each, known.get(each.id));
      }
      assert(restored.length > 0);
    }
    // The token of before means nothing to the restored server.
    const again = await startTestServer({}, { directory: join(folder, "plain") });
    const other = await LineClient.connect(again.port);
    assert.equal(await other.err(`whoami ${old}`), "invalid_token");
    await other.close();
    await again.close();
    await client.close();
    server.kill("SIGTERM");
    assert.deepEqual(await server.end(), { code: 0, errors: "" });
  });
});

Deno.test("backup and restore say what is wrong in one line, and leave nothing", async () => {
  await withFolder(async (folder) => {
    const there = join(folder, "there");
    await Deno.writeTextFile(there, "mine");
    const empty = join(folder, "empty");
    const cases: [string[], number, RegExp][] = [
      [["backup"], 2, /^chung-server backup: name one FILE/],
      [["backup", "a", "b"], 2, /name one FILE/],
      [["backup", join(folder, "a"), "--dat", "x"], 2, /--dat/],
      [["backup", join(folder, "a"), "--data", empty], 1, /there is no database .*empty/],
      [["backup", there, "--data", empty], 1, /there exists already/],
      [["backup", join(folder, "a"), "--encrypt-to", "lan"], 1, /"lan" is no recipient of age/],
      [["restore", join(folder, "none"), "--data", empty], 1, /none/],
      [["restore", there, "--data", empty], 1, /the backup can't be read: it is not one of Chung/],
      [["restore", there, "--data", folder], 1, /is not empty/],
      [["export", there, "--data", empty], 1, /there exists already/],
      [["export", join(folder, "a"), "--data", empty], 1, /there is no database .*empty/],
      [["import", there, "--data", join(folder, "other")], 1, /line 1: it is not JSON/],
    ];
    const ends = await Promise.all(cases.map(([args]) => runCommand(args)));
    for (const [index, [, code, expected]] of cases.entries()) {
      const end = ends[index];
      assert.equal(end.code, code, end.errors);
      assert.match(end.errors, expected);
      assert.match(
        end.errors,
        /^((unpacking|importing)[^\n]*\n)?chung-server \w+: [^\n]+\n$/,
      );
      assert.equal(end.text, "");
    }
    assert.deepEqual([...Deno.readDirSync(folder)].map(({ name }) => name), ["there"]);
  });
});

Deno.test("each command explains itself in both languages", async () => {
  const texts: [CommandText, OptionTable][] = [
    [BACKUP_TEXT, BACKUP_OPTIONS],
    [RESTORE_TEXT, RESTORE_OPTIONS],
    [EXPORT_TEXT, EXPORT_OPTIONS],
    [IMPORT_TEXT, IMPORT_OPTIONS],
  ];
  for (const [text, table] of texts) {
    const [en, vi] = (["en", "vi"] as const).map((language) => commandHelp(text, table, language));
    assert.match(en, /^Usage: chung-server [^]*^ {2}--data DIR [^]*^Exit codes: 0/m);
    assert.match(vi, /^Cách dùng: chung-server [^]*^ {2}--data DIR [^]*^Mã kết thúc: 0/m);
  }
  const shown = await runCommand(["backup", "--help"]);
  assert.deepEqual([shown.code, shown.text, shown.errors], [
    0,
    `${commandHelp(BACKUP_TEXT, BACKUP_OPTIONS, "en")}\n`,
    "",
  ]);
});
