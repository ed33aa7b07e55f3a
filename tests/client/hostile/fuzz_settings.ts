import type { Parameters } from "fast-check";

/**
 * How often and from which seed a property is tried: `CHUNG_FUZZ_RUNS` and `CHUNG_FUZZ_SEED` win, so that it can be
 * tried longer, and a failure again.
 */
export function fuzzed(runs: number): Pick<Parameters<unknown>, "numRuns" | "seed"> {
  const [numRuns, seed] = ["CHUNG_FUZZ_RUNS", "CHUNG_FUZZ_SEED"].map((name) => Deno.env.get(name));
  return {
    numRuns: numRuns === undefined ? runs : Number(numRuns),
    ...(seed === undefined ? {} : { seed: Number(seed) }),
  };
}
