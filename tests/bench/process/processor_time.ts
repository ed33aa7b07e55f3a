/** Of `/proc/PID/stat`: a hundredth of a second on every Linux that Deno runs on. */
const MICROSECONDS_PER_TICK = 10_000;

/** Processor time that a process has used, all its threads together, in microseconds; undefined where not told. */
export function processorTime(processId: number | "self"): number | undefined {
  try {
    const stat = Deno.readTextFileSync(`/proc/${processId}/stat`);
    // After the name, which may hold spaces.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const [user, system] = [Number(fields[11]), Number(fields[12])];
    return (user + system) * MICROSECONDS_PER_TICK;
  } catch {
    return undefined;
  }
}
