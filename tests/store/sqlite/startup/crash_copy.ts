import { openSqliteStore } from "../../../../lib/store/sqlite/open_sqlite_store.ts";
import { addMessage, addProject, addUser } from "../../each_store.ts";
import { withFolder } from "../../../folder.ts";
import { withSqliteStore } from "../with_sqlite_store.ts";

/** The folder of a server that was killed, and what it had acknowledged. */
export interface KilledFolder {
  folder: string;
  file: string;
  wal: string;
  shm: string;
  mark: string;
  /** Texts of the messages, each of a commit of its own. */
  acknowledged: string[];
}

/** Bytes of a frame of the WAL. */
export const FRAME = 24 + 4_096;

/** Runs a test with a copy of a store's folder as it was while the store was open, as a kill leaves it. */
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

/** The messages of the project when the store is opened. */
export async function textsAfterStart(folder: string): Promise<string[]> {
  const store = await openSqliteStore({ path: folder, inline: true });
  try {
    const { messages } = await store.messagesAfter(1, 0, { limit: 1_000, bytes: 2 ** 30 });
    return messages.map(({ message }) => message);
  } finally {
    await store.close();
  }
}

/** Turns bytes of a file over. */
export function garble(path: string, at: number, length = 16): void {
  using file = Deno.openSync(path, { read: true, write: true });
  const bytes = new Uint8Array(length);
  file.seekSync(at, Deno.SeekMode.Start);
  file.readSync(bytes);
  file.seekSync(at, Deno.SeekMode.Start);
  file.writeSync(bytes.map((byte) => byte ^ 0xff));
}
