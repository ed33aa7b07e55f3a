import { join } from "node:path";
import process from "node:process";
import { denoInfo } from "./deno_info.ts";

/**
 * Returns the path of the esbuild program, in the version pinned by the import map of the project at `root`. Its package
 * depends on one package per platform, which contains the program.
 */
export async function esbuildProgram(root: string): Promise<string> {
  const { npmPackages } = await denoInfo(root, [import.meta.resolve("esbuild")]);
  const name = `@esbuild/${process.platform}-${process.arch}`;
  const found = Object.values(npmPackages).find((one) => one.name === name);
  if (found === undefined) throw new Error(`There is no esbuild for this machine: ${name}`);
  const program = process.platform === "win32" ? ["esbuild.exe"] : ["bin", "esbuild"];
  return join(found.localPath, ...program);
}
