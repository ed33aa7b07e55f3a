// Time from starting an executable to its ready line, against one that only prints a line.
//   deno run -A tests/bench/startup_bench.ts
import { join } from "node:path";
import { buildPages } from "../../client/build.ts";
import { compileModule, compileProgram } from "../../packaging/compile_program.ts";
import { PROGRAMS } from "../../packaging/programs.ts";
import { whyNotCompile } from "../compiled/can_compile.ts";
import { withFolder } from "../folder.ts";
import { CLIENT_READY, Program, SERVER_READY } from "../program.ts";
import { median } from "./report/median.ts";
import { printSection } from "./report/print_section.ts";
import { milliseconds } from "./report/quantities.ts";
import type { Section } from "./report/report.ts";

const ROUNDS = 21;

/** A program to start repeatedly. */
interface Start {
  name: string;
  executable: string;
  args: string[];
  ready: RegExp;
  times: number[];
}

/** Returns no figures and a note with the reason where executables can't be compiled. */
export async function benchStartup(): Promise<Section> {
  const section: Section = {
    title: "Startup",
    command: "deno run -A tests/bench/startup_bench.ts",
    figures: [],
  };
  const why = await whyNotCompile();
  if (why !== null) return { ...section, notes: [`Not measured: ${why}.`] };
  await withFolder(async (folder) => {
    const starts = await makeExecutables(folder);
    // In turns, so that other activity on the machine affects all alike.
    for (let round = 0; round < ROUNDS; round++) {
      for (const start of starts) start.times.push(await measure(start, join(folder, `${round}`)));
    }
    const [{ name: against, times: baseline }] = starts;
    section.figures = starts.map(({ name, times }) => ({
      name,
      value: milliseconds(median(times)),
      ratio: median(times) / median(baseline),
      against,
    }));
  });
  return {
    ...section,
    notes: [`From the start of an executable to its ready line; medians of ${ROUNDS} rounds.`],
  };
}

async function makeExecutables(folder: string): Promise<Start[]> {
  const executable = (name: string) =>
    join(folder, Deno.build.os === "windows" ? `${name}.exe` : name);
  await Deno.writeTextFile(join(folder, "hello.js"), 'console.log("hello")');
  await compileModule({ folder, start: "hello.js", output: executable("hello"), quiet: true });
  await buildPages();
  for (const program of Object.values(PROGRAMS)) {
    await compileProgram({ program, output: executable(program.name), quiet: true });
  }
  const used = join(folder, "used");
  const folders = ["--data", `${used}/data`, "--log", `${used}/log`];
  return [
    { name: "one that prints a line", file: "hello", args: [], ready: /^hello$/ },
    { name: "chung-server, first time", file: "chung-server", args: [], ready: SERVER_READY },
    { name: "chung-server, again", file: "chung-server", args: folders, ready: SERVER_READY },
    { name: "chung", file: "chung", args: ["--no-open"], ready: CLIENT_READY },
  ].map(({ name, file, args, ready }) => ({
    name,
    executable: executable(file),
    args: file === "hello" ? [] : ["--port", "0", ...args],
    ready,
    times: [],
  }));
}

/** Milliseconds from the start to the ready line, in a new folder. */
async function measure({ executable, args, ready }: Start, folder: string): Promise<number> {
  await Deno.mkdir(folder, { recursive: true });
  const environment = { XDG_CONFIG_HOME: folder, HOME: folder };
  const start = performance.now();
  const program = new Program({ command: executable, args, environment, cwd: folder });
  await program.line(ready);
  const time = performance.now() - start;
  program.kill("SIGTERM");
  await program.end();
  await Deno.remove(folder, { recursive: true });
  return time;
}

if (import.meta.main) printSection(await benchStartup());
