/** The clock tick of `/proc/PID/stat`: a hundredth of a second on every Linux that Deno runs on. */
const MICROSECONDS_PER_TICK = 10_000;

/** CPU time of a process, all threads together, in microseconds; undefined where unknown. */
export function processorTime(processId: number | "self"): number | undefined {
  try {
    const stat = Deno.readTextFileSync(`/proc/${processId}/stat`);
    // After the name, which may contain spaces.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const [user, system] = [Number(fields[11]), Number(fields[12])];
    return (user + system) * MICROSECONDS_PER_TICK;
  } catch {
    return undefined;
  }
}
