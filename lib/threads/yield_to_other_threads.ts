import { getPriority, setPriority } from "node:os";

/** Added to the nice value: beside a thread that wants all of a core, such a one gets a tenth of it. */
const NICER = 10;
/** The lowest priority of Linux. */
const NICEST = 19;

/**
 * Lowers the priority of the calling thread, on Linux. Elsewhere a priority is the whole process's, and nothing is
 * changed; nor where it is not allowed (`--allow-sys=setPriority,getPriority`).
 */
export function yieldToOtherThreads(): void {
  if (Deno.build.os !== "linux") return;
  try {
    // 0 is the calling thread: to Linux, priorities are those of threads.
    setPriority(0, Math.min(NICEST, getPriority(0) + NICER));
  } catch {
    // Not allowed: it keeps the priority of all others.
  }
}
