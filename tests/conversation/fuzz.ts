import fc from "fast-check";

/** A whole number from the environment. */
function setting(name: string): number | undefined {
  const value = Deno.env.get(name);
  if (value === undefined || value === "") return undefined;
  if (!/^-?\d+$/.test(value)) throw new Error(`${name} is a whole number, not ${value}`);
  return Number(value);
}

/**
 * Checks a property on random cases; a failure reports the seed, the path and the shrunk case. CHUNG_FUZZ_RUNS sets the
 * number of cases, for a search of minutes or hours; CHUNG_FUZZ_SEED and CHUNG_FUZZ_PATH repeat a search from the
 * shrunk case on.
 * @param plan.runs number of cases unless set by the environment
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
