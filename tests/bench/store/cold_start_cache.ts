/**
 * Has Linux forget all that it keeps of files, so that the next to read them reads the disk. False where this isn't
 * to be had: on another system, or without the rights of root.
 */
export async function dropFileCache(): Promise<boolean> {
  if (Deno.build.os !== "linux") return false;
  // What is not written yet stays.
  await new Deno.Command("sync").output().catch(() => {});
  try {
    await Deno.writeTextFile("/proc/sys/vm/drop_caches", "3", { create: false });
    return true;
  } catch {
    return false;
  }
}
