import { report } from "./program.ts";

/**
 * Shows on standard error how far a command is: in a terminal, one line that changes; elsewhere, a line when each stage
 * begins.
 */
export class Progress {
  readonly #terminal: boolean;
  #shown = "";

  constructor(terminal: boolean = Deno.stderr.isTerminal()) {
    this.#terminal = terminal;
  }

  /** @param part the finished part of the stage, from 0 to 1; null if nobody knows the whole */
  show(stage: string, part: number | null = null): void {
    this.#show(stage, part === null ? "" : ` ${Math.floor(part * 100)} %`);
  }

  /** @param count how much is done of what nobody knows the whole of */
  count(stage: string, count: number): void {
    this.#show(stage, ` ${count}`);
  }

  #show(stage: string, reached: string): void {
    const line = this.#terminal ? stage + reached : stage;
    if (line === this.#shown) return;
    this.#shown = line;
    if (this.#terminal) this.#write(line);
    else report(line);
  }

  /** Clears the line, so that others can follow. */
  end(): void {
    if (this.#terminal && this.#shown !== "") this.#write("");
    this.#shown = "";
  }

  #write(line: string): void {
    Deno.stderr.writeSync(new TextEncoder().encode(`\r\x1b[K${line}`));
  }
}
