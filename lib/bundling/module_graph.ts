import { fileURLToPath, pathToFileURL } from "node:url";
import { type DenoInfo, denoInfo } from "./deno_info.ts";
import { esbuildProgram } from "./esbuild_program.ts";

/** The modules that an entry reaches through the project's import map, as Deno resolves them. */
export interface ModuleGraph {
  /** The project's own files. */
  files: string[];
  /** Resolves bare specifiers to a file, or to a name in `packages`. */
  aliases: Map<string, string>;
  /** The npm packages by name, with their folders in Deno's cache. */
  packages: Map<string, string>;
  /** The path of the esbuild program, in the version pinned by the import map. */
  esbuild: string;
}

export async function moduleGraph(root: string, entries: string[]): Promise<ModuleGraph> {
  const [info, esbuild] = await Promise.all([
    denoInfo(root, entries.map((path) => pathToFileURL(path).href)),
    esbuildProgram(root),
  ]);
  const local = info.modules.filter(({ specifier }) => specifier.startsWith("file:"));
  const packages = packageFolders(info);
  const aliases = new Map([...packages.keys()].map((name) => [name, name]));
  for (const { dependencies = [] } of local) {
    for (const { specifier, code } of dependencies) {
      const target = code?.specifier && aliasTarget(code.specifier);
      if (target && !/^[./]/.test(specifier)) aliases.set(specifier, target);
    }
  }
  return {
    files: local.map(({ local }) => local!),
    aliases,
    packages,
    esbuild,
  };
}

/** Turns `npm:/@preact/signals@2.11.4/utils` into `@preact/signals/utils`; null for other schemes. */
function aliasTarget(specifier: string): string | null {
  if (specifier.startsWith("file:")) return fileURLToPath(specifier);
  const match = /^npm:\/?((?:@[^/]+\/)?[^/@]+)(?:@[^/]+)?(\/.*)?$/.exec(specifier);
  return match && match[1] + (match[2] ?? "");
}

/**
 * The imported packages and their dependencies. Two versions of a package would be two copies, so they are an error.
 */
function packageFolders(info: DenoInfo): Map<string, string> {
  const folders = new Map<string, string>();
  const reached = new Set(info.modules.flatMap(({ npmPackage }) => npmPackage ?? []));
  // Iterating over a Set includes elements added meanwhile.
  for (const id of reached) {
    const { name, localPath, dependencies } = info.npmPackages[id];
    if ((folders.get(name) ?? localPath) !== localPath) {
      throw new Error(`The islands import two versions of ${name}`);
    }
    folders.set(name, localPath);
    for (const dependency of dependencies) reached.add(dependency);
  }
  return folders;
}
