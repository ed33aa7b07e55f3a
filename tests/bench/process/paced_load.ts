import type { PacedPlan, PacedResult } from "../logins/logins_paced_load.ts";

/** Runs a paced load in a process of its own. */
export async function runPacedLoad(plan: PacedPlan): Promise<PacedResult> {
  const child = new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", new URL("../logins/logins_paced_load.ts", import.meta.url).href],
    stdin: "piped",
    stdout: "piped",
    stderr: "inherit",
  }).spawn();
  const writer = child.stdin.getWriter();
  await writer.write(new TextEncoder().encode(JSON.stringify(plan)));
  await writer.close();
  const { success, stdout } = await child.output();
  if (!success) throw new Error("the paced load failed");
  return JSON.parse(new TextDecoder().decode(stdout));
}
