/** The end of a command of chung-server. */
export interface CommandEnd {
  code: number;
  /** All of standard output. */
  output: Uint8Array<ArrayBuffer>;
  /** The same as text. */
  text: string;
  errors: string;
}

/** Runs a command of chung-server in a process of its own to its end. @param input its standard input */
export async function runCommand(
  args: string[],
  { input, environment = {} }: {
    input?: Uint8Array<ArrayBuffer>;
    environment?: Record<string, string>;
  } = {},
): Promise<CommandEnd> {
  const child = new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", new URL("../../server.ts", import.meta.url).href, ...args],
    env: { LC_ALL: "en_US.UTF-8", NO_COLOR: "1", ...environment },
    stdin: input === undefined ? "null" : "piped",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  if (input !== undefined) {
    // A command that refuses its input may end before it has read all.
    await new Blob([input]).stream().pipeTo(child.stdin).catch(() => {});
  }
  const { code, stdout, stderr } = await child.output();
  const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  return { code, output: stdout, text: decode(stdout), errors: decode(stderr) };
}
