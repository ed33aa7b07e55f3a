import assert from "node:assert/strict";
import { NEW_DOCUMENT, withSections } from "./figures_document.ts";

const ORDER = ["wire", "growth", "memory"];
const sections = (...entries: [name: string, markdown: string][]) => new Map(entries);

Deno.test("new sections stand in their order, whatever the order in which they came", () => {
  const first = withSections(NEW_DOCUMENT, sections(["memory", "## Memory"]), ORDER);
  const second = withSections(first, sections(["wire", "## Wire\n\ntext"]), ORDER);
  assert.equal(
    second,
    "# Figures\n\n<!-- figures: written by deno task bench -->\n\n" +
      "<!-- section: wire -->\n\n## Wire\n\ntext\n\n" +
      "<!-- section: memory -->\n\n## Memory\n\n<!-- end of figures -->\n",
  );
});

Deno.test("prose around the marks and the other sections are kept", () => {
  const before = withSections(
    NEW_DOCUMENT.replace("# Figures", "# Fast\n\nBefore.") + "\nAfter.\n",
    sections(["wire", "## Wire, old"], ["growth", "## Growth"], ["later", "## Later"]),
    ORDER,
  );
  const after = withSections(before, sections(["wire", "## Wire, new"]), ORDER);
  assert.equal(after, before.replace("Wire, old", "Wire, new"));
  assert.match(after, /^# Fast\n\nBefore\.\n/);
  assert.match(after, /<!-- end of figures -->\n\nAfter\.\n$/);
});

Deno.test("to write the same again changes nothing", () => {
  const once = withSections(NEW_DOCUMENT, sections(["wire", "## Wire\n"]), ORDER);
  assert.equal(withSections(once, sections(["wire", "## Wire\n"]), ORDER), once);
});

Deno.test("a document without marks is refused", () => {
  assert.throws(() => withSections("# Figures\n", sections(["wire", "x"]), ORDER), /marks/);
});
