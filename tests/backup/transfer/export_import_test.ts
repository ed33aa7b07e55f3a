import assert from "node:assert/strict";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { type Counts, exportWorkplace } from "../../../lib/backup/transfer/export_lines.ts";
import { importWorkplace } from "../../../lib/backup/transfer/import_lines.ts";
import {
  columnOf,
  DERIVED_COLUMNS,
  KINDS,
  LEFT_OUT,
} from "../../../lib/store/sqlite/transfer/kinds.ts";
import { migrate } from "../../../lib/store/sqlite/startup/migrations.ts";
import { withFolder } from "../../folder.ts";
import { LineClient } from "../../line_client.ts";
import { startTestServer } from "../../server_fixture.ts";
import { bytesOf, filesIn } from "../backup_of.ts";
import { fillWorkplace, logIn, readEverything } from "./whole_workplace.ts";

/** Exports a data folder into memory. */
function exported(data: string, withPasswords = true) {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  const counts = exportWorkplace(
    { database: join(data, "chung.db"), withPasswords, at: 0 },
    (bytes) => chunks.push(bytes.slice()),
  );
  return {
    counts,
    text: new TextDecoder().decode(Uint8Array.from(chunks.flatMap((each) => [...each]))),
  };
}

function importText(text: string, data: string) {
  return importWorkplace(bytesOf(new TextEncoder().encode(text)), data);
}

interface Workplace {
  /** The folder of its server, which has been stopped. */
  directory: string;
  /** The time at which it stands still. */
  now: () => number;
  /** Its export, with and without passwords. */
  text: string;
  bare: string;
  counts: Counts;
}

let made: Promise<Workplace> | undefined;

/** A workplace that has everything, made once for all tests of this file. */
function workplace(): Promise<Workplace> {
  return made ??= make();
}

async function make(): Promise<Workplace> {
  const directory = await Deno.makeTempDir({ prefix: "chung-test-" });
  addEventListener("unload", () => Deno.removeSync(directory, { recursive: true }));
  let time = Date.UTC(2026, 10, 23, 8);
  const now = () => time;
  const server = await startTestServer({}, { directory, now });
  const client = await LineClient.connect(server.port);
  await fillWorkplace(client, server, () => time += 1_000);
  await client.close();
  await server.close();
  const [{ text, counts }, { text: bare }] = [true, false].map((each) =>
    exported(join(directory, "data"), each)
  );
  return { directory, now, text, bare, counts };
}

Deno.test("an export, imported, gives the same answers to everybody, and goes on with the next ids", async () => {
  const { directory, now, text, counts } = await workplace();
  await withFolder(async (second) => {
    assert(KINDS.every(({ kind }) => counts[kind] > 0), JSON.stringify(counts));
    assert.deepEqual(await importText(text, join(second, "data")), counts);
    assert.deepEqual(exported(join(second, "data")).text, text);

    const [first, other] = await Promise.all(
      [directory, second].map((place) => startTestServer({}, { directory: place, now })),
    );
    const clients = await Promise.all([first, other].map(({ port }) => LineClient.connect(port)));
    const tokens = await Promise.all(clients.map((client) => logIn(client)));
    const [answers, copied] = [
      await readEverything(clients[0], tokens[0]),
      await readEverything(clients[1], tokens[1]),
    ];
    assert.deepEqual(copied, answers);
    assert(
      Object.values(answers).filter((answer) => /^ok search.*"message":"/.test(answer)).length > 4,
    );
    const next = async (index: number) => {
      const { lan, mai } = tokens[index];
      const client = clients[index];
      return [
        await client.request(`rejoin ${mai} 1`),
        await client.request(`chat ${lan} 1 tiếp`),
        await client.request(`new_project ${lan} mới`),
        await client.request(`new_task ${lan} 1 mới`),
        await client.request(`restore_task ${mai} 3`),
        await client.request(`reg hoa matkhau-123`),
      ];
    };
    const [after, afterImport] = [await next(0), await next(1)];
    assert.deepEqual(afterImport, after);
    assert(after.every((answer) => answer.startsWith("ok ")), after.join("\n"));
    for (const client of clients) await client.close();
    await first.close();
    await other.close();
  });
});

// Guard (passwords): an export without passwords has no hash of one, and lets nobody in after its import
Deno.test("without passwords nobody logs in until an admin gives a new one", async () => {
  const { bare, now } = await workplace();
  assert(!bare.includes("$2b$") && !bare.includes('"password"'));
  await withFolder(async (directory) => {
    await importText(bare, join(directory, "data"));
    const server = await startTestServer({}, { directory, now });
    const client = await LineClient.connect(server.port);
    assert.equal(await client.err("login lan matkhau-123"), "bad_credentials");
    assert.match(await server.operate("reset_password - lan matkhau-moi"), /^ok /);
    await client.ok("login lan matkhau-moi");
    await client.close();
    await server.close();
  });
});

Deno.test("an export that is damaged or cut off is refused with its line's number, and leaves nothing", async () => {
  const { text } = await workplace();
  await withFolder(async (folder) => {
    const lines = text.split("\n").slice(0, -1);
    const last = lines.length;
    const at = (kind: string) => lines.findIndex((line) => line.includes(`{"kind":"${kind}"`));
    const changed = (index: number, from: RegExp | string, to: string) =>
      lines.map((line, each) => each === index ? line.replace(from, to) : line);
    const without = (index: number) => lines.filter((_, each) => each !== index);
    const [user, task] = [at("user"), at("task")];
    const message = lines.findIndex((line) => line.includes("chào @binh"));
    const cases: [string, string[] | string, RegExp][] = [
      ["empty", "", /^line 1: it is missing/],
      ["another file", "{}\n", /^line 1: this is no export/],
      ["a backup", "\x1f\x8b", /^line 1: it is not JSON/],
      ["newer", changed(0, '"version":1', '"version":2'), /^line 1: .*version 2.*use a newer one/],
      [
        "cut off between lines",
        lines.slice(0, message),
        new RegExp(`^line ${message + 1}: it is missing`),
      ],
      ["cut off within a line", text.slice(0, text.indexOf("đã sửa")), /^line \d+: it is not JSON/],
      [
        "a line missing",
        without(message),
        new RegExp(`^line ${last - 1}: there are .* of "message"`),
      ],
      [
        "a line twice",
        lines.flatMap((line, each) => each === message ? [line, line] : [line]),
        new RegExp(`^line ${message + 2}: UNIQUE`),
      ],
      [
        "a letter changed",
        changed(message, "chào", "chao"),
        new RegExp(`^line ${last}: .*SHA-256`),
      ],
      [
        "no object",
        changed(message, /.*/, "7"),
        new RegExp(`^line ${message + 1}: it is no object`),
      ],
      [
        "an unknown kind",
        changed(message, '"message"', '"mess"'),
        new RegExp(`^line ${message + 1}: there is no kind`),
      ],
      [
        "an unknown field",
        changed(user, '"role"', '"rule"'),
        new RegExp(`^line ${user + 1}: a user has no "rule"`),
      ],
      [
        "a wrong value",
        changed(user, '"role":"admin"', '"role":"king"'),
        new RegExp(`^line ${user + 1}: CHECK`),
      ],
      [
        "a wrong name",
        changed(user, '"lan"', '"la n"'),
        new RegExp(`^line ${user + 1}: its "username" is wrong`),
      ],
      [
        "a wrong hash",
        changed(user, "$2b$", "$9b$"),
        new RegExp(`^line ${user + 1}: its "password" is wrong`),
      ],
      [
        "a missing value",
        changed(task, /"title":"[^"]*",/, ""),
        new RegExp(`^line ${task + 1}: its "title" is missing`),
      ],
      [
        "an unknown user",
        changed(message, /"user":"\w+"/, '"user":"nobody"'),
        new RegExp(`^line ${message + 1}: its "user" is wrong`),
      ],
      [
        "an unknown project",
        changed(message, '"project_id":1', '"project_id":99'),
        new RegExp(`^line ${message + 1}: its "project_id" is wrong`),
      ],
      [
        "a wrong time",
        changed(message, /"timestamp":"[^"]*"/, '"timestamp":"now"'),
        new RegExp(`^line ${message + 1}: its "timestamp"`),
      ],
      [
        "half a letter",
        changed(message, "chào", "\\ud800"),
        new RegExp(`^line ${message + 1}: its "message" is wrong`),
      ],
      [
        "another order",
        [lines[0], ...lines.slice(task), ...lines.slice(1, task)],
        /^line \d+: its "(user|project_id)" is wrong/,
      ],
      [
        "a line after the end",
        [...lines, lines[user]],
        new RegExp(`^line ${last + 1}: it comes after`),
      ],
    ];
    for (const [name, given, expected] of cases) {
      const written = typeof given === "string" ? given : `${given.join("\n")}\n`;
      const data = join(folder, "new");
      await assert.rejects(importText(written, data), { message: expected }, name);
      assert(!filesIn(folder).some((path) => path.startsWith("new")), name);
    }
    // Who edits an export on purpose leaves the sum out; references are checked all the same.
    const unsigned = (all: string[]) => `${all.join("\n").replace(/,"sha256":"\w+"\}$/, "}")}\n`;
    await importText(unsigned(changed(message, "chào", "chao")), join(folder, "edited"));
    const broken = changed(task, /"message_id":\d+/, '"message_id":9999');
    await assert.rejects(importText(unsigned(broken), join(folder, "new")), {
      message: /row of tasks refers to a row of chats that is missing/,
    });
    await assert.rejects(importText(text, join(folder, "edited")), /is not empty/);
  });
});

Deno.test("every table and column is exported, made anew, or left out on purpose", () => {
  const database = new DatabaseSync(":memory:");
  migrate(database, "test");
  const tables = database.prepare(
    "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'",
  ).all().map(({ name }) => String(name));
  const known = KINDS.map((kind) => kind.table);
  assert.deepEqual(tables.sort(), [...known, ...LEFT_OUT].sort());
  for (const kind of KINDS) {
    const columns = database.prepare(`SELECT name FROM pragma_table_info('${kind.table}')`).all()
      .map(({ name }) => String(name));
    const fields = Object.keys(kind.fields).map((field) => columnOf(kind, field));
    assert.deepEqual(
      columns.sort(),
      [...fields, ...DERIVED_COLUMNS[kind.table] ?? []].sort(),
      kind.kind,
    );
  }
  database.close();
});

Deno.test("EXPORT.md tells every kind and its fields", async () => {
  const text = await Deno.readTextFile(new URL("../../../docs/EXPORT.md", import.meta.url));
  const rows = [...text.matchAll(/^\| `(\w+)` +\|([^|]*)\|/gm)].map(([, kind, fields]) => [
    kind,
    [...fields.matchAll(/`(\w+\??)`/g)].map(([, field]) => field),
  ]);
  const expected = KINDS.map(({ kind, fields }) => [
    kind,
    Object.entries(fields).map(([name, type]) => type.endsWith("?") ? `${name}?` : name),
  ]);
  assert.deepEqual(rows, expected);
});
