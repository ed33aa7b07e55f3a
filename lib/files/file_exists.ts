/**
 * Whether a file, folder or link exists at this path, even a dangling link.
 * @throws {Error} any error other than that it doesn't exist
 */
export function fileExists(path: string | URL): boolean {
  try {
    Deno.lstatSync(path);
    return true;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound || error instanceof Deno.errors.NotADirectory) {
      return false;
    }
    throw error;
  }
}
