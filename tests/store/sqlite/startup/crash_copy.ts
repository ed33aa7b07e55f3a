import { openSqliteStore } from "../../../../lib/store/sqlite/open_sqlite_store.ts";
import { addMessage, addProject, addUser } from "../../each_store.ts";
import { withFolder } from "../../../folder.ts";
import { withSqliteStore } from "../with_sqlite_store.ts";

/** The folder of a killed server, and what it had acknowledged. */
export interface KilledFolder {
  folder: string;
  file: string;
  wal: string;
  shm: string;
  mark: string;
  /** Texts of the messages, each committed separately. */
  acknowledged: string[];
}

/** Bytes per frame of the WAL. */
export const FRAME = 24 + 4_096;

/** Runs a test with a copy of a store's folder taken while the store was open, like after a kill. */
export async function withKilledFolder(
  test: (killed: KilledFolder) => Promise<void>,
  messages = 12,
  text = (i: number) => `message ${i}`,
): Promise<void> {
  await withFolder(async (root) => {
    const [live, folder] = [`${root}/live`, `${root}/killed`];
    const acknowledged = Array.from({ length: messages }, (_, i) => text(i));
    await withSqliteStore({ path: live, inline: true }, async (store) => {
      await addProject(store, await addUser(store, "alice"));
      for (const each of acknowledged) await addMessage(store, 1, 1, each);
      Deno.mkdirSync(folder);
      for (const { name } of Deno.readDirSync(live)) {
        if (!name.startsWith("chung.lock")) {
          Deno.copyFileSync(`${live}/${name}`, `${folder}/${name}`);
        }
      }
    });
    const file = `${folder}/chung.db`;
    await test({
      folder,
      file,
      wal: `${file}-wal`,
      shm: `${file}-shm`,
      mark: `${folder}/chung.running`,
      acknowledged,
    });
  });
}

/** The project's messages after opening the store. */
export async function textsAfterStart(folder: string): Promise<string[]> {
  const store = await openSqliteStore({ path: folder, inline: true });
  try {
    const { messages } = await store.messagesAfter(1, 0, { limit: 1_000, bytes: 2 ** 30 });
    return messages.map(({ message }) => message);
  } finally {
    await store.close();
  }
}

/** Inverts bytes of a file. */
export function garble(path: string, at: number, length = 16): void {
  using file = Deno.openSync(path, { read: true, write: true });
  const bytes = new Uint8Array(length);
  file.seekSync(at, Deno.SeekMode.Start);
  file.readSync(bytes);
  file.seekSync(at, Deno.SeekMode.Start);
  file.writeSync(bytes.map((byte) => byte ^ 0xff));
}
