// Compiles dist/chung-server and dist/chung: `deno task compile` (docs/RELEASING.md).
import { parseArgs } from "node:util";
import process from "node:process";
import { buildPages } from "../client/build.ts";
import { print, report } from "../lib/cli/program.ts";
import { archive, writeChecksums } from "./archive.ts";
import { compileProgram } from "./compile_program.ts";
import { PROGRAMS, TARGETS } from "./programs.ts";

const HELP = `chung compile: the two executables of Chung

Usage: deno task compile [options]

  --target TARGET       compile for another machine, into dist/TARGET/
  --all                 compile for each of these:
                        ${TARGETS.join("\n                        ")}
  --only server|client  compile one of the two
  --archive             pack both for a release, with README and licences, and write SHA256SUMS
  --help                show this

Environment: CHUNG_COMPILE_DENO, the Deno to compile with instead of the one that runs this;
DENORT_BIN, the runtime to embed in the executables, for this machine only.`;

interface CompileArguments {
  help: boolean;
  /** Target triples; `undefined` means this machine. */
  targets: (string | undefined)[];
  programs: ("server" | "client")[];
  archives: boolean;
}

/** @throws Error whose message is one line */
function readArguments(args: string[]): CompileArguments {
  const { values } = parseArgs({
    args,
    options: {
      target: { type: "string" },
      all: { type: "boolean", default: false },
      only: { type: "string" },
      archive: { type: "boolean", default: false },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  const { target, all, only, help, archive: archives } = values;
  if (only !== undefined && only !== "server" && only !== "client") {
    throw new Error(`--only is server or client, not ${only}`);
  }
  if (archives && only !== undefined) {
    throw new Error("--archive packs both programs: leave out --only");
  }
  if (all && target !== undefined) throw new Error("--all and --target exclude each other");
  if ((all || target !== undefined) && process.env.DENORT_BIN) {
    throw new Error("DENORT_BIN is the runtime for one machine: unset it to use --all or --target");
  }
  return {
    help,
    targets: all ? [...TARGETS] : [target],
    programs: only === undefined ? ["server", "client"] : [only],
    archives,
  };
}

async function compile({ targets, programs, archives }: CompileArguments): Promise<void> {
  // The client's executable embeds the built pages.
  if (programs.includes("client")) await buildPages();
  const packed: string[] = [];
  for (const target of targets) {
    const folder = target === undefined ? "dist" : `dist/${target}`;
    const outputs: string[] = [];
    for (const name of programs) {
      const program = PROGRAMS[name];
      const output = `${folder}/${fileName(program.name, target)}`;
      await compileProgram({ program, output, target });
      outputs.push(output);
    }
    if (archives) packed.push(await archive(outputs, target ?? Deno.build.target, "dist"));
  }
  if (archives) await writeChecksums(packed, "dist");
}

function fileName(program: string, target: string = Deno.build.target): string {
  return target.includes("windows") ? `${program}.exe` : program;
}

if (import.meta.main) {
  try {
    const options = readArguments(Deno.args);
    if (options.help) print(HELP);
    else await compile(options);
  } catch (error) {
    report(`chung compile: ${(error as Error).message}`);
    Deno.exit(1);
  }
}
