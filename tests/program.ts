import { TextLineStream } from "../client/program/text_line_stream.ts";

/** A program to run with nothing but the given environment. */
export interface Executable {
  command: string;
  args: string[];
  environment: Record<string, string>;
  cwd?: string;
}

/** A program of this project in a process of its own, run as by users. */
export class Program {
  /** All lines printed to standard output. */
  readonly lines: string[] = [];
  readonly #child: Deno.ChildProcess;
  readonly #output: Promise<void>;
  readonly #errors: Promise<string>;
  #told = "";
  #wake = () => {};

  /** @param program its path within the project, with `args` and `environment`; or an executable */
  constructor(
    program: string | Executable,
    args: string[] = [],
    environment: Record<string, string> = {},
  ) {
    const given = typeof program !== "string";
    const { command, cwd, ...options } = given ? program : {
      command: Deno.execPath(),
      args: ["run", "-A", new URL(`../${program}`, import.meta.url).href, ...args],
      environment,
      cwd: undefined,
    };
    this.#child = new Deno.Command(command, {
      args: options.args,
      env: options.environment,
      clearEnv: given,
      cwd,
      stdin: "null",
      stdout: "piped",
      stderr: "piped",
    }).spawn();
    this.#output = this.#read();
    this.#errors = this.#readErrors();
  }

  async #readErrors(): Promise<string> {
    for await (const text of this.#child.stderr.pipeThrough(new TextDecoderStream())) {
      this.#told += text;
      this.#wake();
    }
    return this.#told;
  }

  async #read(): Promise<void> {
    for await (const line of this.#child.stdout.pipeThrough(new TextLineStream())) {
      this.lines.push(line);
      this.#wake();
    }
  }

  /** Returns the pattern's first capture in the first matching line, or that line. */
  line(pattern: RegExp): Promise<string> {
    return this.#lineOf(() => this.lines, pattern);
  }

  /** The same of standard error. */
  errorLine(pattern: RegExp): Promise<string> {
    return this.#lineOf(() => this.#told.split("\n").slice(0, -1), pattern);
  }

  async #lineOf(lines: () => string[], pattern: RegExp): Promise<string> {
    for (;;) {
      const match = lines().map((line) => pattern.exec(line)).find((match) => match !== null);
      if (match) return match[1] ?? match[0];
      const more = new Promise<"more">((resolve) => this.#wake = () => resolve("more"));
      if (await Promise.race([more, this.#output]) !== "more") {
        throw new Error(`ended before ${pattern}: ${await this.#errors}`);
      }
    }
  }

  kill(signal: Deno.Signal): void {
    try {
      this.#child.kill(signal);
    } catch {
      // It has already ended.
    }
  }

  /** Waits for the program's end. */
  async end(): Promise<{ code: number; errors: string }> {
    const { code } = await this.#child.status;
    await this.#output;
    return { code, errors: await this.#errors };
  }
}

export const SERVER_READY = /^chung-server listening on (?:[\d.]+|\[[\da-f:]+\]):(\d+)$/;
export const CLIENT_READY = /^chung listening on (https?:\/\/\S+:\d+)(?: for \S+)?$/;
