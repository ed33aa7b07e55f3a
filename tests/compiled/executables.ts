import { join } from "node:path";
import process from "node:process";
import { buildPages } from "../../client/build.ts";
import { compileProgram } from "../../packaging/compile_program.ts";
import { PROGRAMS } from "../../packaging/programs.ts";
import { withFolder } from "../folder.ts";
import { whyNotCompile } from "./can_compile.ts";
import { Place } from "./place.ts";

const why = await whyNotCompile();
if (why !== null) {
  if (process.env.CHUNG_REQUIRE_COMPILE) throw new Error(`no executable can be made: ${why}`);
  // deno-lint-ignore no-console
  console.error(`tests of the executables are ignored: ${why}`);
}

/** Registers a test of the two executables; ignored where they can't be compiled. */
export function testExecutables(
  name: string,
  test: (place: Place) => Promise<void>,
  { ignore = false }: { ignore?: boolean } = {},
): void {
  Deno.test({
    name,
    ignore: ignore || why !== null,
    // The browser process and its pipes outlive a test by moments.
    sanitizeOps: false,
    sanitizeResources: false,
    fn: () =>
      withFolder(async (folder) => await test(await Place.make(folder, await executables()))),
  });
}

let made: Promise<string[]> | undefined;

/** Compiles both, once for the tests of a file. */
function executables(): Promise<string[]> {
  return made ??= make();
}

async function make(): Promise<string[]> {
  const folder = await Deno.makeTempDir({ prefix: "chung-executables-" });
  addEventListener("unload", () => Deno.removeSync(folder, { recursive: true }));
  await buildPages();
  const paths: string[] = [];
  for (const program of Object.values(PROGRAMS)) {
    const output = join(folder, Deno.build.os === "windows" ? `${program.name}.exe` : program.name);
    await compileProgram({ program, output, quiet: true });
    paths.push(output);
  }
  return paths;
}
