import assert from "node:assert/strict";

/**
 * Who may import whom, types included (ARCHITECTURE.md, "Layout"). The longest matching prefix counts; a part may
 * always import itself, and nothing else than what is listed.
 */
const ALLOWED: Record<string, string[]> = {
  "lib/errors.ts": [],
  "lib/version.ts": ["deno.json"],
  "lib/locale.ts": [],
  "lib/options.ts": ["lib/locale.ts"],
  "lib/program.ts": ["lib/options.ts"],
  "lib/model/": ["lib/errors.ts"],
  "lib/protocol/": ["lib/errors.ts"],
  "lib/server_options.ts": ["lib/options.ts", "lib/model/"],
  "lib/server_help.ts": ["lib/locale.ts", "lib/options.ts", "lib/server_options.ts"],
  "lib/sync_folder.ts": [],
  "lib/store/": ["lib/model/", "lib/errors.ts", "lib/sync_folder.ts"],
  "lib/auth/": ["lib/model/", "lib/errors.ts", "lib/sync_folder.ts"],
  "lib/rooms/": ["lib/model/"],
  "lib/audit/": ["lib/errors.ts"],
  "lib/actions/": [
    "lib/store/",
    "lib/auth/",
    "lib/rooms/",
    "lib/model/",
    "lib/protocol/",
    "lib/errors.ts",
  ],
  "lib/dispatch.ts": [
    "lib/actions/",
    "lib/store/commit.ts",
    "lib/protocol/",
    "lib/rooms/",
    "lib/audit/",
    "lib/model/",
    "lib/errors.ts",
  ],
  "lib/net/": [
    "lib/dispatch.ts",
    "lib/protocol/",
    "lib/rooms/",
    "lib/audit/",
    "lib/model/",
    "lib/errors.ts",
  ],
  "lib/fresh/": [],
  "server.ts": ["lib/"],
  "client/pages/": [
    "client/components/",
    "client/i18n/",
    "client/paths.ts",
    "client/problem.ts",
    "client/state.ts",
    "lib/model/",
    "lib/fresh/",
  ],
  "client/components/": ["client/i18n/", "client/state.ts", "client/paths.ts", "lib/model/"],
  "client/": [
    "client/components/",
    "lib/protocol/",
    "lib/model/",
    "lib/errors.ts",
    "lib/locale.ts",
    "lib/options.ts",
    "lib/program.ts",
    "lib/server_options.ts",
    "lib/version.ts",
    "lib/fresh/",
  ],
  "routes/": ["client/", "islands/", "lib/model/", "lib/errors.ts", "lib/fresh/"],
  "islands/": [
    "client/components/",
    "client/i18n/",
    "client/state.ts",
    "client/paths.ts",
    "lib/model/",
  ],
};

/** What may be used in one place only, by a word of the source. */
const CONFINED: [RegExp, RegExp][] = [
  [/"node:sqlite"/, /^lib\/store\/sqlite\//],
  [/"(jose|bcryptjs)"/, /^lib\/auth\//],
  [/Deno\.(listen|listenTls)\(/, /^lib\/net\//],
  [/Deno\.(connect|connectTls)\(/, /^client\/upstream(_link)?\.ts$/],
  [/"esbuild"/, /^lib\/fresh\//],
];

const ROOT = new URL("../", import.meta.url);

function* sources(directory: string): Generator<string> {
  for (const { name, isDirectory } of Deno.readDirSync(new URL(directory, ROOT))) {
    if (isDirectory) yield* sources(`${directory}${name}/`);
    else if (/\.tsx?$/.test(name)) yield directory + name;
  }
}

const FILES = ["lib/", "client/", "routes/", "islands/"].flatMap((each) => [...sources(each)])
  .concat("server.ts");

function partOf(file: string): string | undefined {
  return Object.keys(ALLOWED).filter((part) => file.startsWith(part))
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

Deno.test("imports point down as ARCHITECTURE.md says", async () => {
  const imports = await importsOf(FILES);
  const wrong: string[] = [];
  for (const file of FILES) {
    const part = partOf(file);
    assert(part, `${file} belongs to no part`);
    assert(imports.has(file), `${file} is not in the module graph`);
    for (const target of imports.get(file)!) {
      const within = target.startsWith(part) && partOf(target) === part;
      if (!within && !ALLOWED[part].some((allowed) => target.startsWith(allowed))) {
        wrong.push(`${file} imports ${target}`);
      }
    }
  }
  assert.deepEqual(wrong, []);
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
