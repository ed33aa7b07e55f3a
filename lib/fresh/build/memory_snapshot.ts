import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { ResolvedBuildConfig } from "./build_options.ts";
import { contentHash } from "./content_hash.ts";
import { contentType } from "./content_type.ts";
import type { Build } from "./island_build.ts";
import { isPublic } from "./project_files.ts";
import { islandComponent, type Snapshot, type StaticFile } from "../app/snapshot.ts";

/** A build kept in memory; static files are read from their folders at each request. */
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

/** Null for what isn't a file, isn't public, or lies outside of the folder. */
async function readInside(folder: string, name: string): Promise<Uint8Array<ArrayBuffer> | null> {
  // A clean path only: no `..`, no drive or stream of Windows, no folder's end.
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
