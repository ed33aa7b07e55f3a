import { FIGURE_HEADS, figureCells } from "./figure_text.ts";
import type { Section } from "./report.ts";

/** The date and the machine of a measurement. */
export interface Measured {
  /** For example `2026-11-23`. */
  date: string;
  machine: string;
}

/** Renders a section of docs/performance/FIGURES.md: heading, command, table, notes, charts. */
export function sectionMarkdown(section: Section, { date, machine }: Measured): string {
  const { title, command, figures, notes = [], charts = [] } = section;
  const row = (cells: readonly string[]) => `| ${cells.map(escape).join(" | ")} |`;
  const table = [
    row(FIGURE_HEADS),
    "| --- | ---: | ---: | --- | --- |",
    ...figures.map((figure) => row(figureCells(figure))),
  ];
  return [
    `## ${title}`,
    `\`${command}\`, ${date}: ${machine}.`,
    ...(figures.length === 0 ? [] : [table.join("\n")]),
    ...notes,
    ...charts.map(({ name, title }) => `![${title}](${name}.svg)`),
  ].join("\n\n");
}

function escape(cell: string): string {
  return cell.replaceAll("|", "\\|");
}
