import { join } from "node:path";

/** A file that esbuild has written. */
export interface Chunk {
  /** The names of the files that it imports, without those that it loads later. */
  imports: string[];
  /** The names that it exports. */
  exports: string[];
}

interface MergeOptions {
  /** The folder of the files. */
  folder: string;
  /** By file name. */
  chunks: Map<string, Chunk>;
  /** The names of the files that pages ask for by themselves. */
  entries: string[];
  /** The entries that are seldom asked for: they divide nothing that others share, and may get more than they need. */
  rare: string[];
  /** The name of the file that every page asks for, too. */
  boot: string;
  /** The path of the esbuild program. */
  esbuild: string;
  target: string;
}

/** The file that a chunk is merged into, and the ending that its exports get there. */
interface Place {
  file: string;
  suffix: string;
}

/**
 * Merges the chunks that the same entries need, and what a single one needs into itself, so that a page asks for fewer
 * files, which compress better: esbuild makes a chunk for each set of entries and lazily loaded modules, but those find
 * what they share with a page loaded already. Changes the files in the folder, and returns which there are then.
 */
export async function mergeChunks(options: MergeOptions): Promise<Map<string, Chunk>> {
  const { folder, chunks } = options;
  const entries = [...options.entries, options.boot];
  const places = new Map<string, Place>();
  const left = new Map(chunks);
  for (const [index, group] of groupsOf(options).entries()) {
    const entry = group.find((name) => entries.includes(name));
    const file = entry ?? `shared-${index}.js`;
    for (const [at, name] of group.entries()) {
      places.set(name, { file, suffix: name === entry ? "" : `_${at}` });
      left.delete(name);
    }
    await bundleGroup(options, group, places);
    left.set(file, {
      imports: group.flatMap((name) => chunks.get(name)!.imports),
      exports: group.flatMap((name) =>
        chunks.get(name)!.exports.map((exported) => exported + places.get(name)!.suffix)
      ),
    });
  }
  for (const name of chunks.keys()) if (!left.has(name)) await Deno.remove(join(folder, name));
  for (const [name, chunk] of left) {
    const path = join(folder, name);
    const code = withPlaces(await Deno.readTextFile(path), places);
    await Deno.writeTextFile(path, withJoinedImports(code));
    const imports = new Set(chunk.imports.map((name) => places.get(name)?.file ?? name));
    imports.delete(name);
    left.set(name, { ...chunk, imports: [...imports] });
  }
  return left;
}

/** Returns every file that another one imports, directly or not. */
export function reachedFrom(name: string, chunks: Map<string, Chunk>): Set<string> {
  const reached = new Set(chunks.get(name)!.imports);
  // Iterating over a Set includes elements added meanwhile.
  for (const file of reached) for (const next of chunks.get(file)!.imports) reached.add(next);
  return reached;
}

/** The files that the same entries need, in an order that depends on their names only. */
function groupsOf({ chunks, entries, rare, boot }: MergeOptions): string[][] {
  const users = new Map<string, string>();
  const usual = entries.filter((entry) => !rare.includes(entry)).sort();
  for (const entry of usual) {
    for (const name of [entry, ...reachedFrom(entry, chunks)]) {
      users.set(name, `${users.get(name) ?? ""} ${entry}`);
    }
  }
  const others = new Set(users.keys());
  for (const entry of [...rare].sort()) {
    for (const name of [entry, ...reachedFrom(entry, chunks)]) {
      if (!others.has(name)) users.set(name, `${users.get(name) ?? ""} ${entry}`);
    }
  }
  // What every entry needs is loaded beside what every page asks for.
  const everywhere = usual.map((entry) => ` ${entry}`).join("");
  for (const [name, needed] of users) {
    if (needed === everywhere && !entries.includes(name)) users.set(name, boot);
  }
  for (const name of [boot, ...reachedFrom(boot, chunks)]) users.set(name, boot);
  const groups: Record<string, string[]> = {};
  for (const name of [...users.keys()].sort()) (groups[users.get(name)!] ??= []).push(name);
  return Object.values(groups).filter(({ length }) => length > 1);
}

async function bundleGroup(
  { folder, chunks, esbuild, target }: MergeOptions,
  group: string[],
  places: Map<string, Place>,
): Promise<void> {
  const source = group.map((name) => {
    const { suffix } = places.get(name)!;
    const names = chunks.get(name)!.exports.map((exported) =>
      `${exported} as ${exported}${suffix}`
    );
    return `export{${names}}from"./${name}";`;
  });
  const others = [...chunks.keys()].filter((name) => !group.includes(name));
  const merged = "merged.js";
  const child = new Deno.Command(esbuild, {
    args: [
      "--bundle",
      "--minify",
      "--format=esm",
      `--target=${target}`,
      ...others.map((name) => `--external:./${name}`),
      `--outfile=${merged}`,
      "--log-level=error",
      "--color=false",
    ],
    cwd: folder,
    stdin: "piped",
    stdout: "null",
    stderr: "piped",
  }).spawn();
  await new Blob([source.join("\n")]).stream().pipeTo(child.stdin);
  const { success, stderr } = await child.output();
  if (!success) throw new Error(`esbuild: ${new TextDecoder().decode(stderr).trim()}`);
  await Deno.rename(join(folder, merged), join(folder, places.get(group[0])!.file));
}

/** An import or export of names from a file, as esbuild writes it in minified code. */
const FROM = /\b(import|export)(?:\{([^{}]*)\}from)?"\.\/([\w.-]+)"/g;

/** A static import, as esbuild writes it in minified code. */
const IMPORT = /\bimport(?:\{([^{}]*)\}from)?"\.\/([\w.-]+)";?/g;

/** Joins the imports of each file to one: chunks that were merged have many of the same. */
export function withJoinedImports(code: string): string {
  const joined = new Map<string, string[]>();
  const rest = code.replace(IMPORT, (_, names: string | undefined, file: string) => {
    const all = joined.get(file) ?? [];
    joined.set(file, names ? [...all, names] : all);
    return "";
  });
  // Modules are evaluated in the order of their first import.
  const imports = [...joined].map(([file, names]) =>
    names.length === 0 ? `import"./${file}";` : `import{${names}}from"./${file}";`
  );
  return imports.join("") + rest;
}

function withPlaces(code: string, places: Map<string, Place>): string {
  return code.replace(FROM, (whole, keyword, names: string | undefined, name) => {
    const place = places.get(name);
    if (place === undefined) return whole;
    if (names === undefined) return `${keyword}"./${place.file}"`;
    const renamed = names.split(",").map((pair) => {
      const [exported, , local = exported] = pair.split(" ");
      return `${exported}${place.suffix} as ${local}`;
    });
    return `${keyword}{${renamed}}from"./${place.file}"`;
  });
}
