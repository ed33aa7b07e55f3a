import { Builder } from "fresh/dev";

const ROOT = new URL("..", import.meta.url);
const OUT_DIR = "_fresh";

/** The build of the pages: their sources and the output folder. */
export const builder = new Builder({
  root: ROOT.href,
  serverEntry: "client/app.ts",
  staticDir: "client/static",
  outDir: OUT_DIR,
});

/** Empties `_fresh` and builds the pages into it: executables would embed leftovers. */
export async function buildPages(): Promise<void> {
  await Deno.remove(new URL(OUT_DIR, ROOT), { recursive: true }).catch((error) => {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  });
  await builder.build();
}

if (import.meta.main) await buildPages();
