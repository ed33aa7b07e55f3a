import process from "node:process";

/** How long in milliseconds Deno's release server may take to say that it is there. */
const ANSWER = 3_000;

/**
 * Why no executable can be made here, in one line; null where it can. `deno compile` fetches the runtime that it
 * puts its program into from Deno's release server, unless `DENORT_BIN` names one.
 */
export async function whyNotCompile(): Promise<string | null> {
  if (process.env.DENORT_BIN) return null;
  const server = "https://dl.deno.land";
  try {
    const path = `/release/v${Deno.version.deno}/denort-${Deno.build.target}.zip`;
    const signal = AbortSignal.timeout(ANSWER);
    const response = await fetch(`${server}${path}`, { method: "HEAD", signal });
    return response.ok ? null : `${server}${path} answers ${response.status}`;
  } catch {
    return `deno compile needs ${server}, which doesn't answer, or a runtime in DENORT_BIN`;
  }
}
