import { Gone, type Population } from "./population.ts";
import { SoakSocket } from "./soak_socket.ts";
import { VISITS } from "./visits.ts";

/** Additional clients that now and then arrive at once, most of them beyond the limit. */
const BURST = 200;
const BURST_EVERY_MS = 5_000;

/** A constant number of clients, each followed by another of some kind. */
export class Crowd {
  /** Completed visits by kind. */
  readonly done = new Map<string, number>();
  /** Unexpected responses. */
  readonly surprises: string[] = [];
  readonly #population: Population;
  readonly #random: () => number;
  readonly #loops: Promise<void>[];
  readonly #ending = Promise.withResolvers<void>();
  #ended = false;

  constructor(population: Population, size: number, random: () => number) {
    this.#population = population;
    this.#random = random;
    this.#loops = Array.from({ length: size }, () => this.#loop());
    this.#loops.push(this.#bursts());
  }

  /** Ends all visits, each in its own way. */
  async end(): Promise<void> {
    this.#ended = true;
    this.#ending.resolve();
    await Promise.all(this.#loops);
  }

  readonly #wait = async (milliseconds: number) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const time = new Promise<void>((resolve) => timer = setTimeout(resolve, milliseconds));
    await Promise.race([time, this.#ending.promise]);
    clearTimeout(timer);
  };

  #kind(): string {
    const kinds = Object.entries(VISITS);
    const all = kinds.reduce((sum, [, { weight }]) => sum + weight, 0);
    let place = this.#random() * all;
    return (kinds.find(([, { weight }]) => (place -= weight) < 0) ?? kinds[0])[0];
  }

  async #loop(): Promise<void> {
    // Spread their arrival.
    await this.#wait(this.#random() * 5_000);
    while (!this.#ended) {
      const kind = this.#kind();
      const socket = await SoakSocket.open(this.#population.port);
      if (socket === null) continue;
      try {
        await VISITS[kind].run({
          socket,
          population: this.#population,
          user: Math.floor(this.#random() * this.#population.users),
          random: this.#random,
          wait: this.#wait,
          ended: () => this.#ended,
        });
        this.#count(kind);
      } catch (error) {
        const { message } = error as Error;
        if (/ server_full /.test(message)) this.#count("is refused a place");
        else if (!(error instanceof Gone) && !this.#isExpected(message)) {
          this.surprises.push(`${kind}: ${message}`);
        }
      }
      await socket.reset();
    }
  }

  /** During any visit a token may expire, or a login may have to wait. */
  #isExpected(message: string): boolean {
    return / (token_expired|invalid_token|rate_limited) /.test(message);
  }

  #count(kind: string): void {
    this.done.set(kind, (this.done.get(kind) ?? 0) + 1);
  }

  async #bursts(): Promise<void> {
    while (!this.#ended) {
      await this.#wait(BURST_EVERY_MS);
      if (this.#ended) return;
      await Promise.all(Array.from({ length: BURST }, async () => {
        const socket = await SoakSocket.open(this.#population.port);
        if (socket === null) return;
        const answer = await socket.request("ping");
        this.#count(answer?.includes(" server_full ") ? "is refused a place" : "comes in a burst");
        await socket.end();
      }));
    }
  }
}
