const BEGIN = "<!-- figures: written by deno task bench -->";
const END = "<!-- end of figures -->";
const SECTION = /^<!-- section: (\S+) -->$/m;

/** The document before any section is written. */
export const NEW_DOCUMENT = `# Figures\n\n${BEGIN}\n\n${END}\n`;

/**
 * Replaces sections of the document. Text outside the marks is kept, and so are the other sections.
 * @param sections Markdown by the section's name
 * @param order names in the document's order; sections of other names come last, in their present order
 * @throws Error when the document has no marks
 */
export function withSections(
  document: string,
  sections: ReadonlyMap<string, string>,
  order: readonly string[],
): string {
  const [begin, end] = [document.indexOf(BEGIN), document.indexOf(END)];
  if (begin < 0 || end < begin) throw new Error(`the marks ${BEGIN} and ${END} are missing`);
  const present = new Map([...sectionsOf(document.slice(begin + BEGIN.length, end)), ...sections]);
  const names = [
    ...order.filter((name) => present.has(name)),
    ...[...present.keys()].filter((name) => !order.includes(name)),
  ];
  const written = names.map((name) => `<!-- section: ${name} -->\n\n${present.get(name)!.trim()}`);
  return [document.slice(0, begin) + BEGIN, ...written, END + document.slice(end + END.length)]
    .join("\n\n");
}

function sectionsOf(written: string): [name: string, markdown: string][] {
  const pieces = written.split(SECTION).slice(1);
  return pieces.flatMap((name, i) =>
    i % 2 === 0 ? [[name, pieces[i + 1]] as [string, string]] : []
  );
}
