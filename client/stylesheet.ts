// Writes the pages' stylesheet from its parts in client/styles: `deno task styles`.
import { fileURLToPath } from "node:url";
import { builder } from "./build.ts";
import { bundleStyles } from "../lib/bundling/bundle_styles.ts";
import { print } from "../lib/cli/program.ts";

const STYLESHEET = "client/static/app.css";
const PARTS = "client/styles/app.css";
const ROOT = new URL("../", import.meta.url);

/** The stylesheet that the parts make, for the browsers that the scripts are built for. */
export function stylesheet(): Promise<string> {
  const { target } = builder.config;
  return bundleStyles({ root: fileURLToPath(ROOT), entry: PARTS, target });
}

/** Writes the stylesheet where its parts make another than there is. */
export async function writeStylesheet(): Promise<void> {
  const file = new URL(STYLESHEET, ROOT);
  const made = await stylesheet();
  const written = await Deno.readTextFile(file).catch(() => null);
  if (written === made) return;
  await Deno.writeTextFile(file, made);
  print(`Wrote ${STYLESHEET}`);
}

if (import.meta.main) await writeStylesheet();
