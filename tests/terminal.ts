import { TextLineStream } from "../client/program/text_line_stream.ts";

/** Whether terminal tests can't run here: `script` of util-linux provides the terminal. */
export function withoutTerminal(): boolean {
  if (Deno.build.os !== "linux") return true;
  try {
    return !new Deno.Command("script", { args: ["--version"] }).outputSync().success;
  } catch {
    return true;
  }
}

/** Runs a program of this project in a terminal until a line matches, then interrupts it; returns all its lines. */
export async function runInTerminal(
  module: string,
  args: string[],
  { environment, until }: { environment: Record<string, string>; until: RegExp },
): Promise<string[]> {
  const path = new URL(`../${module}`, import.meta.url).pathname;
  const command = [Deno.execPath(), "run", "-A", path, ...args]
    .map((word) => `'${word.replaceAll("'", `'\\''`)}'`).join(" ");
  const child = new Deno.Command("script", {
    args: ["--quiet", "--return", "--command", `exec ${command}`, "/dev/null"],
    // LC_ALL would override LANG.
    env: { LC_ALL: "", ...environment },
    stdin: "piped",
    stdout: "piped",
  }).spawn();
  const input = child.stdin.getWriter();
  const lines: string[] = [];
  let interrupted = false;
  for await (const line of child.stdout.pipeThrough(new TextLineStream())) {
    lines.push(line);
    if (interrupted || !until.test(line)) continue;
    interrupted = true;
    await input.write(new TextEncoder().encode("\x03"));
  }
  await input.close().catch(() => {});
  const { code } = await child.status;
  if (code !== 0) throw new Error(`ended with ${code}: ${lines.join("\n")}`);
  return lines;
}
