import { cp, readdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { linkPackages } from "../lib/bundling/bundle.ts";
import { moduleGraph } from "../lib/bundling/module_graph.ts";
import type { ExecutableProgram } from "./programs.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

/**
 * Bundles a program into a folder: a handful of modules start in a third of the time that all sources take, and only
 * the used parts of npm packages are included. Not minified, so that stack traces stay readable.
 * @returns the paths of the bundles and embedded files, the main module first
 */
export async function bundleProgram(
  { entries, files }: ExecutableProgram,
  folder: string,
): Promise<string[]> {
  const paths = Object.values(entries).map((path) => join(ROOT, path));
  const graph = await moduleGraph(ROOT, paths);
  await linkPackages(folder, graph.packages);
  const { success, stderr } = await new Deno.Command(graph.esbuild, {
    args: [
      ...Object.entries(entries).map(([name, path]) => `${name}=${join(ROOT, path)}`),
      "--bundle",
      "--splitting",
      "--format=esm",
      "--platform=node",
      "--target=es2024",
      "--jsx=automatic",
      "--jsx-import-source=preact",
      "--tsconfig-raw={}",
      "--charset=utf8",
      ...[...graph.aliases].map(([specifier, target]) => `--alias:${specifier}=${target}`),
      // bcryptjs imports `node:crypto` by its old name.
      "--alias:crypto=node:crypto",
      // Chunks lie beside the main module, so that paths relative to import.meta.url hold in them too.
      `--chunk-names=${dirname(Object.keys(entries)[0])}/[name]-[hash]`,
      "--outdir=.",
      "--log-level=error",
      "--color=false",
    ],
    cwd: folder,
    stdout: "null",
    stderr: "piped",
  }).output();
  if (!success) throw new Error(`esbuild: ${new TextDecoder().decode(stderr).trim()}`);
  await Deno.remove(join(folder, "node_modules"), { recursive: true });

  const bundles = Object.keys(entries).map((name) => `${name}.js`);
  await finishBundles(folder, bundles);
  for (const path of files) await cp(join(ROOT, path), join(folder, path), { recursive: true });
  return [...bundles, ...files];
}

/** Matches the URL of a thread's module, which names its source file. */
const THREAD = /new URL\("\.\/(\w+)\.ts", import\.meta\.url\)/g;
/** Matches esbuild's comments that name source paths of the build machine. */
const SOURCE_PATH = /^\/\/ \.\.\/.*\n/gm;
/** Matches the doc comments in classes, which esbuild keeps and stack traces don't need. No template text has such lines. */
const DOC_COMMENT = /^[ \t]*\/\*\*(?:[^*]|\*(?!\/))*\*\/[ \t]*\n/gm;

async function finishBundles(folder: string, bundles: string[]): Promise<void> {
  for (
    const { name, parentPath } of await readdir(folder, { recursive: true, withFileTypes: true })
  ) {
    if (!name.endsWith(".js")) continue;
    const path = join(parentPath, name);
    const source = await Deno.readTextFile(path);
    for (const [whole, module] of source.matchAll(THREAD)) {
      if (!bundles.includes(`${module}.js`)) throw new Error(`${name}: ${whole} is not bundled`);
    }
    const finished = source.replace(THREAD, 'new URL("./$1.js", import.meta.url)')
      .replace(SOURCE_PATH, "")
      .replace(DOC_COMMENT, "");
    await Deno.writeTextFile(path, finished);
  }
}
