const BEGIN = "<!-- figures: written by deno task bench -->";
const END = "<!-- end of figures -->";
const SECTION = /^<!-- section: (\S+) -->$/m;

/** The initial document. */
export const NEW_DOCUMENT = `# Performance\n\n${BEGIN}\n\n${END}\n`;

/**
 * Replaces sections of the document; everything outside the marks and all other sections stay.
 * @param sections Markdown by section name
 * @param order section names in the order of the document; others follow in their old order
 * @throws {Error} when the document has no marks to write between
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
