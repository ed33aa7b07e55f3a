import { getPriority, setPriority } from "node:os";

/** How much more they yield than the others: beside a thread that wants all of a core, such a one gets a tenth of it. */
const NICER = 10;
/** Linux knows no lower priority. */
const NICEST = 19;
/** Each takes some 12 MB from its first password on. */
const MOST = 16;

/** How many threads check passwords at most: one a core. */
export function passwordThreads(cores: number = navigator.hardwareConcurrency): number {
  return Math.max(1, Math.min(MOST, cores));
}

/**
 * Lets other threads go before the calling one, on Linux. Elsewhere a priority is the whole process's, and nothing is
 * changed; nor where it is not allowed (`--allow-sys=setPriority,getPriority`).
 */
export function yieldToOtherThreads(): void {
  if (Deno.build.os !== "linux") return;
  try {
    // 0 is the calling thread: to Linux, priorities are those of threads.
    setPriority(0, Math.min(NICEST, getPriority(0) + NICER));
  } catch {
    // Then it has the same as all others.
  }
}
