import fc from "fast-check";

/** A whole number from the environment. */
function setting(name: string): number | undefined {
  const value = Deno.env.get(name);
  if (value === undefined || value === "") return undefined;
  if (!/^-?\d+$/.test(value)) throw new Error(`${name} is a whole number, not ${value}`);
  return Number(value);
}

/**
 * Tries a property on random cases; on a failure the error tells the seed, the path and the shrunk case.
 *
 * CHUNG_FUZZ_RUNS: how many cases, for a search of minutes or hours. CHUNG_FUZZ_SEED and CHUNG_FUZZ_PATH: the same
 * cases again, from the shrunk one on.
 * @param plan.runs how many cases without a word from the environment
 */
export async function fuzz<T>(
  plan: { runs: number; of: fc.Arbitrary<T> },
  property: (value: T) => Promise<void>,
): Promise<void> {
  await fc.assert(fc.asyncProperty(plan.of, property), {
    numRuns: setting("CHUNG_FUZZ_RUNS") ?? plan.runs,
    seed: setting("CHUNG_FUZZ_SEED"),
    path: Deno.env.get("CHUNG_FUZZ_PATH") ?? "",
  });
}
