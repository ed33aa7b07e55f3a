import { dirname, join, relative } from "node:path";
import { type Chunk, mergeChunks, reachedFrom } from "./merge_chunks.ts";
import type { ModuleGraph } from "./module_graph.ts";

export interface BundleOptions {
  /** Output names and their source files; each becomes `<name>.js`. */
  entries: Record<string, string>;
  /** The entry that is loaded beside every other one. */
  boot: string;
  /** The entries of pages that are seldom opened: no other page pays for what they share with it. */
  rare?: string[];
  graph: ModuleGraph;
  buildId: string;
  target: string | string[];
  development: boolean;
}

export interface Bundle {
  /** Contents by file name. */
  files: Map<string, Uint8Array<ArrayBuffer>>;
  /** The files that each entry imports, directly or indirectly, by the entry's name. */
  imports: Map<string, string[]>;
}

/**
 * In the browser, JSX compiles to Preact's `h`, which is loaded anyway; `jsx-runtime` would add script to each page.
 */
const JSX = 'export { Fragment as __Fragment, h as __h } from "preact";';
const JSX_FILE = "jsx.js";
const OUT = "out";

/** The metadata that esbuild writes; paths are relative to its working folder. */
interface Metafile {
  outputs: Record<string, { imports: { path: string; kind: string }[]; exports: string[] }>;
}

/**
 * Bundles modules for the browser. Runs esbuild as a program instead of through its JavaScript API, whose process
 * outlives `stop()` for a while.
 */
export async function bundle(options: BundleOptions): Promise<Bundle> {
  const folder = await Deno.makeTempDir({ prefix: "bundle-" });
  try {
    await linkPackages(folder, options.graph.packages);
    await Deno.writeTextFile(join(folder, JSX_FILE), JSX);
    const { success, stderr } = await new Deno.Command(options.graph.esbuild, {
      args: esbuildArguments(options),
      cwd: folder,
      stdout: "null",
      stderr: "piped",
    }).output();
    if (!success) throw new Error(`esbuild: ${new TextDecoder().decode(stderr).trim()}`);
    return await readOutput(folder, options);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

function esbuildArguments(options: BundleOptions): string[] {
  const { entries, graph, buildId, target, development } = options;
  return [
    ...Object.entries(entries).map(([name, path]) => `${name}=${path}`),
    "--bundle",
    "--splitting",
    "--format=esm",
    "--platform=browser",
    `--target=${[target].flat().join(",")}`,
    development ? "--sourcemap=linked" : "--minify",
    "--jsx=transform",
    "--jsx-factory=__h",
    "--jsx-fragment=__Fragment",
    `--inject:${JSX_FILE}`,
    "--tsconfig-raw={}",
    `--define:FRESH_BUILD_ID=${JSON.stringify(buildId)}`,
    `--define:process.env.NODE_ENV="${development ? "development" : "production"}"`,
    // esbuild resolves the targets of aliases from its working folder: see linkPackages.
    ...[...graph.aliases].map(([specifier, target]) => `--alias:${specifier}=${target}`),
    "--chunk-names=chunk-[hash]",
    `--outdir=${OUT}`,
    "--metafile=metafile.json",
    "--log-level=error",
    "--color=false",
  ];
}

/** Fills a node_modules folder with one link per package into Deno's cache, so that each package exists once. */
export async function linkPackages(folder: string, packages: Map<string, string>): Promise<void> {
  for (const [name, target] of packages) {
    const link = join(folder, "node_modules", name);
    await Deno.mkdir(dirname(link), { recursive: true });
    await Deno.symlink(target, link, { type: "junction" });
  }
}

async function readOutput(folder: string, options: BundleOptions): Promise<Bundle> {
  const { entries, boot, rare = [], graph, target, development } = options;
  const out = join(folder, OUT);
  const written = await readMetafile(folder);
  const names = Object.keys(entries);
  const chunks = development ? written : await mergeChunks({
    folder: out,
    chunks: written,
    entries: names.filter((name) => name !== boot).map((name) => `${name}.js`),
    rare: rare.map((name) => `${name}.js`),
    boot: `${boot}.js`,
    esbuild: graph.esbuild,
    target: [target].flat().join(","),
  });
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  for (const { name } of Deno.readDirSync(out)) {
    files.set(name, await Deno.readFile(join(out, name)));
  }
  return {
    files,
    imports: new Map(names.map((name) => [name, [...reachedFrom(`${name}.js`, chunks)]])),
  };
}

async function readMetafile(folder: string): Promise<Map<string, Chunk>> {
  const metafile: Metafile = JSON.parse(await Deno.readTextFile(join(folder, "metafile.json")));
  const fileName = (path: string) => relative(OUT, path).replaceAll("\\", "/");
  return new Map(
    Object.entries(metafile.outputs).map(([path, { imports, exports }]) => [fileName(path), {
      imports: imports.filter(({ kind }) => kind === "import-statement")
        .map(({ path }) => fileName(path)),
      exports,
    }]),
  );
}
