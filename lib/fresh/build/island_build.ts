import { fileURLToPath } from "node:url";
import type { ResolvedBuildConfig } from "./build_options.ts";
import { bundle } from "../../bundling/bundle.ts";
import { contentHash } from "./content_hash.ts";
import { moduleGraph } from "../../bundling/module_graph.ts";
import { type ProjectFile, scriptFiles, staticFilesOf } from "./project_files.ts";

/** A bundled island whose module is not yet imported. */
export interface BuiltIsland {
  name: string;
  path: string;
  file: string;
  imports: string[];
}

/** Everything a build finds or generates, before it is written or kept in memory. */
export interface Build {
  buildId: string;
  routes: ProjectFile[];
  islands: BuiltIsland[];
  boot: { file: string; imports: string[] } | null;
  staticFiles: ProjectFile[];
  /** Contents by URL path. */
  scripts: Map<string, Uint8Array<ArrayBuffer>>;
}

const BOOT = "fresh-runtime";
const BOOT_FILE = fileURLToPath(new URL("../browser/boot.ts", import.meta.url));

/** Finds the routes, islands and static files, and bundles the islands. */
export async function buildProject(config: ResolvedBuildConfig): Promise<Build> {
  const [routes, islandFiles, staticFiles] = await Promise.all([
    scriptFiles(config.routeDir, config),
    scriptFiles(config.islandDir, config),
    staticFilesOf(config),
  ]);
  const named = islandFiles.map((file) => ({ ...file, name: islandName(file.name) }));
  const entries: Record<string, string> = { [BOOT]: BOOT_FILE };
  for (const { name, path } of named) {
    if (Object.hasOwn(entries, name)) throw new Error(`Two islands are named "${name}"`);
    entries[name] = path;
  }
  const graph = named.length === 0 ? null : await moduleGraph(config.root, Object.values(entries));
  const buildId = await idOf(config, [
    ...[...graph?.files ?? []].sort(),
    ...staticFiles.map(({ path }) => path),
  ], [...graph?.packages.values() ?? []].map((folder) => folder.replace(/^.*[/\\]npm[/\\]/, "")));
  if (graph === null) {
    return { buildId, routes, islands: [], boot: null, staticFiles, scripts: new Map() };
  }

  const { files, imports } = await bundle({
    entries,
    boot: BOOT,
    // Islands in folders of their own are those of pages that few people open.
    rare: islandFiles.filter(({ name }) => name.includes("/")).map(({ name }) => islandName(name)),
    graph,
    buildId,
    target: config.target,
    development: config.mode === "development",
  });
  const url = (file: string) => `/_fresh/js/${buildId}/${file}`;
  const script = (name: string) => ({
    file: url(`${name}.js`),
    imports: imports.get(name)!.map(url),
  });
  return {
    buildId,
    routes,
    islands: named.map(({ name, path }) => ({ name, path, ...script(name) })),
    boot: script(BOOT),
    staticFiles,
    scripts: new Map([...files].map(([file, content]) => [url(file), content])),
  };
}

function islandName(fileName: string): string {
  return fileName.replace(/\.[tj]sx?$/, "").replace(/\W+/g, "_");
}

/** Returns the build id: the same for the same sources, wherever and whenever they are built. */
async function idOf(
  config: ResolvedBuildConfig,
  paths: string[],
  packages: string[],
): Promise<string> {
  const contents = await Promise.all(paths.map((path) => Deno.readFile(path)));
  const hashes = await Promise.all(contents.map((content) => contentHash(content)));
  const settings = JSON.stringify([config.target, config.mode, packages.sort(), hashes]);
  return (await contentHash(settings)).slice(0, 16);
}
