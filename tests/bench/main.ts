// Runs every benchmark, or the named ones; writes docs/performance/FIGURES.md and prints one table with ratios.
//   deno task bench [NAME ...]
// deno-lint-ignore-file no-console
import { fileURLToPath } from "node:url";
import { benchBulk } from "./bulk_bench.ts";
import { benchColdStart } from "./cold_start_bench.ts";
import { benchFlood } from "./flood_bench.ts";
import { benchGrowth } from "./growth_bench.ts";
import { benchLog } from "./log_bench.ts";
import { benchLogins } from "./logins_bench.ts";
import { machine } from "./process/machine.ts";
import { benchMemory } from "./memory_bench.ts";
import { benchOpenRoom } from "./open_room_bench.ts";
import { benchPage } from "./page_bench.ts";
import { writeSection } from "./report/write_section.ts";
import { sectionsText } from "./report/print_section.ts";
import { benchReads } from "./reads_bench.ts";
import type { Section } from "./report/report.ts";
import { benchSearch } from "./search_bench.ts";
import { benchStartup } from "./startup_bench.ts";
import { benchStore } from "./store_bench.ts";
import { benchTasks } from "./tasks_bench.ts";
import { benchWire } from "./wire_bench.ts";

/** In the order of the document. */
const BENCHES = new Map<string, () => Promise<Section>>([
  ["wire", () => benchWire()],
  ["growth", () => benchGrowth()],
  ["memory", () => benchMemory()],
  ["flood", () => benchFlood()],
  ["bulk", () => benchBulk()],
  ["reads", () => benchReads()],
  ["logins", () => benchLogins()],
  ["cold_start", () => benchColdStart()],
  ["page", () => benchPage()],
  ["open_room", () => benchOpenRoom()],
  ["search", () => benchSearch()],
  ["store", () => benchStore()],
  ["tasks", () => benchTasks()],
  ["log", () => benchLog()],
  ["startup", () => benchStartup()],
]);

const FOLDER = fileURLToPath(new URL("../../docs/performance/", import.meta.url));

/** Writes each section as soon as it is measured; reports one that fails, and leaves its old section in place. */
async function run(names: string[]): Promise<Section[]> {
  const sections: Section[] = [];
  for (const name of names) {
    const start = performance.now();
    try {
      const section = await BENCHES.get(name)!();
      sections.push(section);
      // A section that can't be measured here keeps its figures from elsewhere.
      if (section.figures.length > 0) await write(name, section);
      const seconds = (performance.now() - start) / 1_000;
      console.error(`${name}: measured in ${seconds.toFixed(0)} s`);
    } catch (error) {
      console.error(`${name}: not measured:`, error);
    }
  }
  return sections;
}

async function write(name: string, section: Section): Promise<void> {
  const measured = { date: new Date().toISOString().slice(0, 10), machine: machine() };
  await writeSection(FOLDER, name, section, { order: [...BENCHES.keys()], measured });
}

if (import.meta.main) {
  const names = Deno.args.length > 0 ? Deno.args : [...BENCHES.keys()];
  const unknown = names.find((name) => !BENCHES.has(name));
  if (unknown !== undefined) {
    console.error(`no benchmark ${unknown}: there are ${[...BENCHES.keys()].join(", ")}`);
    Deno.exit(2);
  }
  const sections = await run(names);
  console.log(sectionsText(sections));
  if (sections.length < names.length) Deno.exit(1);
}
