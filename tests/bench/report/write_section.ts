import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chartSvg } from "./chart_svg.ts";
import { NEW_DOCUMENT, withSections } from "./figures_document.ts";
import type { Section } from "./report.ts";
import { type Measured, sectionMarkdown } from "./section_markdown.ts";

/**
 * Writes a section to FIGURES.md in the folder, in place of an earlier one, and its charts beside it, all formatted by
 * `deno fmt`.
 * @param order names of all sections, in the document's order
 */
export async function writeSection(
  folder: string,
  name: string,
  section: Section,
  { order, measured }: { order: string[]; measured: Measured },
): Promise<void> {
  const document = join(folder, "FIGURES.md");
  const charts = (section.charts ?? []).map((chart) => ({
    path: join(folder, `${chart.name}.svg`),
    svg: chartSvg(chart),
  }));
  await Deno.mkdir(folder, { recursive: true });
  for (const { path, svg } of charts) await Deno.writeTextFile(path, svg);
  const sections = new Map([[name, sectionMarkdown(section, measured)]]);
  await Deno.writeTextFile(document, withSections(await read(document), sections, order));
  await format([document, ...charts.map(({ path }) => path)]);
}

async function read(document: string): Promise<string> {
  try {
    return await Deno.readTextFile(document);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return NEW_DOCUMENT;
    throw error;
  }
}

/** Formats by the options of this project, wherever the files are. */
async function format(files: string[]): Promise<void> {
  const config = fileURLToPath(new URL("../../../deno.json", import.meta.url));
  const { success, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["fmt", "--quiet", "--config", config, ...files],
  }).output();
  if (!success) throw new Error(new TextDecoder().decode(stderr));
}
