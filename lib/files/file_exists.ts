/**
 * Whether something stands at this path, a link that leads nowhere too.
 * @throws whatever looking at it throws, but for its absence
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
