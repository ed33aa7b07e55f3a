import assert from "node:assert/strict";
import { join } from "node:path";
import fc from "fast-check";
import { packTar } from "modern-tar";
import { formatManifest, type Manifest } from "../../lib/backup/manifest.ts";
import { readBackup } from "../../lib/backup/read_backup.ts";
import { withFolder } from "../folder.ts";
import { backUp, bytesOf, filesIn, makeData, sha256 } from "./backup_of.ts";

/** Reads an archive into an empty folder. */
async function read(archive: Uint8Array<ArrayBuffer>, identities: string | null = null) {
  const folder = await Deno.makeTempDir();
  try {
    const manifest = await readBackup(bytesOf(archive), identities, folder);
    return { manifest, files: filesIn(folder) };
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

async function gzip(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const stream = bytesOf(bytes).pipeThrough(new CompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

// Guard (storage): a backup that was changed or cut off anywhere is refused
Deno.test("an archive with any bit changed or any end missing is refused, or gives the same", async () => {
  await withFolder(async (folder) => {
    const { path, manifest } = await backUp(folder, await makeData(folder));
    const whole = await Deno.readFile(path);
    const expected = await read(whole);
    assert.deepEqual(expected.manifest, manifest);
    assert.deepEqual(expected.files, manifest.parts.map(({ name }) => name).sort());
    const place = fc.nat(whole.length - 1);
    await fc.assert(
      fc.asyncProperty(place, fc.nat(7), async (at, bit) => {
        const changed = whole.slice();
        changed[at] ^= 1 << bit;
        // A few bits of gzip's header, such as its time, mean nothing.
        const found = await read(changed).catch((error: Error) => error.message);
        if (typeof found === "string") assert(!found.includes("\n"), found);
        else assert.deepEqual(found, expected);
      }),
      { numRuns: 100 },
    );
    await fc.assert(
      fc.asyncProperty(place, async (length) => {
        await assert.rejects(read(whole.slice(0, length)));
      }),
      { numRuns: 30 },
    );
  });
});

Deno.test("an archive that isn't as its manifest says is refused, and leads nowhere else", async () => {
  const [text, other] = ["a database", "b database"];
  const part = { name: "chung.db", bytes: text.length, sha256: await sha256(text) };
  const file = { name: `files/${part.sha256}`, bytes: text.length, sha256: part.sha256 };
  const manifest: Manifest = {
    ...{ madeAt: 0, chung: "0.1.0", schemaVersion: 1, tables: {} },
    parts: [part, file],
  };
  const entry = (name: string, body: string, type: "file" | "symlink" = "file") => ({
    header: { name, type, size: body.length, ...type === "symlink" && { linkname: "/etc" } },
    body,
  });
  const first = entry("manifest.json", formatManifest(manifest));
  const parts = [entry(part.name, text), entry(file.name, text)];
  const stated = (change: (written: Record<string, unknown>) => void) => {
    const written = JSON.parse(formatManifest(manifest));
    change(written);
    return entry("manifest.json", JSON.stringify(written));
  };
  const named = (name: string) =>
    stated((written) => Object.assign((written.parts as object[])[1], { name }));
  const cases: [string, ReturnType<typeof entry>[], RegExp | null][] = [
    ["whole", [first, ...parts], null],
    ["without a manifest", parts, /not one of Chung/],
    ["empty", [], /not one of Chung/],
    ["another manifest", [entry("manifest.json", "{}"), ...parts], /not one of Chung/],
    ["no JSON", [entry("manifest.json", "{"), ...parts], /not one of Chung/],
    ["newer", [stated((all) => all.version = 2), ...parts], /format 2.*use a newer one/],
    ["no tables", [stated((all) => all.tables = null), ...parts], /manifest is damaged/],
    ["no parts", [stated((all) => all.parts = []), ...parts], /manifest is damaged/],
    ["a part missing", [first, parts[0]], /ends before files/],
    ["a part twice", [first, ...parts, parts[1]], /should have its end/],
    ["another order", [first, parts[1], parts[0]], /should have chung.db/],
    ["another text", [first, entry("chung.db", other), parts[1]], /chung.db is damaged/],
    ["a longer text", [first, entry("chung.db", `${text}!`), parts[1]], /should have chung.db/],
    ["a link", [first, parts[0], entry(file.name, "", "symlink")], /should have files/],
    ...["../chung.db", "/tmp/x", `files/../../${part.sha256}`, "token_secret"].map((
      name,
    ): [string, ReturnType<typeof entry>[], RegExp] => [
      name,
      [named(name), parts[0], entry(name, text)],
      /manifest is damaged/,
    ]),
  ];
  for (const [name, entries, expected] of cases) {
    const archive = await gzip(await packTar(entries));
    if (expected === null) assert.deepEqual((await read(archive)).manifest, manifest);
    else await assert.rejects(read(archive), { message: expected }, name);
  }
  await assert.rejects(read(new TextEncoder().encode("SQLite format 3\0")), /not one of Chung/);
  await assert.rejects(read(new Uint8Array()), /not one of Chung/);
});

Deno.test("a shared file that isn't what its name says makes no backup", async () => {
  await withFolder(async (folder) => {
    const data = await makeData(folder);
    const name = `files/${await sha256("gốc")}`;
    await Deno.writeTextFile(join(data, name), "sửa");
    await assert.rejects(backUp(folder, data), new RegExp(`${name} is damaged`));
  });
});
