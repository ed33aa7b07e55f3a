import { isAbsolute, join } from "node:path";
import { fileURLToPath } from "node:url";

export interface BuildOptions {
  /** The browsers that scripts are built for. Default: `["chrome99", "firefox99", "safari15"]`. */
  target?: string | string[];
  /** The project's folder, relative to the working directory unless absolute. Default: that directory. */
  root?: string;
  /** This and the following paths may be absolute, `file:` URLs, or relative to `root`. Default: `_fresh`. */
  outDir?: string;
  /** If several folders have a file, the first wins. Default: `static`. */
  staticDir?: string | string[];
  /** Default: `islands`. */
  islandDir?: string;
  /** Default: `routes`. */
  routeDir?: string;
  /** The module that exports `app`. Default: `main.ts`. */
  serverEntry?: string;
  /** Paths in the routes and islands folders to skip. Default: tests. */
  ignore?: RegExp[];
}

export interface ResolvedBuildConfig {
  target: string | string[];
  root: string;
  outDir: string;
  staticDir: string[];
  islandDir: string;
  routeDir: string;
  serverEntry: string;
  ignore: RegExp[];
  mode: "development" | "production";
}

function absolute(path: string, root: string): string {
  if (path.startsWith("file:")) return fileURLToPath(path);
  return isAbsolute(path) ? path : join(root, path);
}

export function resolveBuildOptions(options: BuildOptions = {}): ResolvedBuildConfig {
  const root = absolute(options.root ?? ".", Deno.cwd());
  return {
    target: options.target ?? ["chrome99", "firefox99", "safari15"],
    root,
    outDir: absolute(options.outDir ?? "_fresh", root),
    staticDir: [options.staticDir ?? "static"].flat().map((folder) => absolute(folder, root)),
    islandDir: absolute(options.islandDir ?? "islands", root),
    routeDir: absolute(options.routeDir ?? "routes", root),
    serverEntry: absolute(options.serverEntry ?? "main.ts", root),
    ignore: options.ignore ?? [/[._]test\.(?:[tj]sx?|[mc][tj]s)$/],
    mode: "production",
  };
}
