import { systemClock } from "../clock.ts";
import { OptionError } from "./options.ts";

/** Writes one line to standard output. */
export function print(line: string): void {
  Deno.stdout.writeSync(new TextEncoder().encode(`${line}\n`));
}

/** Writes one line to standard error. */
export function report(line: string): void {
  writeError(`${line}\n`);
}

/** Writes text to standard error as it is. */
export function writeError(text: string): void {
  Deno.stderr.writeSync(new TextEncoder().encode(text));
}

/** Parses this program's options; exits with 2 when one is invalid. */
export function readOptions<Options>(
  program: string,
  parse: (args: string[], environment: (name: string) => string | undefined) => Options,
): Options {
  try {
    return parse(Deno.args, (name) => Deno.env.get(name));
  } catch (error) {
    if (!(error instanceof OptionError)) throw error;
    report(`${program}: ${error.message}`);
    Deno.exit(2);
  }
}

/** Resolves when standard input ends or can't be read. */
export async function inputEnd(): Promise<void> {
  const buffer = new Uint8Array(1024);
  try {
    while (await Deno.stdin.read(buffer) !== null);
  } catch {
    // Treat an unreadable input as ended.
  }
}

/**
 * Milliseconds within which a second Ctrl-C is ignored: a task runner may pass on the one that the terminal also sends.
 */
const SAME_REQUEST_MS = 1_000;

/**
 * Calls `stop` when the program is asked to end, and `insist` when it is asked again.
 * @param reload called on SIGHUP unless the terminal was closed; without it SIGHUP also asks to end
 */
export function onStopSignal(stop: () => void, insist: () => void, reload?: () => void): void {
  let asked: number | undefined;
  const heard = () => {
    if (asked === undefined) {
      asked = systemClock.monotonic();
      stop();
    } else if (systemClock.monotonic() - asked >= SAME_REQUEST_MS) insist();
  };
  Deno.addSignalListener("SIGINT", heard);
  if (Deno.build.os === "windows") return;
  Deno.addSignalListener("SIGTERM", heard);
  const inTerminal = Deno.stdin.isTerminal();
  Deno.addSignalListener("SIGHUP", () => {
    const closed = inTerminal && !Deno.stdin.isTerminal();
    if (reload === undefined || closed) heard();
    else reload();
  });
}
