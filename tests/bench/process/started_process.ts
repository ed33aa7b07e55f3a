/** Starts a program and finds its process id; undefined where there is no `/proc`. */
export function startedProcess<T>(start: () => T): { program: T; processId?: number } {
  const before = new Set(children());
  const program = start();
  return { program, processId: children().find((id) => !before.has(id)) };
}

/** Ids of this process's children. */
function children(): number[] {
  try {
    const all = [...Deno.readDirSync("/proc")].map(({ name }) => Number(name));
    return all.filter((id) => id > 0 && parentOf(id) === Deno.pid);
  } catch {
    return [];
  }
}

/** Undefined for a process that has ended. */
function parentOf(processId: number): number | undefined {
  try {
    const stat = Deno.readTextFileSync(`/proc/${processId}/stat`);
    // After the name, which may contain spaces, and the state.
    return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
  } catch {
    return undefined;
  }
}
