import assert from "node:assert/strict";
import { fileURLToPath, pathToFileURL } from "node:url";
import { bundle } from "../../lib/bundling/bundle.ts";
import { moduleGraph } from "../../lib/bundling/module_graph.ts";
import { withFolder } from "../folder.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/**
 * `both.ts` is shared by the pages alone, `all.ts` with what is loaded later too, `first.ts` by one page and what it
 * loads later. `count` tells whether each exists once.
 */
const SOURCES = {
  "all.ts": "export let count = 0; export const add = () => ++count;",
  "both.ts": 'import { add } from "./all.ts"; export const twice = () => add() + add();',
  "first.ts": 'export class First { name = "first"; }',
  "later.ts":
    'import { add, count } from "./all.ts"; import { First } from "./first.ts"; export const later = () => [add(), count, new First()];',
  "boot.ts": 'export { add as start } from "./all.ts";',
  "One.ts":
    `import { twice } from "./both.ts"; import { count } from "./all.ts"; import { First } from "./first.ts";
    export default async () => {
      const { later } = await import("./later.ts");
      const [added, same, first] = later();
      return [twice(), count, added, same, first instanceof First];
    };`,
  "Two.ts": `import { twice } from "./both.ts"; import { count } from "./all.ts";
    const later = () => import("./later.ts");
    export default async () => [twice(), (await later()).later()[1], count];`,
};

Deno.test("merged chunks do what the modules do, once each, and are fewer", async () => {
  await withFolder(async (folder) => {
    for (const [name, source] of Object.entries(SOURCES)) {
      await Deno.writeTextFile(`${folder}/${name}`, source);
    }
    const entries = Object.fromEntries(
      ["boot", "One", "Two"].map((name) => [name, `${folder}/${name}.ts`]),
    );
    // These modules import no packages, but what is bundled beside them does.
    const graph = await moduleGraph(ROOT, [`${ROOT}lib/fresh/browser/boot.ts`]);
    const options = { entries, boot: "boot", graph, buildId: "test", target: "safari15" };
    const apart = await bundle({ ...options, development: true });
    const merged = await bundle({ ...options, development: false });
    const scripts = [...merged.files.keys()].sort();
    assert.equal(scripts.length, 4, scripts.join(" "));
    assert(scripts.length < [...apart.files.keys()].filter((name) => name.endsWith(".js")).length);
    for (const [name, imports] of merged.imports) {
      for (const file of imports) assert(merged.files.has(file), `${name} imports ${file}`);
    }
    for (const [name, content] of merged.files) await Deno.writeFile(`${folder}/${name}`, content);
    const load = async (name: string) => await import(pathToFileURL(`${folder}/${name}.js`).href);
    const { start } = await load("boot");
    assert.equal(start(), 1);
    assert.deepEqual(await (await load("One")).default(), [7, 4, 2, 2, true]);
    assert.deepEqual(await (await load("Two")).default(), [11, 7, 7]);
  });
});

Deno.test("a rare entry divides nothing that others share, and finds all it needs", async () => {
  await withFolder(async (folder) => {
    const source = `import { twice } from "./both.ts"; import { First } from "./first.ts";
      export default () => [typeof twice(), new First().name];`;
    for (const [name, text] of Object.entries({ ...SOURCES, "Rare.ts": source })) {
      await Deno.writeTextFile(`${folder}/${name}`, text);
    }
    const graph = await moduleGraph(ROOT, [`${ROOT}lib/fresh/browser/boot.ts`]);
    const build = (names: string[]) => {
      const entries = Object.fromEntries(names.map((name) => [name, `${folder}/${name}.ts`]));
      const options = { entries, boot: "boot", graph, buildId: "test", target: "safari15" };
      const rare = names.filter((name) => name === "Rare");
      return bundle({ ...options, rare, development: false });
    };
    const without = await build(["boot", "One", "Two"]);
    const merged = await build(["boot", "One", "Two", "Rare"]);
    for (const name of ["boot", "One", "Two"]) {
      assert.equal(merged.imports.get(name)!.length, without.imports.get(name)!.length, name);
    }
    assert.equal(merged.files.size, without.files.size + 1);
    for (const [name, content] of merged.files) await Deno.writeFile(`${folder}/${name}`, content);
    const { default: run } = await import(pathToFileURL(`${folder}/Rare.js`).href);
    assert.deepEqual(run(), ["number", "first"]);
  });
});
