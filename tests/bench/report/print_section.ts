import { FIGURE_HEADS, figureCells } from "./figure_text.ts";
import type { Section } from "./report.ts";

/** Prints a section to standard output, as formatted by `sectionsText`. */
export function printSection(section: Section): void {
  // deno-lint-ignore no-console
  console.log(sectionsText([section]));
}

/** Formats sections as one aligned table with titles, ratios, goals and notes; without charts. */
export function sectionsText(sections: Section[]): string {
  const rows = sections.map(({ figures }) => figures.map(figureCells));
  const widths = FIGURE_HEADS.map((head, column) =>
    Math.max(head.length, ...rows.flat().map((row) => row[column].length))
  );
  const line = (cells: readonly string[]) =>
    `  ${cells.map((cell, column) => align(cell, widths[column], column)).join("  ")}`.trimEnd();
  return [
    line(FIGURE_HEADS),
    ...sections.flatMap(({ title, command, notes = [] }, section) => [
      `${title}: ${command}`,
      ...rows[section].map(line),
      ...notes.map((note) => `  ${note}`),
      "",
    ]),
  ].join("\n");
}

/** Values and ratios are right-aligned. */
function align(cell: string, width: number, column: number): string {
  return column === 1 || column === 2 ? cell.padStart(width) : cell.padEnd(width);
}
