import assert from "node:assert/strict";
import { RememberedServer, settingsFolder } from "../../../client/program/remembered_server.ts";
import { parseServerAddress } from "../../../client/shared/server_address.ts";
import { withFolder } from "../../folder.ts";

const ADDRESS = { hostname: "chung.example.org", port: 7171 };

function open(folder: string) {
  const reports: string[] = [];
  return { remembered: new RememberedServer(folder, (line) => reports.push(line)), reports };
}

Deno.test("settingsFolder is where the platform keeps settings, and null where nobody says", () => {
  const cases: [typeof Deno.build.os, Record<string, string>, string | null][] = [
    ["linux", { HOME: "/home/lan" }, "/home/lan/.config/chung"],
    ["linux", { HOME: "/home/lan", XDG_CONFIG_HOME: "/etc/lan" }, "/etc/lan/chung"],
    // The XDG specification says to ignore relative paths.
    ["linux", { HOME: "/home/lan", XDG_CONFIG_HOME: "etc" }, "/home/lan/.config/chung"],
    ["linux", { HOME: "/home/lan", XDG_CONFIG_HOME: "" }, "/home/lan/.config/chung"],
    ["linux", { HOME: "home" }, null],
    ["linux", {}, null],
    ["darwin", { HOME: "/Users/lan" }, "/Users/lan/Library/Application Support/chung"],
    ["darwin", { XDG_CONFIG_HOME: "/etc/lan" }, null],
    ["windows", { HOME: "/home/lan" }, null],
    ["windows", { APPDATA: "" }, null],
  ];
  for (const [os, environment, folder] of cases) {
    const where = `${os} ${JSON.stringify(environment)}`;
    assert.equal(settingsFolder(os, (name) => environment[name]), folder, where);
  }
  const roaming = settingsFolder("windows", () => "C:\\Users\\lan\\AppData\\Roaming");
  assert.match(roaming!, /^C:\\Users\\lan\\AppData\\Roaming[/\\]chung$/);
});

Deno.test("RememberedServer gives the address last written, in a file that only its owner reads", async () => {
  await withFolder(async (base) => {
    const folder = `${base}/config/chung`;
    const { remembered, reports } = open(folder);
    assert.equal(remembered.read(), null);
    remembered.write(ADDRESS);
    remembered.write({ hostname: "::1", port: 1 });
    assert.deepEqual(open(folder).remembered.read(), { hostname: "::1", port: 1 });
    assert.equal(await Deno.readTextFile(`${folder}/settings.json`), '{"server":"[::1]:1"}\n');
    assert.deepEqual([...Deno.readDirSync(folder)].map(({ name }) => name), ["settings.json"]);
    remembered.write({ hostname: "::1", port: 1, tls: true });
    assert.deepEqual(open(folder).remembered.read(), { hostname: "::1", port: 1, tls: true });
    assert.equal(await Deno.readTextFile(remembered.path), '{"server":"tls://[::1]:1"}\n');
    if (Deno.build.os !== "windows") {
      assert.equal(Deno.statSync(remembered.path).mode! & 0o777, 0o600);
      assert.equal(Deno.statSync(folder).mode! & 0o777, 0o700);
    }
    assert.deepEqual(reports, []);
  });
});

Deno.test("RememberedServer leaves the file alone when it holds the address already", async () => {
  await withFolder(async (folder) => {
    const { remembered } = open(folder);
    remembered.write(ADDRESS);
    const again = open(folder).remembered;
    assert.deepEqual(again.read(), ADDRESS);
    await Deno.remove(again.path);
    again.write({ ...ADDRESS });
    await assert.rejects(Deno.stat(again.path), Deno.errors.NotFound);
  });
});

Deno.test("read ignores a file that can't be used, and says so in one line", async () => {
  await withFolder(async (folder) => {
    const broken = [
      ...["", "{", "null", "7", "[]", "{}", '{"server":7}', '{"server":"nowhere"}'],
      ...['{"server":"a b:1"}', '{"server":\n"x:0"\n}', "\0\xff"],
    ];
    const { remembered, reports } = open(folder);
    for (const text of broken) {
      await Deno.writeTextFile(remembered.path, text);
      assert.equal(remembered.read(), null, text);
      assert.match(reports.splice(0).join(";;"), /settings\.json is ignored: [^\n;]+$/, text);
      // The next address is written successfully.
      remembered.write(ADDRESS);
      assert.deepEqual(open(folder).remembered.read(), ADDRESS);
      remembered.write(parseServerAddress("localhost:1")!);
    }
    await Deno.remove(remembered.path);
    await Deno.mkdir(remembered.path);
    assert.equal(remembered.read(), null);
    assert.match(reports.join(";;"), /settings\.json is ignored: [^\n;]+$/);
  });
});

Deno.test("write tells once when the file can't be written, and leaves nothing behind", async () => {
  await withFolder(async (base) => {
    await Deno.writeTextFile(`${base}/file`, "");
    await Deno.mkdir(`${base}/taken/settings.json`, { recursive: true });
    for (const folder of [`${base}/file/chung`, `${base}/taken`]) {
      const { remembered, reports } = open(folder);
      remembered.write(ADDRESS);
      remembered.write(ADDRESS);
      assert.equal(reports.length, 1, folder);
      assert.match(reports[0], /^chung: [^\n]+settings\.json can't be written: [^\n]+$/);
    }
    assert.deepEqual([...Deno.readDirSync(`${base}/taken`)].map(({ name }) => name), [
      "settings.json",
    ]);
  });
});
