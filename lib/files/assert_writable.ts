/**
 * Checks that files can be made in a folder, by making one and removing it.
 * @throws whatever making the file throws
 */
export function assertWritable(folder: string): void {
  Deno.removeSync(Deno.makeTempFileSync({ dir: folder, prefix: "chung.probe." }));
}
