import { TextLineStream } from "./text_line_stream.ts";

/** Milliseconds after which a program that was asked to end is killed. */
const KILL_AFTER_MS = 10_000;

/**
 * A child process that ends with this one, however this one ends: closing its standard input asks it to stop, and the
 * system closes that too.
 */
export class ChildProgram {
  readonly #child: Deno.ChildProcess;
  #killTimer: ReturnType<typeof setTimeout> | undefined;
  #stopping = false;
  /** The exit code. */
  readonly ended: Promise<number>;

  /** @throws {Deno.errors.NotFound} if there is no such program */
  constructor(program: string, args: string[]) {
    this.#child = new Deno.Command(program, {
      args,
      stdin: "piped",
      stdout: "piped",
      // Ctrl-C signals the terminal's whole process group. The child would receive it in addition to our own request,
      // and take the second one for an order to abort.
      detached: Deno.build.os !== "windows",
    }).spawn();
    this.ended = this.#child.status.then(({ code }) => {
      clearTimeout(this.#killTimer);
      return code;
    });
  }

  /**
   * Returns the first capture of the first output line that matches `pattern`, or null when the program ends before.
   * Passes every line to `print`, also later ones.
   */
  firstMatch(pattern: RegExp, print: (line: string) => void): Promise<string | null> {
    const { promise, resolve } = Promise.withResolvers<string | null>();
    (async () => {
      for await (const line of this.#child.stdout.pipeThrough(new TextLineStream())) {
        print(line);
        const match = pattern.exec(line);
        if (match !== null) resolve(match[1]);
      }
      resolve(null);
    })();
    return promise;
  }

  stop(): void {
    if (this.#stopping) return;
    this.#stopping = true;
    this.#child.stdin.close().catch(() => {});
    this.#killTimer = setTimeout(() => this.kill(), KILL_AFTER_MS);
  }

  kill(): void {
    try {
      this.#child.kill("SIGKILL");
    } catch {
      // It has already ended.
    }
  }
}
