/**
 * Asserts that files can be created in a folder, by creating and removing one.
 * @throws {Error} if the file can't be created or removed
 */
export function assertWritable(folder: string): void {
  Deno.removeSync(Deno.makeTempFileSync({ dir: folder, prefix: "chung.probe." }));
}
