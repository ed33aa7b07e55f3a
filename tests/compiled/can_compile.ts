import process from "node:process";

/** Milliseconds that Deno's release server may take to respond. */
const ANSWER = 3_000;

/**
 * The reason why executables can't be compiled here, in one line, or null. `deno compile` downloads the runtime to
 * embed from Deno's release server, unless `DENORT_BIN` names one.
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
