import type { Parameters } from "fast-check";

/**
 * The number of runs and the seed of a property; `CHUNG_FUZZ_RUNS` and `CHUNG_FUZZ_SEED` override them, for longer runs
 * and to reproduce a failure.
 */
export function fuzzed(runs: number): Pick<Parameters<unknown>, "numRuns" | "seed"> {
  const [numRuns, seed] = ["CHUNG_FUZZ_RUNS", "CHUNG_FUZZ_SEED"].map((name) => Deno.env.get(name));
  return {
    numRuns: numRuns === undefined ? runs : Number(numRuns),
    ...(seed === undefined ? {} : { seed: Number(seed) }),
  };
}
