/** The server as its own process, as a person starts it. */
export interface ServerProcess {
  port: number;
  kill(signal: Deno.Signal): void;
  /** Settles when it has ended. */
  status: Promise<Deno.CommandStatus>;
  /** Everything that it wrote on standard error, once it has ended. */
  errors: Promise<string>;
}

const SERVER = new URL("../server.ts", import.meta.url).pathname;
const PERMISSIONS = [
  "--allow-net",
  "--allow-read",
  "--allow-write",
  "--allow-env",
  "--allow-sys",
];

export interface Finished {
  code: number;
  stdout: string;
  stderr: string;
}

/** Runs the server to its end. */
export async function runServer(
  args: string[],
  env: Record<string, string> = {},
): Promise<Finished> {
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", ...PERMISSIONS, SERVER, ...args],
    env,
    stdin: "null",
  }).output();
  const decoder = new TextDecoder();
  return { code, stdout: decoder.decode(stdout), stderr: decoder.decode(stderr) };
}

/** Starts the server and waits for its ready line. */
export async function spawnServer(
  args: string[],
  env: Record<string, string> = {},
): Promise<ServerProcess> {
  const process = new Deno.Command(Deno.execPath(), {
    args: ["run", ...PERMISSIONS, SERVER, ...args],
    env,
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const errors = new Response(process.stderr).text();
  const reader = process.stdout.pipeThrough(new TextDecoderStream()).getReader();
  let said = "";
  while (!said.includes("\n")) {
    const { value, done } = await reader.read();
    if (done) throw new Error(`the server did not start: ${said}${await errors}`);
    said += value;
  }
  const ready = /^chung-server listening on (?:[\d.]+|\[[\da-f:]+\]):(\d+)\n$/.exec(said);
  if (ready === null) throw new Error(`an unexpected ready line: ${said}`);
  await reader.cancel();
  return {
    port: Number(ready[1]),
    kill: (signal) => process.kill(signal),
    status: process.status,
    errors,
  };
}
