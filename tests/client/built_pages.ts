import { builder } from "../../client/build.ts";
import type { App } from "../../lib/fresh/app/app.ts";
import { setSnapshot } from "../../lib/fresh/app/snapshot.ts";
import { memorySnapshot } from "../../lib/fresh/build/memory_snapshot.ts";
import { keptBuild } from "./kept_build.ts";

// deno-lint-ignore no-explicit-any
type Attach = (app: App<any>) => void;

let pages: Promise<Attach> | undefined;

/**
 * The real routes and islands, as `builder.build({ snapshot: "memory" })` gives them; prepared once by the first test,
 * because esbuild's process has to end within it.
 */
export function builtPages(): Promise<Attach> {
  return pages ??= prepare();
}

async function prepare(): Promise<Attach> {
  const snapshot = await memorySnapshot(builder.config, await keptBuild(builder.config));
  return (app) => setSnapshot(app, snapshot);
}
