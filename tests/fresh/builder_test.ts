import assert from "node:assert/strict";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Builder } from "fresh/dev";
import { app } from "./fixture/app.ts";
import { ask } from "./file_app.ts";

const root = join(import.meta.dirname!, "fixture");

function scriptsOf(html: string): string[] {
  return [...html.matchAll(/(?:src="|\[")(\/_fresh\/js\/[^"]+)/g)].map(([, url]) => url);
}

/** Checks that a build serves everything, for both kinds of builds. */
async function checkServed(fetch: (request: Request) => Promise<Response>): Promise<void> {
  const get = async (path: string) => {
    const response = await fetch(new Request(`http://localhost${path}`));
    return { status: response.status, headers: response.headers, body: await response.text() };
  };
  const home = await get("/");
  assert.equal(home.headers.get("x-log"), "first root root2");
  const scripts = scriptsOf(home.body);
  assert.equal(scripts.length, 2);
  for (const script of scripts) {
    const { status, headers } = await get(script);
    assert.equal(status, 200);
    assert.equal(headers.get("content-type"), "text/javascript; charset=UTF-8");
    assert.equal(headers.get("cache-control"), "public, max-age=31536000, immutable");
  }
  assert.match(
    (await get("/rooms/3")).body,
    /<section class="rooms"><h1 data-route="\/rooms\/:id">/,
  );
  assert.match((await get("/about")).body, /<article><h1>About<\/h1><\/article>/);

  const css = /href="(\/style.css\?__frsh_c=[^"]+)"/.exec(home.body)![1];
  assert.match((await get(css)).headers.get("cache-control")!, /immutable/);
  const files: [string, number][] = [
    ["/style.css", 200],
    ["/a%20b.svg", 200],
    ["/.well-known/security.txt", 200],
    ["/.hidden", 404],
    ["/..%2fapp.ts", 404],
    ["/%2e%2e/app.ts", 404],
    ["/x/..%2f..%2fapp.ts", 404],
    ["/..%5capp.ts", 404],
    ["/style.css%00", 404],
    ["/style.css/", 404],
    ["/.well-known", 404],
    ["/_fresh/js/other/fresh-runtime.js", 404],
  ];
  for (const [path, status] of files) assert.equal((await get(path)).status, status, path);
}

Deno.test("Builder serves the project from memory when the snapshot is kept there", async () => {
  const builder = new Builder({ root, serverEntry: "app.ts" });
  const applySnapshot = await builder.build({ snapshot: "memory" });
  applySnapshot(app);
  await checkServed(app.handler());
  await assert.rejects(Deno.stat(join(root, "_fresh")), Deno.errors.NotFound);
});

Deno.test("Builder writes a server that serves the project, the same at each build", async () => {
  const outDir = await Deno.makeTempDir({ dir: root, prefix: "_fresh-" });
  try {
    const builder = new Builder({ root, serverEntry: "app.ts", outDir });
    await builder.build();
    const first = await Deno.readTextFile(join(outDir, "snapshot.js"));
    const { default: server } = await import(pathToFileURL(join(outDir, "server.js")).href);
    await checkServed(server.fetch);
    await builder.build();
    assert.equal(await Deno.readTextFile(join(outDir, "snapshot.js")), first);
  } finally {
    await Deno.remove(outDir, { recursive: true });
  }
});

Deno.test("Builder bundles one Preact, and nothing that only the server needs", async () => {
  const outDir = await Deno.makeTempDir({ dir: root, prefix: "_fresh-" });
  try {
    await new Builder({ root, serverEntry: "app.ts", outDir }).build();
    const scripts = join(outDir, "static", "_fresh", "js");
    const [{ name: buildId }] = [...Deno.readDirSync(scripts)];
    const contents = [...Deno.readDirSync(join(scripts, buildId))].map(({ name }) =>
      Deno.readTextFileSync(join(scripts, buildId, name))
    );
    const all = contents.join("\n");
    // Minifying keeps this name from Preact's source; the next one belongs to the server's renderer.
    assert.equal(contents.filter((one) => one.includes("getDerivedStateFromError")).length, 1);
    assert.ok(!all.includes("UNSTABLE_comment"));
    assert.ok(!all.includes("Deno."));
    assert.ok(all.includes(buildId));
  } finally {
    await Deno.remove(outDir, { recursive: true });
  }
});

Deno.test("Builder fails, naming the island, when it doesn't have one default export", async () => {
  const islandDir = await Deno.makeTempDir({ dir: root, prefix: "_islands-" });
  try {
    const sources = [
      "export const Named = () => null;",
      "export default 1;",
      [
        "export default () => null;",
        "export function other() {}",
      ].join("\n"),
    ];
    for (const [index, source] of sources.entries()) {
      const path = join(islandDir, `Wrong${index}.tsx`);
      await Deno.writeTextFile(path, source);
      await assert.rejects(
        new Builder({ root, serverEntry: "app.ts", islandDir }).build({ snapshot: "memory" }),
        new RegExp(`"Wrong${index}" must have one default export`),
      );
      await Deno.remove(path);
    }
  } finally {
    await Deno.remove(islandDir, { recursive: true });
  }
});

Deno.test("Builder fails, saying where, when an island can't be bundled", async () => {
  const islandDir = await Deno.makeTempDir({ dir: root, prefix: "_islands-" });
  try {
    await Deno.writeTextFile(join(islandDir, "Broken.tsx"), "export default () => missing(;");
    const builder = new Builder({ root, serverEntry: "app.ts", islandDir });
    await assert.rejects(builder.build({ snapshot: "memory" }), /Broken\.tsx/);
    await Deno.writeTextFile(join(islandDir, "Broken.tsx"), 'import "node:fs"; export default 1;');
    await assert.rejects(builder.build({ snapshot: "memory" }), /Could not resolve "node:fs"/);
  } finally {
    await Deno.remove(islandDir, { recursive: true });
  }
});

Deno.test("Builder.listen serves a build for development, whose pages reload after a restart", async () => {
  const builder = new Builder({ root, serverEntry: "app.ts" });
  const stop = new AbortController();
  const listening = Promise.withResolvers<Deno.NetAddr>();
  const { app } = await import("./fixture/app.ts");
  await builder.listen(() => Promise.resolve({ app }), {
    port: 0,
    hostname: "127.0.0.1",
    signal: stop.signal,
    onListen: listening.resolve,
  });
  const { port } = await listening.promise;
  const response = await fetch(`http://127.0.0.1:${port}/style.css`);
  assert.equal(response.headers.get("cache-control"), "no-cache");
  assert.match(await response.text(), /color/);
  const page = await (await fetch(`http://127.0.0.1:${port}/about`)).text();
  const script = /<script type="module" src="([^"]+)"/.exec(page)![1];
  assert.match(
    await (await fetch(`http://127.0.0.1:${port}${script}`)).text(),
    /EventSource\("\/_frsh\/alive"\)/,
  );
  const events = (await fetch(`http://127.0.0.1:${port}/_frsh/alive`)).body!.getReader();
  assert.match(
    new TextDecoder().decode((await events.read()).value),
    /^retry: 300\ndata: \S+\n\n$/,
  );
  await events.cancel();
  stop.abort();
  app.config.mode = "production";
});

Deno.test("fresh and fresh/internal don't import the Builder or esbuild", async () => {
  for (const entry of ["mod.ts", "internal.ts", "runtime.ts"]) {
    const path = join(import.meta.dirname!, "../../lib/fresh", entry);
    const { stdout } = await new Deno.Command(Deno.execPath(), {
      args: ["info", "--json", path],
      cwd: root,
    }).output();
    const info: { modules: { specifier: string }[] } = JSON.parse(
      new TextDecoder().decode(stdout),
    );
    const specifiers = info.modules.map(({ specifier }) => specifier);
    assert.ok(specifiers.length > 0);
    assert.deepEqual(specifiers.filter((one) => /esbuild|bundle|builder/.test(one)), []);
  }
});

Deno.test("App answers with an empty page list when no build was given", async () => {
  const { App } = await import("fresh");
  assert.equal((await ask(new App().fsRoutes(), "/")).status, 404);
});
