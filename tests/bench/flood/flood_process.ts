import { TextLineStream } from "../../../client/program/text_line_stream.ts";
import { FLOODING, type FloodPlan, type FloodResult } from "./flood_writers.ts";

/** Runs the flooding clients in a process of their own. */
export class FloodProcess {
  readonly #child: Deno.ChildProcess;
  readonly #lines: ReadableStreamDefaultReader<string>;
  readonly #input: WritableStreamDefaultWriter<Uint8Array>;

  private constructor(child: Deno.ChildProcess) {
    this.#child = child;
    this.#lines = child.stdout.pipeThrough(new TextLineStream()).getReader();
    this.#input = child.stdin.getWriter();
  }

  /**
   * Resolves when every writer has received a response.
   * @throws {Error} when one was refused
   */
  static async start(plan: FloodPlan): Promise<FloodProcess> {
    const flood = new FloodProcess(
      new Deno.Command(Deno.execPath(), {
        args: ["run", "-A", new URL("./flood_writers.ts", import.meta.url).href],
        stdin: "piped",
        stdout: "piped",
        stderr: "inherit",
      }).spawn(),
    );
    await flood.#input.write(new TextEncoder().encode(`${JSON.stringify(plan)}\n`));
    const { value } = await flood.#lines.read();
    if (value !== FLOODING) throw new Error("the flood ended before it had begun");
    return flood;
  }

  /** @throws {Error} when a writer was refused meanwhile */
  async end(): Promise<FloodResult> {
    await this.#input.close();
    const { value } = await this.#lines.read();
    const { success } = await this.#child.status;
    await this.#lines.cancel();
    if (!success || value === undefined) throw new Error("the flood ended by itself");
    return JSON.parse(value);
  }
}
