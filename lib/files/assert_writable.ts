/**
 * Checks that files can be created in a folder, by creating and removing one.
 * @throws {Error} the error of creating the file
 */
export function assertWritable(folder: string): void {
  Deno.removeSync(Deno.makeTempFileSync({ dir: folder, prefix: "chung.probe." }));
}
