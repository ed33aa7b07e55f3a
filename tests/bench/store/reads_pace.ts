import { LineClient } from "../../line_client.ts";

/** Sends requests one at a time at a fixed rate, on a connection of its own. */
export class PacedReads {
  /** Milliseconds from each request to the end of its response. */
  readonly delays: number[] = [];
  readonly #client: LineClient;
  readonly #loop: Promise<void>;
  #ended = false;

  private constructor(client: LineClient, request: string, everyMs: number) {
    this.#client = client;
    this.#loop = this.#run(request, everyMs);
  }

  /** Sends each request after the previous response, and at least `everyMs` after the previous request. */
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
