import { LineClient } from "../../line_client.ts";

/** One request after another at a pace, on a connection of its own. */
export class PacedReads {
  /** Milliseconds from each request to all of its answer. */
  readonly delays: number[] = [];
  readonly #client: LineClient;
  readonly #loop: Promise<void>;
  #ended = false;

  private constructor(client: LineClient, request: string, everyMs: number) {
    this.#client = client;
    this.#loop = this.#run(request, everyMs);
  }

  /** Sends a request when the one before is answered, but not before `everyMs` have gone since it was sent. */
  static async start(port: number, request: string, everyMs: number): Promise<PacedReads> {
    return new PacedReads(await LineClient.connect(port), request, everyMs);
  }

  async end(): Promise<number[]> {
    this.#ended = true;
    await this.#loop;
    await this.#client.close();
    return this.delays;
  }

  async #run(request: string, everyMs: number): Promise<void> {
    while (!this.#ended) {
      const start = performance.now();
      const answer = await this.#client.request(request);
      const taken = performance.now() - start;
      if (!answer.startsWith("ok ")) throw new Error(answer);
      this.delays.push(taken);
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, everyMs - taken)));
    }
  }
}
