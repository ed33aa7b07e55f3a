/** Makes durable what a folder has, and has no longer. */
export function syncFolder(folder: string): void {
  // Windows can't sync a folder.
  if (Deno.build.os === "windows") return;
  using handle = Deno.openSync(folder);
  handle.syncSync();
}
