import assert from "node:assert/strict";

const ROOT = new URL("../", import.meta.url);

/** Parses the table of guards: the guard, the test's file, and the test's name as in the source. */
function guards(): [guard: string, file: string, name: string][] {
  const text = Deno.readTextFileSync(new URL("docs/SECURITY.md", ROOT));
  const table = text.slice(text.indexOf("## Guard → test"));
  const rows = table.matchAll(/^\| (.+?) +\| `(tests\/[^`]+)` +\| (.+?) +\|$/gm);
  return [...rows].map(([, guard, file, name]) => [guard, file, name.replaceAll("\\|", "|")]);
}

Deno.test("docs/SECURITY.md names tests that are there", () => {
  const found = guards();
  assert(found.length > 40, `${found.length} rows`);
  const missing = found.filter(([, file, name]) => {
    try {
      return !Deno.readTextFileSync(new URL(file, ROOT)).includes(name);
    } catch {
      return true;
    }
  });
  assert.deepEqual(missing, []);
});
