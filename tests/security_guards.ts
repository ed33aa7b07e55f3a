// Writes the table of guards in docs/SECURITY.md from the tags in the tests:
//   deno task guards
// A tag is a comment right above the call that registers a test, and may go on over further comment lines:
//   // Guard (tokens): logout and expiry end a token everywhere, a known one too
//   Deno.test("a token ends everywhere at once by logout, and by its time", …

const ROOT = new URL("../", import.meta.url);
const DOCUMENT = new URL("docs/SECURITY.md", ROOT);
const BEGIN = "<!-- guards: written by deno task guards -->";
const END = "<!-- end of guards -->";

/** The topics that a tag may name, in the document's order, with their headings. */
const TOPICS = new Map([
  ["tokens", "Tokens"],
  ["passwords", "Passwords"],
  ["rooms", "Rooms"],
  ["accounts", "One account beside the others"],
  ["connections", "Connections and requests"],
  ["tls", "TLS"],
  ["storage", "Storage"],
  ["web", "Web client"],
  ["floods", "Floods and long runs"],
]);

const TAG = /^ *\/\/ Guard \((\w+)\): (.+)$/;
const MORE = /^ *\/\/ (.+)$/;
const REGISTERS = /^\s*[\w.]*test\w*\(/i;
const STRING = /"((?:[^"\\]|\\.)*)"|`((?:[^`\\]|\\.)*)`/;

/** A guard and the test that fails without it. */
export interface Guard {
  topic: string;
  guard: string;
  /** From the repository's root. */
  file: string;
  /** The test's name; "…" stands for what a table of cases puts in. */
  test: string;
}

/** Collects the guards of all tests, by topic, file and line. */
export function collectGuards(): Guard[] {
  const found = [...testFiles("tests/")].sort().flatMap((file) =>
    guardsOf(file, Deno.readTextFileSync(new URL(file, ROOT)))
  );
  return [...TOPICS.keys()].flatMap((topic) => found.filter((guard) => guard.topic === topic));
}

/**
 * Reads the tags of one file.
 * @throws Error for a tag of an unknown topic, or one that stands above no test
 */
export function guardsOf(file: string, source: string): Guard[] {
  const lines = source.split("\n");
  return lines.flatMap((line, at): Guard[] => {
    const tag = TAG.exec(line);
    if (tag === null) return [];
    const [, topic, first] = tag;
    if (!TOPICS.has(topic)) throw new Error(`${file}:${at + 1}: no topic ${topic}`);
    let next = at + 1;
    const text = [first];
    for (; MORE.test(lines[next]) && !TAG.test(lines[next]); next++) {
      text.push(MORE.exec(lines[next])![1]);
    }
    while (TAG.test(lines[next])) next++;
    const test = REGISTERS.test(lines[next]) && STRING.exec(lines.slice(next).join("\n"));
    if (!test) throw new Error(`${file}:${at + 1}: a guard above no test`);
    const name = test[1]?.replaceAll('\\"', '"') ?? test[2].replaceAll(/\$\{[^}]*\}/g, "…");
    return [{ topic, guard: text.join(" "), file, test: name }];
  });
}

/**
 * Puts the guards between the document's marks, as `deno fmt` wants them.
 * @throws Error when the document has no marks
 */
export function withGuards(document: string, guards: Guard[]): string {
  const [begin, end] = [document.indexOf(BEGIN), document.indexOf(END)];
  if (begin < 0 || end < begin) throw new Error(`the marks ${BEGIN} and ${END} are missing`);
  const sections = [...Map.groupBy(guards, ({ topic }) => topic)].map(([topic, rows]) =>
    `### ${TOPICS.get(topic)}\n\n${table(rows)}`
  );
  return [document.slice(0, begin) + BEGIN, ...sections, document.slice(end)].join("\n\n");
}

/** Reads docs/SECURITY.md. */
export function readSecurityDocument(): string {
  return Deno.readTextFileSync(DOCUMENT);
}

function table(guards: Guard[]): string {
  const cells = guards.map(({ guard, file, test }) =>
    [guard, `\`${file}\``, test].map((cell) => cell.replaceAll("|", "\\|"))
  );
  const heads = ["guard", "file", "test"];
  const widths = heads.map((head, column) =>
    Math.max(head.length, ...cells.map((row) => row[column].length))
  );
  const line = (row: string[]) =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column])).join(" | ")} |`;
  return [heads, widths.map((width) => "-".repeat(width)), ...cells].map(line).join("\n");
}

function* testFiles(folder: string): Generator<string> {
  for (const { name, isDirectory } of Deno.readDirSync(new URL(folder, ROOT))) {
    if (isDirectory) yield* testFiles(`${folder}${name}/`);
    else if (/_test\.tsx?$/.test(name)) yield folder + name;
  }
}

if (import.meta.main) {
  Deno.writeTextFileSync(DOCUMENT, withGuards(readSecurityDocument(), collectGuards()));
}
