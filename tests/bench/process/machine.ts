/** Describes the machine in one line: cores, memory, kernel, Deno. */
export function machine(): string {
  const { total } = Deno.systemMemoryInfo();
  const model = processorModel();
  return [
    `${navigator.hardwareConcurrency} cores${model === null ? "" : ` (${model})`}`,
    `${(total / 1024 ** 3).toFixed(0)} GB of memory`,
    `${Deno.build.os} ${Deno.osRelease()} ${Deno.build.arch}`,
    `Deno ${Deno.version.deno}`,
  ].join(", ");
}

/** Null where the system doesn't report it this way. */
function processorModel(): string | null {
  try {
    return /^model name\s*:\s*(.+)$/m.exec(Deno.readTextFileSync("/proc/cpuinfo"))?.[1] ?? null;
  } catch {
    return null;
  }
}
