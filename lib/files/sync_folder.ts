/** Makes the creation and removal of files in a folder durable. */
export function syncFolder(folder: string): void {
  // Windows can't sync folders.
  if (Deno.build.os === "windows") return;
  using handle = Deno.openSync(folder);
  handle.syncSync();
}
