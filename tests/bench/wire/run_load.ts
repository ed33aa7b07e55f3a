import type { LoadPlan, LoadResult } from "./plan.ts";

/**
 * Runs the load in a process of its own, so that it shares no thread with its target.
 * @throws {Error} when a line was unexpected, or a message was not delivered to everyone
 */
export async function runLoad(plan: LoadPlan): Promise<LoadResult> {
  const child = new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", new URL("./load.ts", import.meta.url).href],
    stdin: "piped",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const writer = child.stdin.getWriter();
  await writer.write(new TextEncoder().encode(JSON.stringify(plan)));
  await writer.close();
  const { success, stdout, stderr } = await child.output();
  const decoder = new TextDecoder();
  if (!success) throw new Error(`the load against ${plan.dialect}: ${decoder.decode(stderr)}`);
  return JSON.parse(decoder.decode(stdout));
}
