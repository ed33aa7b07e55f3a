import { dirname, join, relative } from "node:path";
import type { ResolvedBuildConfig } from "./build_options.ts";
import { contentHash } from "./content_hash.ts";
import { contentType } from "./content_type.ts";
import type { Build } from "./island_build.ts";

const GENERATED = "// Written by the build: change its sources instead.\n";

/** A served file; `path` is relative to the project's folder. */
type ListedFile = [pathname: string, file: { path: string; hash: string; contentType: string }];

/**
 * Writes a build: `server.js`, whose default export has `fetch`; `snapshot.js`, which imports the routes and islands
 * and lists the static files, which are served in place; and the scripts in `static/`. All paths in them are relative,
 * so that the folder can be moved with the project or compiled into an executable.
 */
export async function writeSnapshot(config: ResolvedBuildConfig, build: Build): Promise<void> {
  const { outDir, root } = config;
  const list = async (
    pathname: string,
    path: string,
    content: Uint8Array<ArrayBuffer>,
  ): Promise<ListedFile> => [pathname, {
    path: relative(root, path).replaceAll("\\", "/"),
    hash: await contentHash(content),
    contentType: contentType(pathname),
  }];
  const listed: ListedFile[] = [];
  for (const [pathname, content] of build.scripts) {
    const path = join(outDir, "static", pathname);
    await Deno.mkdir(dirname(path), { recursive: true });
    await Deno.writeFile(path, content);
    listed.push(await list(pathname, path, content));
  }
  for (const { name, path } of build.staticFiles) {
    listed.push(await list(`/${name}`, path, await Deno.readFile(path)));
  }
  await Deno.mkdir(outDir, { recursive: true });
  await Deno.writeTextFile(join(outDir, "snapshot.js"), snapshotModule(config, build, listed));
  await Deno.writeTextFile(join(outDir, "server.js"), serverModule(config));
}

/** Returns a file's import specifier for modules in `outDir`, as a string literal. */
function importPath(config: ResolvedBuildConfig, path: string): string {
  const from = relative(config.outDir, path).replaceAll("\\", "/");
  const url = encodeURI(from.startsWith(".") ? from : `./${from}`);
  // URLs may contain raw brackets, and bundlers look up a file by its literal specifier.
  return JSON.stringify(url.replaceAll("%5B", "[").replaceAll("%5D", "]"));
}

function snapshotModule(
  config: ResolvedBuildConfig,
  build: Build,
  staticFiles: ListedFile[],
): string {
  const { routes, islands } = build;
  const imports = [
    ...routes.map(({ path }, i) => `import * as route${i} from ${importPath(config, path)};`),
    ...islands.map(({ path }, i) => `import * as island${i} from ${importPath(config, path)};`),
  ];
  const routeItems = routes.map(({ name }, i) =>
    `  { id: ${JSON.stringify(`/${name.replace(/\.[tj]sx?$/, "")}`)}, module: route${i} },`
  );
  const islandItems = islands.map(({ name, file, imports }, i) =>
    `  { ...${JSON.stringify({ name, file, imports })}, module: island${i} },`
  );
  const fileItems = staticFiles.sort(([a], [b]) => a < b ? -1 : 1)
    .map((item) => `  ${JSON.stringify(item)},`);
  return [
    GENERATED + imports.join("\n"),
    `export const buildId = ${JSON.stringify(build.buildId)};`,
    `export const boot = ${JSON.stringify(build.boot)};`,
    `export const routes = [\n${routeItems.join("\n")}\n];`,
    `export const islands = [\n${islandItems.join("\n")}\n];`,
    `export const staticFiles = [\n${fileItems.join("\n")}\n];\n`,
  ].join("\n\n");
}

function serverModule(config: ResolvedBuildConfig): string {
  const root = relative(config.outDir, config.root).replaceAll("\\", "/") || ".";
  return `${GENERATED}import { applyBuild } from "fresh/internal";
import * as snapshot from "./snapshot.js";
import { app } from ${importPath(config, config.serverEntry)};

applyBuild(app, snapshot, import.meta.dirname, ${JSON.stringify(root)});

export default { fetch: app.handler() };
`;
}
