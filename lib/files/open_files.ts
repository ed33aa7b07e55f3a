/**
 * Whether this process may open so many more files and sockets at once. Always true on Windows, which has no limit, and
 * where the program's own file, with which it is tried, can't be read.
 */
export function canOpen(count: number): boolean {
  if (Deno.build.os === "windows") return true;
  const files: Deno.FsFile[] = [];
  try {
    // Not /dev/null, which Deno 2.6 opens only with all permissions.
    const program = Deno.execPath();
    while (files.length < count) files.push(Deno.openSync(program));
    return true;
  } catch (error) {
    return !/^E[MN]FILE$/.test((error as { code?: string }).code ?? "");
  } finally {
    for (const file of files) file.close();
  }
}

/**
 * The number of files and sockets that this process may still open. Null where nobody tells: beside Linux, and where
 * Deno has not all permissions.
 */
export function leftToOpen(): number | null {
  if (Deno.build.os !== "linux") return null;
  try {
    const limits = Deno.readTextFileSync("/proc/self/limits");
    const limit = /^Max open files +(\d+)/m.exec(limits);
    if (limit === null) return null;
    return Number(limit[1]) - [...Deno.readDirSync("/proc/self/fd")].length;
  } catch {
    return null;
  }
}
