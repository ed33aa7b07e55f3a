import { resolve } from "node:path";
import process from "node:process";
import { bundleProgram } from "./bundle_program.ts";
import type { ExecutableProgram } from "./programs.ts";

export interface CompileOptions {
  program: ExecutableProgram;
  /** The path of the executable, with `.exe` for Windows. */
  output: string;
  /** Target triple for `deno compile --target`. Default: this machine. */
  target?: string;
  /** Suppresses the list of embedded files. */
  quiet?: boolean;
}

/**
 * Compiles one executable with the Deno that runs this, or with the one that `CHUNG_COMPILE_DENO` names. The web
 * client must already be built.
 * @throws Error with the output of the failed tool, except where Deno has printed it
 */
export async function compileProgram(
  { program, output, target, quiet = false }: CompileOptions,
): Promise<void> {
  const folder = await Deno.makeTempDir({ prefix: "chung-compile-" });
  try {
    const [start, ...included] = await bundleProgram(program, folder);
    await compileModule({
      folder,
      start,
      output,
      quiet,
      args: [
        ...program.permissions,
        ...included.flatMap((path) => ["--include", path]),
        ...(target === undefined ? [] : ["--target", target]),
      ],
    });
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/** Runs `deno compile` on one module, with the flags that all executables share. */
export async function compileModule({ folder, start, output, args = [], quiet = false }: {
  folder: string;
  start: string;
  output: string;
  args?: string[];
  quiet?: boolean;
}): Promise<void> {
  const child = new Deno.Command(compilingDeno(), {
    args: [
      "compile",
      "--no-config",
      "--no-lock",
      "--no-npm",
      "--no-remote",
      "--no-check",
      // A missing permission is an error, never a prompt on the terminal.
      "--no-prompt",
      // Deno would write it to the temporary folder, where a program should leave nothing.
      "--no-code-cache",
      ...args,
      "--output",
      resolve(output),
      start,
    ],
    cwd: folder,
    env: { NO_COLOR: "1" },
    stdin: "null",
    stdout: "null",
    stderr: quiet ? "piped" : "inherit",
  }).spawn();
  const told = quiet ? await new Response(child.stderr).text() : "see above";
  const { success } = await child.status;
  if (!success) throw new Error(`deno compile failed: ${told.trim()}`);
}

function compilingDeno(): string {
  return process.env.CHUNG_COMPILE_DENO || Deno.execPath();
}
