import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { ResolvedBuildConfig } from "./build_options.ts";
import { contentHash } from "./content_hash.ts";
import { contentType } from "./content_type.ts";
import type { Build } from "./island_build.ts";
import { isPublic } from "./project_files.ts";
import { islandComponent, type Snapshot, type StaticFile } from "../app/snapshot.ts";

/** Keeps a build in memory; static files are read from their folders on each request. */
export async function memorySnapshot(
  config: ResolvedBuildConfig,
  build: Build,
): Promise<Snapshot> {
  const load = (path: string) =>
    import(pathToFileURL(path).href) as Promise<Record<string, unknown>>;
  const islands = await Promise.all(build.islands.map(async ({ name, path, file, imports }) => {
    const component = islandComponent(name, await load(path));
    return [component, { name, file, imports, component }] as const;
  }));
  return {
    root: config.root,
    buildId: build.buildId,
    routes: await Promise.all(build.routes.map(async ({ name, path }) => ({
      id: `/${name.replace(/\.[tj]sx?$/, "")}`,
      module: await load(path),
    }))),
    islands: new Map(islands),
    boot: build.boot,
    readStatic: async (pathname) => {
      const script = build.scripts.get(pathname);
      if (script !== undefined) return await staticFile(pathname, script);
      for (const folder of config.staticDir) {
        const content = await readInside(folder, pathname.slice(1));
        if (content !== null) return await staticFile(pathname, content);
      }
      return null;
    },
  };
}

async function staticFile(
  name: string,
  content: Uint8Array<ArrayBuffer>,
): Promise<StaticFile> {
  return { content, contentType: contentType(name), hash: await contentHash(content) };
}

/** Reads a file; null if it doesn't exist, isn't public, or lies outside the folder. */
async function readInside(folder: string, name: string): Promise<Uint8Array<ArrayBuffer> | null> {
  // Clean paths only: no `..`, no Windows drive or stream, no trailing slash.
  const parts = name.split("/");
  if (parts.some((part) => part === "" || part === "." || part === ".." || /[\\:\0]/.test(part))) {
    return null;
  }
  if (!isPublic(name)) return null;
  try {
    return await Deno.readFile(resolve(folder, name));
  } catch {
    return null;
  }
}
