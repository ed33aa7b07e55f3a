import { createHash } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deserialize, serialize } from "node:v8";
import type { ResolvedBuildConfig } from "../../lib/fresh/build/build_options.ts";
import { type Build, buildProject } from "../../lib/fresh/build/island_build.ts";

const FOLDER = join(tmpdir(), "chung-test-builds");

/** Where everything that a build is made from comes from: its sources, the builder's own and the libraries. */
const SOURCES = ["client", "islands", "lib", "routes", "deno.json", "deno.lock"];

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Returns the build of the project, which is made once and kept for all test files, because it takes longer than most
 * of them. Another source, however little it differs, is another build.
 */
export async function keptBuild(config: ResolvedBuildConfig): Promise<Build> {
  const path = join(FOLDER, keyOf(config));
  try {
    return deserialize(Deno.readFileSync(path));
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
  const build = await buildProject(config);
  Deno.mkdirSync(FOLDER, { recursive: true, mode: 0o700 });
  removeOld();
  // Another file may be at it too: a name never stands for half a build.
  const unfinished = Deno.makeTempFileSync({ dir: FOLDER });
  Deno.writeFileSync(unfinished, serialize(build));
  Deno.renameSync(unfinished, path);
  return build;
}

function keyOf(config: ResolvedBuildConfig): string {
  const hash = createHash("sha256").update(JSON.stringify([Deno.version, config]));
  const add = (path: string) => hash.update(`\0${path}\0`).update(Deno.readFileSync(path));
  const walk = (folder: string) => {
    const entries = [...Deno.readDirSync(folder)].sort((a, b) => a.name < b.name ? -1 : 1);
    for (const { name, isDirectory } of entries) {
      if (isDirectory) walk(join(folder, name));
      else add(join(folder, name));
    }
  };
  for (const source of SOURCES.map((name) => join(config.root, name))) {
    if (Deno.statSync(source).isDirectory) walk(source);
    else add(source);
  }
  return hash.digest("hex");
}

function removeOld(): void {
  for (const { name } of Deno.readDirSync(FOLDER)) {
    try {
      const { mtime } = Deno.statSync(join(FOLDER, name));
      if (Date.now() - mtime!.getTime() > DAY_MS) Deno.removeSync(join(FOLDER, name));
    } catch (error) {
      // Removed by another file's tests meanwhile.
      if (!(error instanceof Deno.errors.NotFound)) throw error;
    }
  }
}
