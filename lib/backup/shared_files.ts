import { createHash } from "node:crypto";
import { join } from "node:path";
import { fileExists } from "../files/file_exists.ts";
import { type BackupPart, hashInName } from "./manifest.ts";

/**
 * Lists the files that people shared: what stands below `files` under a name that is its SHA-256. Packing compares the
 * contents with it. Anything else there, such as an upload that isn't whole, is none.
 */
export function listSharedFiles(data: string): BackupPart[] {
  const found: BackupPart[] = [];
  const walk = (folder: string) => {
    for (const { name, isDirectory, isFile } of Deno.readDirSync(join(data, folder))) {
      const path = `${folder}/${name}`;
      if (isDirectory) walk(path);
      const sha256 = isFile ? hashInName(path) : null;
      if (sha256 !== null) {
        found.push({ name: path, bytes: Deno.statSync(join(data, path)).size, sha256 });
      }
    }
  };
  if (fileExists(join(data, "files"))) walk("files");
  return found.sort((a, b) => a.name < b.name ? -1 : 1);
}

/** Measures a file in steps that keep its memory constant. */
export async function measureFile(name: string, path: string): Promise<BackupPart> {
  const hash = createHash("sha256");
  let bytes = 0;
  const file = await Deno.open(path);
  for await (const chunk of file.readable) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  return { name, bytes, sha256: hash.digest("hex") };
}
