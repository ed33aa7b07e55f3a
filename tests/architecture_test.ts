import assert from "node:assert/strict";

const ROOT = new URL("../", import.meta.url);

/**
 * Reads the table "Layout" of ARCHITECTURE.md, which says who may import whom, types included. The longest matching
 * part counts; a part may import itself and what its row lists, and nothing else.
 */
function readLayout(): Map<string, string[]> {
  const text = Deno.readTextFileSync(new URL("ARCHITECTURE.md", ROOT));
  const rows = text.matchAll(/^\| `([^`]+)` +\|[^|]*\|([^|]*)\|$/gm);
  return new Map(
    [...rows].map(([, part, imports]) => [
      part,
      [...imports.matchAll(/`([^`]+)`/g)].map(([, imported]) => imported),
    ]),
  );
}

const LAYOUT = readLayout();

/** APIs that may be used in one place only, recognized by a word of the source. */
const CONFINED: [RegExp, RegExp][] = [
  [/"node:sqlite"/, /^lib\/store\/sqlite\//],
  [/"(jose|bcryptjs)"/, /^lib\/auth\//],
  [/Deno\.(listen|listenTls|listenDatagram)\(/, /^lib\/(net|control)\//],
  // The client serves its pages, the server its figures.
  [/Deno\.serve\(/, /^(lib\/net|lib\/fresh|client\/program)\//],
  [/Deno\.(connect|connectTls)\(/, /^(client\/upstream|lib\/control|lib\/commands\/loadtest)\//],
  [/"@opentelemetry/, /^lib\/figures\//],
  [/"@logtape/, /^lib\/server\//],
  [/"esbuild"/, /^lib\/bundling\//],
  [/"(modern-tar|age-encryption)"/, /^lib\/backup\//],
];

/** Maximum number of files in a folder, except for tables of like things. */
const MAX_FILES = 16;
const TABLES = ["lib/actions/"];

function* sources(directory: string): Generator<string> {
  for (const { name, isDirectory } of Deno.readDirSync(new URL(directory, ROOT))) {
    if (isDirectory) yield* sources(`${directory}${name}/`);
    else if (/\.tsx?$/.test(name)) yield directory + name;
  }
}

const FILES = ["lib/", "client/", "routes/", "islands/", "packaging/"]
  .flatMap((each) => [...sources(each)])
  .concat("server.ts");

function partOf(file: string): string | undefined {
  return [...LAYOUT.keys(), "deno.json"].filter((part) => file.startsWith(part))
    .sort((a, b) => b.length - a.length)[0];
}

async function importsOf(files: string[]): Promise<Map<string, string[]>> {
  const entry = await Deno.makeTempFile({ suffix: ".ts" });
  const imports = files.map((file) => `import ${JSON.stringify(new URL(file, ROOT).href)};`);
  await Deno.writeTextFile(entry, imports.join("\n"));
  const { stdout } = await new Deno.Command(Deno.execPath(), {
    args: ["info", "--json", "--config", new URL("deno.json", ROOT).pathname, entry],
  }).output();
  await Deno.remove(entry);
  const { modules } = JSON.parse(new TextDecoder().decode(stdout));
  const found = new Map<string, string[]>();
  for (const { specifier, dependencies = [] } of modules) {
    if (!specifier.startsWith(ROOT.href)) continue;
    found.set(
      specifier.slice(ROOT.href.length),
      dependencies.flatMap(({ code, type }: Record<string, { specifier: string } | undefined>) =>
        [code?.specifier, type?.specifier].filter((each) => each?.startsWith(ROOT.href))
          .map((each) => each!.slice(ROOT.href.length))
      ),
    );
  }
  return found;
}

const IMPORTS = await importsOf(FILES);

/** Returns the first path from a node back to itself, or null. */
function findCircle(edges: ReadonlyMap<string, Iterable<string>>): string[] | null {
  const done = new Set<string>();
  function visit(node: string, path: string[]): string[] | null {
    const at = path.indexOf(node);
    if (at >= 0) return [...path.slice(at), node];
    if (done.has(node)) return null;
    for (const next of edges.get(node) ?? []) {
      const circle = visit(next, [...path, node]);
      if (circle !== null) return circle;
    }
    done.add(node);
    return null;
  }
  for (const node of edges.keys()) {
    const circle = visit(node, []);
    if (circle !== null) return circle;
  }
  return null;
}

Deno.test("imports are those that ARCHITECTURE.md lists, and no more are listed", () => {
  const found = new Map<string, Set<string>>([...LAYOUT.keys()].map((part) => [part, new Set()]));
  for (const file of FILES) {
    const part = partOf(file);
    assert(part, `${file} belongs to no part`);
    assert(IMPORTS.has(file), `${file} is not in the module graph`);
    for (const target of IMPORTS.get(file)!) {
      const imported = partOf(target);
      assert(imported, `${file} imports ${target}, which belongs to no part`);
      if (imported !== part) found.get(part)!.add(imported);
    }
  }
  const sorted = (parts: Iterable<string>) => [...parts].sort();
  assert.deepEqual(
    Object.fromEntries([...LAYOUT].map(([part, imports]) => [part, sorted(imports)])),
    Object.fromEntries([...found].map(([part, imports]) => [part, sorted(imports)])),
  );
});

Deno.test("no part and no file imports itself by way of others", () => {
  assert.equal(findCircle(LAYOUT), null);
  assert.equal(findCircle(IMPORTS), null);
});

Deno.test("no folder has more files at its own level than a reader takes in", () => {
  const counts = new Map<string, number>();
  for (const file of FILES) {
    const folder = file.slice(0, file.lastIndexOf("/") + 1);
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  const crowded = [...counts].filter(([folder, count]) =>
    count > MAX_FILES && !TABLES.includes(folder)
  );
  assert.deepEqual(crowded, []);
});

Deno.test("what has one place is used in no other", () => {
  const wrong: string[] = [];
  for (const file of FILES) {
    const source = Deno.readTextFileSync(new URL(file, ROOT));
    for (const [use, place] of CONFINED) {
      if (use.test(source) && !place.test(file)) wrong.push(`${file} uses ${use}`);
    }
  }
  assert.deepEqual(wrong, []);
});
