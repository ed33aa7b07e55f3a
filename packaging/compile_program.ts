import { resolve } from "node:path";
import process from "node:process";
import { bundleProgram } from "./bundle_program.ts";
import type { ExecutableProgram } from "./programs.ts";

export interface CompileOptions {
  program: ExecutableProgram;
  /** The path of the executable, with `.exe` for Windows. */
  output: string;
  /** The machine it is for, as `deno compile --target` calls it; by default this one. */
  target?: string;
  /** Don't list what is embedded. */
  quiet?: boolean;
}

/**
 * Makes one executable, with the Deno that runs this or the one that `CHUNG_COMPILE_DENO` names. The web client
 * must have been built.
 * @throws Error with what Deno says
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

/** `deno compile` of one module, as all executables here are made. */
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
      // A missing right is an error, never a question on the terminal.
      "--no-prompt",
      // Deno would leave it in the folder of temporary files, where nothing of ours belongs.
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
