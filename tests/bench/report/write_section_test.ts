import assert from "node:assert/strict";
import { join } from "node:path";
import type { Section } from "./report.ts";
import { writeSection } from "./write_section.ts";

const SECTION: Section = {
  title: "Wire",
  command: "deno run wire.ts",
  figures: [{ name: "chung", value: "5/s", ratio: 0.5, against: "relay", goal: { least: 0.4 } }],
  charts: [{
    name: "wire",
    title: "Messages",
    x: { label: "members", scale: "linear" },
    y: { label: "a second", scale: "linear" },
    series: [{ name: "chung", points: [[1, 5], [2, 4]] }],
  }],
};

Deno.test("a section is written to FIGURES.md with its charts beside it, and nothing else", async () => {
  const folder = await Deno.makeTempDir({ prefix: "chung-figures-" });
  try {
    const performance = join(folder, "performance");
    const measured = { date: "2026-11-24", machine: "2 cores" };
    await writeSection(performance, "wire", SECTION, { order: ["wire"], measured });
    assert.deepEqual([...Deno.readDirSync(folder)].map(({ name }) => name), ["performance"]);
    const files = [...Deno.readDirSync(performance)].map(({ name }) => name).sort();
    assert.deepEqual(files, ["FIGURES.md", "wire.svg"]);
    const document = await Deno.readTextFile(join(performance, "FIGURES.md"));
    assert.match(
      document,
      /^# Figures\n\n<!-- figures[^\n]*\n\n<!-- section: wire -->\n\n## Wire\n/,
    );
    assert.match(document, /`deno run wire\.ts`, 2026-11-24: 2 cores\./);
    assert.match(document, /\| chung +\| +5\/s \| 0\.50 × \| relay +\| ≥ 0\.4: met \|/);
    assert.match(document, /!\[Messages\]\(wire\.svg\)/);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
