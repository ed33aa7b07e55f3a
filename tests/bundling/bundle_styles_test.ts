import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { bundleStyles } from "../../lib/bundling/bundle_styles.ts";
import { withFolder } from "../folder.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** A stylesheet of these files, of which the first imports the others. */
async function bundled(sources: Record<string, string>): Promise<string> {
  let made = "";
  await withFolder(async (folder) => {
    for (const [name, source] of Object.entries(sources)) {
      await Deno.writeTextFile(`${folder}/${name}`, source);
    }
    const entry = `${folder}/${Object.keys(sources)[0]}`;
    made = await bundleStyles({ root, entry, target: ["chrome99", "firefox99", "safari15"] });
  });
  return made;
}

Deno.test("styles are joined in their order, a rule a line, without comments", async () => {
  const made = await bundled({
    "all.css": '@import "./b.css";\n@import "./a.css";\n',
    "a.css": "/* why */ a { color: red; }\n@media print { a { margin: 0px; } b { padding: 0 } }\n",
    "b.css": "b { color: #ff0000; }\n",
  });
  assert.equal(made, "b{color:red}\na{color:red}\n@media print{a{margin:0}\nb{padding:0}}\n");
});

Deno.test("strings and what browsers choose by stay as they are", async () => {
  const kept = [
    "a:before{content:'} \"}'}",
    'b:before{content:"⋯";content:"⋯" / ""}',
    ":root{--a: light-dark(#fff, #000)}",
    "c{color:light-dark(#fff,#000);height:100vh;height:100dvh;overflow:hidden;overflow:clip}",
    "d{margin-inline:0;padding-block-start:1px;inset:0;field-sizing:content}",
    "@supports (color: color-mix(in srgb,red,blue)){e{color:color-mix(in srgb,red 14%,blue)}}",
    "@media(scripting:none){f:has(g){width:min(1rem,100% - 2rem)}}",
  ];
  const made = await bundled({ "all.css": kept.join("\n") });
  assert.deepEqual(made.trim().split("\n"), kept);
});

Deno.test("a part that is missing, or no style, is an error that names it", async () => {
  await assert.rejects(bundled({ "all.css": '@import "./gone.css";' }), /gone\.css/);
  await assert.rejects(bundled({ "all.css": "a { color: red; " }), /all\.css/);
});
