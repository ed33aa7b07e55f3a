import assert from "node:assert/strict";
import { join, relative } from "node:path";

const ROOT = join(import.meta.dirname!, "..");
const FOLDERS = ["client", "islands", "lib", "packaging", "routes"];

/**
 * A doc comment names what it documents: "Resolves a token to its session", not "Whose a token is". These words begin
 * a clause in place of a noun or verb.
 */
const CLAUSE = /\/\*\*\s*(?:\*\s*)?(?:What|Of|Those|Whose|Who)\s/g;

function* sourceFiles(folder: string): Generator<string> {
  for (const { name, isDirectory } of Deno.readDirSync(folder)) {
    const path = join(folder, name);
    if (isDirectory) yield* sourceFiles(path);
    else if (/\.tsx?$/.test(name)) yield path;
  }
}

function clauses(path: string): string[] {
  const text = Deno.readTextFileSync(path);
  return [...text.matchAll(CLAUSE)].map(({ 0: found, index }) => {
    const line = text.slice(0, index + found.length).split("\n").length;
    return `${relative(ROOT, path).replaceAll("\\", "/")}:${line}`;
  });
}

Deno.test("doc comments begin with a noun or a verb", () => {
  const files = [...FOLDERS.flatMap((name) => [...sourceFiles(join(ROOT, name))])];
  const found = [...files, join(ROOT, "server.ts")].flatMap(clauses);
  assert.deepEqual(found, [], "begin these with what the thing is or does");
});
