import { esbuildProgram } from "./esbuild_program.ts";

interface StyleOptions {
  /** The folder of the project whose import map pins esbuild. */
  root: string;
  /** The path of the stylesheet that imports the others. */
  entry: string;
  /** The browsers that the styles are for. */
  target: string | string[];
}

/** Matches strings, which stay as they are, and the ends of rules. */
const RULE_END = /"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|\}(?!\})/g;

/**
 * Returns a stylesheet and what it imports as one, minified, a rule a line: that costs some bytes, and lets changes be
 * read and merged.
 */
export async function bundleStyles({ root, entry, target }: StyleOptions): Promise<string> {
  const { success, stdout, stderr } = await new Deno.Command(await esbuildProgram(root), {
    args: [
      entry,
      "--bundle",
      "--minify",
      `--target=${[target].flat().join(",")}`,
      "--charset=utf8",
      "--log-level=warning",
      "--color=false",
    ],
    cwd: root,
    stdout: "piped",
    stderr: "piped",
  }).output();
  // Of a mistake in a style it only warns, as browsers pass over it.
  if (!success || stderr.length > 0) {
    throw new Error(`esbuild: ${new TextDecoder().decode(stderr).trim()}`);
  }
  const minified = new TextDecoder().decode(stdout).trim();
  return minified.replace(RULE_END, (one) => one === "}" ? "}\n" : one);
}
