import assert from "node:assert/strict";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { checkLogGrowth, checkSpace } from "../../../lib/commands/doctor/check_folders.ts";
import { checkLocale, checkOpenFiles } from "../../../lib/commands/doctor/check_system.ts";
import { examine } from "../../../lib/commands/doctor/examine.ts";
import type { Finding } from "../../../lib/commands/doctor/finding.ts";
import { SERVER_OPTIONS, type ServerOptions } from "../../../lib/server/options/server_options.ts";
import { withFolder } from "../../folder.ts";
import { LineClient } from "../../line_client.ts";
import { startTestServer } from "../../server_fixture.ts";
import { certificateOptions } from "../../tls/certificates.ts";

const DEFAULTS = Object.fromEntries(
  Object.entries(SERVER_OPTIONS).map(([flag, definition]) => [flag, definition.default]),
) as ServerOptions;

/** The findings by check, as `level: sentence`, on a folder with `data` and `log`. */
function levels(
  folder: string,
  options: Partial<ServerOptions> = {},
  now = Date.now(),
): Record<string, string> {
  const places = { data: join(folder, "data"), log: join(folder, "log") };
  return byCheck(examine({ ...DEFAULTS, port: 0, ...places, ...options }, now, () => undefined));
}

function byCheck(findings: Finding[]): Record<string, string> {
  return Object.fromEntries(findings.map(({ check, level, says, advice }) => {
    assert.equal(advice === undefined, level === "ok", check);
    for (const text of [says, advice]) {
      if (text) assert(text.en !== "" && text.vi !== "" && !text.en.includes("\n"), check);
    }
    return [check, `${level}: ${says.en}`];
  }));
}

/** Every file below a folder, with what a change of it would change. */
function listing(folder: string): string[] {
  return [...Deno.readDirSync(folder)].flatMap(({ name, isDirectory }) => {
    const path = join(folder, name);
    if (isDirectory) return listing(path);
    const { size, mtime, ino, mode } = Deno.statSync(path);
    return [`${path} ${size} ${mtime?.getTime()} ${ino} ${mode}`];
  }).sort();
}

/** Runs a server, in which lan has registered and chatted, to its end in that folder. */
async function useServer(folder: string): Promise<void> {
  const server = await startTestServer({}, { directory: folder });
  const client = await LineClient.connect(server.port);
  const token = await client.join("lan");
  await client.ok(`new_project ${token} Kho`);
  await client.chat(token, 1, "xin chào");
  await client.close();
  await server.close();
}

Deno.test("a folder that a server has left is in order, and stays as it is", async () => {
  await withFolder(async (folder) => {
    await useServer(folder);
    const before = listing(folder);
    const found = levels(folder);
    assert.deepEqual(
      Object.entries(found).filter(([check, text]) => check !== "space" && !text.startsWith("ok")),
      [],
    );
    assert.match(found.server, /no server is using/);
    assert.match(found.database, /chung.db is whole/);
    assert.match(found.schema, /^ok: schema version \d+$/);
    assert.deepEqual(listing(folder), before);
  });
});

Deno.test("what isn't there yet is no problem, and isn't made", async () => {
  await withFolder((folder) => {
    const found = levels(folder);
    assert.match(found.data, /^ok: .*the first start makes it/);
    assert.match(found.log, /^ok: .*the first start makes it/);
    assert.equal(found.database, undefined);
    assert.deepEqual([...Deno.readDirSync(folder)], []);
    return Promise.resolve();
  });
});

Deno.test("beside a running server it says so, and makes no file", async () => {
  await withFolder(async (folder) => {
    const server = await startTestServer({}, { directory: folder });
    const client = await LineClient.connect(server.port);
    await client.join("lan");
    const names = () => listing(folder).map((line) => line.split(" ")[0]);
    const before = names();
    const running = levels(folder, { port: server.port });
    assert.match(running.server, /^ok: a server is using/);
    assert.match(running.database, /^ok/);
    assert.match(running.port, /^ok: .* as it should be/);
    assert.deepEqual(names(), before);
    const elsewhere = await startTestServer();
    assert.match(levels(elsewhere.directory, { port: server.port }).port, /^ok/);
    await elsewhere.close();
    // The server still has its lock and its database.
    await client.ok("login lan matkhau-123");
    await assert.rejects(startTestServer({}, { directory: folder }), /another server is using/);
    await client.close();
    await server.close();
  });
});

const DAMAGES: { name: string; check: string; expected: RegExp; by(folder: string): void }[] = [
  {
    name: "a data folder that others can enter",
    check: "data",
    expected: /^problem: others can get at .*mode 755/,
    by: (folder) => Deno.chmodSync(join(folder, "data"), 0o755),
  },
  {
    name: "a log whose days everybody can list",
    check: "log",
    expected: /^warning: others can get at .*mode 755/,
    by: (folder) => Deno.chmodSync(join(folder, "log"), 0o755),
  },
  {
    name: "a log that others can change",
    check: "log",
    expected: /^problem: others can get at .*mode 770/,
    by: (folder) => Deno.chmodSync(join(folder, "log"), 0o770),
  },
  {
    name: "a log that is a file",
    check: "log",
    expected: /^problem: .*is not a folder/,
    by: (folder) => {
      Deno.removeSync(join(folder, "log"), { recursive: true });
      Deno.writeTextFileSync(join(folder, "log"), "");
    },
  },
  {
    name: "a secret that others can read",
    check: "token_secret",
    expected: /^problem: others can get at/,
    by: (folder) => Deno.chmodSync(join(folder, "data/token_secret"), 0o644),
  },
  {
    name: "no secret",
    check: "token_secret",
    expected: /^warning: .*is missing/,
    by: (folder) => Deno.removeSync(join(folder, "data/token_secret")),
  },
  {
    name: "an empty database",
    check: "database",
    expected: /^problem: .*is empty/,
    by: (folder) => Deno.truncateSync(join(folder, "data/chung.db")),
  },
  {
    name: "a page of zeros",
    check: "database",
    expected: /^problem: the database can't be trusted/,
    by: (folder) => {
      using file = Deno.openSync(join(folder, "data/chung.db"), { write: true });
      file.seekSync(4096, Deno.SeekMode.Start);
      file.writeSync(new Uint8Array(3 * 4096));
    },
  },
  {
    name: "a WAL without a header",
    check: "database",
    expected: /^problem: .*chung.db-wal is damaged/,
    by: (folder) =>
      Deno.writeFileSync(join(folder, "data/chung.db-wal"), new Uint8Array(9_000).fill(1)),
  },
  {
    name: "a schema from the future",
    check: "schema",
    expected: /^problem: .*schema version 999, and this program knows versions up to \d+/,
    by: (folder) => setVersion(folder, 999),
  },
  {
    name: "an older schema",
    check: "schema",
    expected: /^warning: .*schema version 2: the next start brings it to \d+/,
    by: (folder) => setVersion(folder, 2),
  },
  {
    name: "a message of tomorrow",
    check: "clock",
    expected: /^problem: .*but the database has something of/,
    by: (folder) => change(folder, `UPDATE chats SET timestamp = ${Date.now() + 86_400_000}`),
  },
];

function setVersion(folder: string, version: number): void {
  change(folder, `PRAGMA user_version = ${version}`);
}

function change(folder: string, sql: string): void {
  const database = new DatabaseSync(join(folder, "data/chung.db"));
  database.exec(sql);
  database.close();
}

Deno.test("each damage is found, and changed by nothing", async (t) => {
  await withFolder(async (whole) => {
    await useServer(whole);
    for (const { name, check, expected, by } of DAMAGES) {
      await t.step(name, () =>
        withFolder(async (folder) => {
          const { success } = await new Deno.Command("cp", { args: ["-a", `${whole}/.`, folder] })
            .output();
          assert(success);
          by(folder);
          const before = listing(folder);
          assert.match(levels(folder)[check], expected);
          assert.deepEqual(listing(folder), before);
        }));
    }
  });
});

Deno.test("a database that was not closed is left for the server's start", async () => {
  await withFolder(async (folder) => {
    const server = await startTestServer({}, { directory: folder });
    const client = await LineClient.connect(server.port);
    await client.join("lan");
    await withFolder(async (killed) => {
      // A copy of the running server's files, as a kill leaves them.
      await Deno.mkdir(join(killed, "data"), { mode: 0o700 });
      for (
        const name of ["chung.db", "chung.db-wal", "chung.lock", "chung.running", "token_secret"]
      ) {
        await Deno.copyFile(join(folder, "data", name), join(killed, "data", name));
      }
      const before = listing(killed);
      const found = levels(killed);
      assert.match(found.server, /no server is using/);
      assert.match(found.database, /^warning: the server ended without closing/);
      assert.deepEqual(listing(killed), before);
      await Deno.remove(join(killed, "data/chung.db-wal"));
      assert.match(levels(killed).database, /^problem: .*is missing/);
    });
    await client.close();
    await server.close();
  });
});

const NETWORKS: [string, Partial<ServerOptions>, Record<string, RegExp>][] = [
  ["loopback", {}, { reach: /^ok: only this machine/ }],
  ["open to others", { host: "0.0.0.0" }, {
    reach: /^warning: .*in the clear/,
    registration: /^warning: whoever reaches/,
  }],
  ["TLS and invitations", {
    host: "0.0.0.0",
    registration: "invite",
    ...certificateOptions("server"),
  }, {
    reach: /^ok/,
    registration: /^ok/,
    names: /^ok: .*DNS:localhost/,
    dates: /^ok: .* 2120 GMT/,
  }],
  ["an expired certificate", certificateOptions("expired"), { dates: /^problem: .*has ended/ }],
  ["the key of another", {
    ...certificateOptions("server"),
    "tls-key": certificateOptions("renewed")["tls-key"],
  }, { certificate: /^problem: the key in .* is not the one/ }],
  ["no certificate there", { "tls-cert": "/nowhere.pem", "tls-key": "/nowhere.key" }, {
    certificate: /^problem: \/nowhere.pem can't be read/,
  }],
  ["an address of others", { host: "192.0.2.7" }, { port: /^problem: nothing can listen/ }],
];

Deno.test("port, reach and certificate are judged", async (t) => {
  await withFolder(async (folder) => {
    for (const [name, options, expected] of NETWORKS) {
      await t.step(name, () => {
        const found = levels(folder, options);
        for (const [check, text] of Object.entries(expected)) assert.match(found[check], text);
      });
    }
    await t.step("a certificate about to end", () => {
      const soon = Date.UTC(2119, 11, 22);
      assert.match(
        levels(folder, certificateOptions("server"), soon).dates,
        /^warning: .*ends in 10 days/,
      );
    });
    await t.step("another program's port", () => {
      using listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
      assert.match(
        levels(folder, { port: listener.addr.port }).port,
        /^problem: another program listens/,
      );
    });
    await t.step("a clock of long ago", () => {
      assert.match(levels(folder, {}, 0).clock, /^problem: the clock tells 1970/);
    });
  });
});

Deno.test("space, growth, open files and locale are judged by their numbers", async (t) => {
  await withFolder(async (folder) => {
    for (const day of ["01_11_2026", "02_11_2026", "01_12_2026"]) {
      await Deno.mkdir(join(folder, day));
      await Deno.writeFile(join(folder, day, "chat.log"), new Uint8Array(2_000_000));
    }
    const cases: [string, Finding[], RegExp][] = [
      ["no space", checkSpace(folder, 5_000_000), /^problem: 5 MB are free/],
      ["little space", checkSpace(folder, 500_000_000), /^warning: 500 MB are free/],
      ["space", checkSpace(folder, 5_000_000_000), /^ok: 5.0 GB are free/],
      ["a log for 10 days", checkLogGrowth(folder, 20_000_000), /^warning: .*2 MB a day.* 10 days/],
      ["a log for long", checkLogGrowth(folder, 20_000_000_000), /^ok: the log grows by 2 MB/],
      ["few files", checkOpenFiles(5_000, 1_000), /^warning: .*not --max-connections 5000/],
      ["many files", checkOpenFiles(5_000, 100_000), /^ok/],
      ["TCVN", checkLocale((name) => name === "LANG" ? "vi_VN.TCVN" : undefined), /^warning/],
      ["UTF-8", checkLocale(() => "vi_VN.UTF-8"), /^ok/],
    ];
    for (const [name, findings, expected] of cases) {
      await t.step(name, () => assert.match(Object.values(byCheck(findings))[0], expected));
    }
  });
});
