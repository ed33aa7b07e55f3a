/**
 * Reports whether a file, folder or link exists at the path, even a dangling link.
 * @throws {Error} if the path can't be examined for any reason other than that it doesn't exist
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
