import { dirname } from "node:path";

/**
 * Writes a file that only its owner reads, and its folder if there is none. A crash leaves the old or the new file.
 * @throws {Error} if it can't be written
 */
export function writePrivateFile(path: string, content: Uint8Array): void {
  const folder = dirname(path);
  Deno.mkdirSync(folder, { recursive: true, mode: 0o700 });
  // A temporary file is private to its owner, and renaming it is atomic.
  const draft = Deno.makeTempFileSync({ dir: folder, prefix: "draft." });
  try {
    Deno.writeFileSync(draft, content);
    Deno.renameSync(draft, path);
  } catch (error) {
    Deno.removeSync(draft);
    throw error;
  }
}

/** The one line that tells what is wrong with a file. */
export function fileProblem(path: string, what: string, error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error);
  return `chung: ${path} ${what}: ${reason.replace(/\s+/g, " ")}`;
}
