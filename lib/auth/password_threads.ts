/** Each takes some 12 MB from its first password on. */
const MAX_THREADS = 16;

/** The number of threads that check passwords at most: one per core. */
export function passwordThreads(cores: number = navigator.hardwareConcurrency): number {
  return Math.max(1, Math.min(MAX_THREADS, cores));
}
