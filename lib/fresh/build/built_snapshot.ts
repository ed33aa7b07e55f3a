import { join } from "node:path";
import type { App } from "../app/app.ts";
import { type FileRoute, islandComponent, setSnapshot } from "../app/snapshot.ts";

/** The exports of a written build's `snapshot.js`. */
export interface BuiltSnapshot {
  buildId: string;
  boot: { file: string; imports: string[] } | null;
  routes: FileRoute[];
  islands: { name: string; file: string; imports: string[]; module: Record<string, unknown> }[];
  /** `path` is relative to the project's folder. */
  staticFiles: [string, { path: string; hash: string; contentType: string }][];
}

/**
 * Attaches the build in the folder `outDir` to an app; `root` is the project's folder, relative to
 * `outDir`. Only files that the build lists are ever read.
 */
export function applyBuild<State>(
  app: App<State>,
  built: BuiltSnapshot,
  outDir: string,
  root: string,
): void {
  const files = new Map(built.staticFiles);
  const folder = join(outDir, root);
  setSnapshot(app, {
    root: folder,
    buildId: built.buildId,
    routes: built.routes,
    boot: built.boot,
    islands: new Map(built.islands.map(({ name, file, imports, module }) => {
      const component = islandComponent(name, module);
      return [component, { name, file, imports, component }];
    })),
    readStatic: async (pathname) => {
      const known = files.get(pathname);
      if (known === undefined) return null;
      const { path, hash, contentType } = known;
      return { hash, contentType, content: await Deno.readFile(join(folder, path)) };
    },
  });
}
