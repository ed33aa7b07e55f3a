import assert from "node:assert/strict";
import { join } from "node:path";
import { moduleGraph } from "../../lib/bundling/module_graph.ts";
import { PROGRAMS } from "../../packaging/programs.ts";

Deno.test("the lock file gives the server's executable one version of each package", async () => {
  const root = join(import.meta.dirname!, "../..");
  const entries = Object.values(PROGRAMS.server.entries).map((path) => join(root, path));
  const { packages } = await moduleGraph(root, entries);
  for (const name of ["jose", "bcryptjs", "modern-tar", "age-encryption", "@noble/hashes"]) {
    assert(packages.has(name), name);
  }
});
