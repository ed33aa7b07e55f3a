import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { moduleGraph } from "../lib/bundling/module_graph.ts";
import { VERSION } from "../lib/cli/version.ts";
import { PROGRAMS } from "./programs.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** The documents beside the executables on every system, and their names there; a dashboard for Grafana among them. */
const DOCUMENTS = {
  "README.md": "README.md",
  "README.vi.md": "README.vi.md",
  "CHANGELOG.md": "CHANGELOG.md",
  "docs/OPERATING.md": "OPERATING.md",
  "docs/OPERATING.vi.md": "OPERATING.vi.md",
  "docs/PROTOCOL.md": "PROTOCOL.md",
  "docs/EXPORT.md": "EXPORT.md",
  "docs/SECURITY.md": "SECURITY.md",
  "packaging/grafana/chung.json": "grafana/chung.json",
};

/**
 * Packs executables, documents and licences into `<parent>/chung-<version>-<target>.tar.gz`. For Linux, the archive
 * is laid out to be unpacked over `/usr/local`; for others, all files are in one folder. Needs GNU tar.
 * @returns the path of the archive
 */
export async function archive(executables: string[], target: string, parent: string) {
  const name = `chung-${VERSION}-${target}`;
  const staging = await Deno.makeTempDir({ prefix: "chung-archive-" });
  try {
    const linux = target.includes("linux");
    const top = join(staging, name);
    const [programs, documents] = linux
      ? [join(top, "bin"), join(top, "share/doc/chung")]
      : [top, top];
    await Deno.mkdir(programs, { recursive: true });
    await Deno.mkdir(documents, { recursive: true });
    for (const path of executables) {
      await Deno.copyFile(path, join(programs, path.replace(/.*[/\\]/, "")));
    }
    await Deno.mkdir(join(documents, "grafana"));
    for (const [from, to] of Object.entries(DOCUMENTS)) {
      await Deno.copyFile(join(ROOT, from), join(documents, to));
    }
    await Deno.writeTextFile(join(documents, "copyright"), await copyright());
    if (linux) {
      const units = join(top, "lib/systemd/system");
      await Deno.mkdir(units, { recursive: true });
      const unit = "chung-server.service";
      await Deno.copyFile(join(ROOT, "packaging", unit), join(units, unit));
    }
    const path = join(parent, `${name}.tar.gz`);
    await tar(staging, name, path);
    return path;
  } finally {
    await Deno.remove(staging, { recursive: true });
  }
}

async function tar(folder: string, name: string, path: string): Promise<void> {
  const output = await Deno.realPath(join(path, ".."));
  const { success, stderr } = await new Deno.Command("tar", {
    args: [
      "--create",
      "--gzip",
      "--sort=name",
      "--owner=0",
      "--group=0",
      "--numeric-owner",
      "--mode=u=rwX,go=rX",
      "--file",
      join(output, path.replace(/.*[/\\]/, "")),
      name,
    ],
    cwd: folder,
  }).output();
  if (!success) throw new Error(`tar: ${new TextDecoder().decode(stderr).trim()}`);
}

/** Collects Chung's licence and those of everything in the executables, the names of emoji included. */
async function copyright(): Promise<string> {
  const modules = Object.values(PROGRAMS).flatMap(({ entries }) => Object.values(entries));
  modules.push("packaging/emoji_table.ts");
  const { packages } = await moduleGraph(ROOT, modules.map((path) => join(ROOT, path)));
  const parts = [["Chung", ROOT], ...packages].map(([name, folder]) => {
    const file = [...Deno.readDirSync(folder)].find(({ name }) => /^licen[cs]e/i.test(name));
    if (file === undefined) throw new Error(`${name} has no licence file in ${folder}`);
    return `${name}\n\n${Deno.readTextFileSync(join(folder, file.name)).trim()}\n`;
  });
  parts.push(
    "Deno, with V8 and other parts\n\n" +
      "The executables contain the runtime of Deno: https://github.com/denoland/deno/blob/main/LICENSE.md\n",
  );
  return parts.join(`\n${"-".repeat(80)}\n\n`);
}

/** Writes `SHA256SUMS`, for `sha256sum --check`, into the folder of the files. */
export async function writeChecksums(paths: string[], folder: string): Promise<void> {
  const lines = await Promise.all(paths.map(async (path) => {
    const digest = await crypto.subtle.digest("SHA-256", await Deno.readFile(path));
    return `${new Uint8Array(digest).toHex()}  ${path.slice(folder.length + 1)}\n`;
  }));
  await Deno.writeTextFile(join(folder, "SHA256SUMS"), lines.sort().join(""));
}
