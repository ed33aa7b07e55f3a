import { TextLineStream } from "./text_lines.ts";

/** How long a program may take to end in milliseconds before it is killed. */
const ENDING = 10_000;

/**
 * A program that ends with this one, whatever ends this one: it is asked to by the end of its standard input, which
 * the system brings about too.
 */
export class ChildProgram {
  readonly #child: Deno.ChildProcess;
  #killing: ReturnType<typeof setTimeout> | undefined;
  #stopping = false;
  /** Its exit code. */
  readonly ended: Promise<number>;

  /** @throws {Deno.errors.NotFound} there is no such program */
  constructor(program: string, args: string[]) {
    this.#child = new Deno.Command(program, {
      args,
      stdin: "piped",
      stdout: "piped",
      // Ctrl-C goes to a terminal's whole group: the program would hear it from there and from us,
      // and take the second for impatience.
      detached: Deno.build.os !== "windows",
    }).spawn();
    this.ended = this.#child.status.then(({ code }) => {
      clearTimeout(this.#killing);
      return code;
    });
  }

  /**
   * What `pattern` captures of the first line of its output that fits, null when it ends before.
   * All lines go to `print`, then and later.
   */
  line(pattern: RegExp, print: (line: string) => void): Promise<string | null> {
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
    this.#killing = setTimeout(() => this.kill(), ENDING);
  }

  kill(): void {
    try {
      this.#child.kill("SIGKILL");
    } catch {
      // It has ended already.
    }
  }
}
