/**
 * Drops Linux's file cache, so that the next reads hit the disk. Returns false where that isn't possible: on other
 * systems, or without root.
 */
export async function dropFileCache(): Promise<boolean> {
  if (Deno.build.os !== "linux") return false;
  // Dirty pages are not dropped.
  await new Deno.Command("sync").output().catch(() => {});
  try {
    await Deno.writeTextFile("/proc/sys/vm/drop_caches", "3", { create: false });
    return true;
  } catch {
    return false;
  }
}
