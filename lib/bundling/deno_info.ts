/** The answer of `deno info`: modules, and the npm packages that they reach. */
export interface DenoInfo {
  modules: {
    specifier: string;
    local?: string;
    error?: string;
    npmPackage?: string;
    dependencies?: { specifier: string; code?: { specifier?: string } }[];
  }[];
  npmPackages: Record<string, { name: string; localPath: string; dependencies: string[] }>;
}

/** Runs `deno info`, which also downloads missing modules. */
export async function denoInfo(root: string, imports: string[]): Promise<DenoInfo> {
  const code = imports.map((specifier) => `import ${JSON.stringify(specifier)};`).join("");
  const { success, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["info", "--json", `data:text/typescript,${encodeURIComponent(code)}`],
    cwd: root,
    stdout: "piped",
    stderr: "piped",
  }).output();
  if (!success) throw new Error(`deno info failed: ${new TextDecoder().decode(stderr)}`);
  const info: DenoInfo = JSON.parse(new TextDecoder().decode(stdout));
  const failed = info.modules.find((module) => module.error !== undefined);
  if (failed) throw new Error(`${failed.specifier}: ${failed.error}`);
  return info;
}
