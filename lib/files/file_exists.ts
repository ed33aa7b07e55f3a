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

/**
 * Whether nothing can be seen at this path, be it that nothing stands there or that looking at it fails. For what a
 * person is told: whatever opens the path says better what is wrong with it.
 */
export function seemsMissing(path: string): boolean {
  try {
    return !fileExists(path);
  } catch {
    return true;
  }
}
