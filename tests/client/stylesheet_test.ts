import assert from "node:assert/strict";
import { gzipSync } from "node:zlib";
import { stylesheet } from "../../client/stylesheet.ts";

const PARTS = new URL("../../client/styles/", import.meta.url);
const STYLESHEET = new URL("../../client/static/app.css", import.meta.url);

/** Bytes of styles that a page may load. */
const MOST_COMPRESSED = 10_000;

Deno.test("the stylesheet is what its parts make", async () => {
  const isNew = await Deno.readTextFile(STYLESHEET) === await stylesheet();
  assert(isNew, "client/static/app.css is older than client/styles: run `deno task styles`");
});

Deno.test("the stylesheet has every part, once", async () => {
  const imports = (await Deno.readTextFile(new URL("app.css", PARTS))).matchAll(
    /@import "\.\/(.+)";/g,
  );
  const parts = [...Deno.readDirSync(PARTS)].map(({ name }) => name);
  assert.deepEqual(
    [...imports].map(([, name]) => name).sort(),
    parts.filter((name) => name !== "app.css").sort(),
  );
});

Deno.test("the styles stay small", async () => {
  const size = gzipSync(await Deno.readFile(STYLESHEET), { level: 9 }).length;
  assert(size <= MOST_COMPRESSED, `${size} bytes compressed`);
});
