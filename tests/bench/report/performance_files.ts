import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chartSvg } from "./chart_svg.ts";
import { NEW_DOCUMENT, withSections } from "./performance_document.ts";
import type { Section } from "./report.ts";
import { CHART_FOLDER, type Measured, sectionMarkdown } from "./section_markdown.ts";

/**
 * Writes a section to PERFORMANCE.md in the folder, replacing its old text, and its charts beside it; formatted like
 * `deno fmt`.
 * @param order the names of all sections, in the order of the document
 */
export async function writeSection(
  folder: string,
  name: string,
  section: Section,
  { order, measured }: { order: string[]; measured: Measured },
): Promise<void> {
  const document = join(folder, "PERFORMANCE.md");
  const charts = (section.charts ?? []).map((chart) => ({
    path: join(folder, CHART_FOLDER, `${chart.name}.svg`),
    svg: chartSvg(chart),
  }));
  if (charts.length > 0) await Deno.mkdir(join(folder, CHART_FOLDER), { recursive: true });
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

/** Uses this project's options, wherever the files are. */
async function format(files: string[]): Promise<void> {
  const config = fileURLToPath(new URL("../../../deno.json", import.meta.url));
  const { success, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["fmt", "--quiet", "--config", config, ...files],
  }).output();
  if (!success) throw new Error(new TextDecoder().decode(stderr));
}
