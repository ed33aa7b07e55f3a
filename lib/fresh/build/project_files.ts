import { join } from "node:path";
import type { ResolvedBuildConfig } from "./build_options.ts";

/** A file; `name` is its path relative to the searched folder, always with `/`. */
export interface ProjectFile {
  name: string;
  path: string;
}

/** Lists all files under a folder, sorted by name; none if the folder is missing. */
async function walk(folder: string, prefix = ""): Promise<ProjectFile[]> {
  const files: ProjectFile[] = [];
  try {
    for await (const entry of Deno.readDir(folder)) {
      const path = join(folder, entry.name);
      const name = prefix + entry.name;
      if (entry.isDirectory) files.push(...await walk(path, `${name}/`));
      else if (entry.isFile) files.push({ name, path });
    }
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
  return files.sort((a, b) => a.name < b.name ? -1 : 1);
}

/** Lists the scripts of the routes or islands folder, except helpers in folders like `(_parts)`. */
export async function scriptFiles(
  folder: string,
  config: ResolvedBuildConfig,
): Promise<ProjectFile[]> {
  return (await walk(folder)).filter(({ name, path }) =>
    /\.[tj]sx?$/.test(name) && !/(^|\/)\(_[^/]*\)\//.test(name) &&
    !config.ignore.some((pattern) => pattern.test(path))
  );
}

/** Whether visitors may request a file: dot files are private, except `.well-known`. */
export function isPublic(name: string): boolean {
  return !/(^|\/)\.(?!well-known(\/|$))/.test(name);
}

/** Lists the files of the static folders; if two have the same name, the first folder's wins. */
export async function staticFilesOf(config: ResolvedBuildConfig): Promise<ProjectFile[]> {
  const files = new Map<string, ProjectFile>();
  for (const folder of config.staticDir) {
    for (const file of await walk(folder)) {
      const own = file.path.startsWith(config.outDir);
      if (isPublic(file.name) && !own && !files.has(file.name)) files.set(file.name, file);
    }
  }
  return [...files.values()];
}
