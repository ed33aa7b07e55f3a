import { join } from "node:path";
import { prepareBackup, type PreparedBackup } from "../../lib/backup/prepare_backup.ts";
import type { Bytes } from "../../lib/backup/streams.ts";
import { addMessage, addProject, addUser, START } from "../store/each_store.ts";
import { withSqliteStore } from "../store/sqlite/with_sqlite_store.ts";

/** Makes a data folder with a few messages and two shared files, one of them in a folder. */
export async function makeData(folder: string): Promise<string> {
  const data = join(folder, "data");
  await withSqliteStore({ path: data, inline: true }, async (store) => {
    const lan = await addUser(store, "lan");
    const project = await addProject(store, lan);
    for (let i = 0; i < 20; i++) await addMessage(store, project, lan, `lời ${i}`);
  });
  await Deno.writeTextFile(join(data, "token_secret"), "the secret that signs tokens");
  for (const [place, text] of [["files", "hoá đơn"], ["files/ab", "ảnh"]]) {
    await Deno.mkdir(join(data, place), { recursive: true });
    await Deno.writeTextFile(join(data, place, await sha256(text)), text);
  }
  await Deno.writeTextFile(join(data, "files/upload.partial"), "not whole");
  return data;
}

/** All files in a folder, by their paths inside. */
export function filesIn(folder: string): string[] {
  const found: string[] = [];
  const walk = (path: string) => {
    for (const { name, isDirectory } of Deno.readDirSync(join(folder, path))) {
      if (isDirectory) walk(`${path}${name}/`);
      else found.push(path + name);
    }
  };
  walk("");
  return found.sort();
}

export async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return new Uint8Array(digest).toHex();
}

export async function backUp(
  folder: string,
  data: string,
  recipient: string | null = null,
): Promise<PreparedBackup> {
  const scratch = await Deno.makeTempDir({ dir: folder });
  return await prepareBackup({ data, scratch, recipient, madeAt: START });
}

export function bytesOf(bytes: Uint8Array<ArrayBuffer>): Bytes {
  return new Blob([bytes]).stream();
}
