import { join } from "node:path";
import type { FileSizes } from "../../figures/server_sample.ts";

/** Days whose files are measured each time; those before them are complete. */
const CURRENT_DAYS = 2;

interface MeasuredDay {
  /** When the folder was last changed, in Unix milliseconds. */
  changed: number;
  bytes: number;
}

/** Measures the files of a server, without looking at each file of the log each time. */
export class ServerFiles {
  readonly #data: string;
  readonly #log: string;
  /** By the folder's name. */
  #days = new Map<string, MeasuredDay>();

  /** @param folders the data folder and the folder of the log */
  constructor(folders: { data: string; log: string }) {
    this.#data = folders.data;
    this.#log = folders.log;
  }

  /** Measures them; a file that can't be seen counts as empty. */
  async sizes(): Promise<FileSizes> {
    const database = join(this.#data, "chung.db");
    return {
      database: (await seen(database))?.size ?? 0,
      wal: (await seen(`${database}-wal`))?.size ?? 0,
      log: await this.#logBytes(),
    };
  }

  async #logBytes(): Promise<number> {
    const folders: { name: string; changed: number }[] = [];
    let bytes = 0;
    for await (const { name, isDirectory } of entries(this.#log)) {
      const info = await seen(join(this.#log, name));
      if (isDirectory) folders.push({ name, changed: info?.mtime?.getTime() ?? 0 });
      else bytes += info?.size ?? 0;
    }
    folders.sort((a, b) => inOrder(b.name) < inOrder(a.name) ? -1 : 1);
    const days = new Map<string, MeasuredDay>();
    for (const [place, { name, changed }] of folders.entries()) {
      const known = this.#days.get(name);
      const same = place >= CURRENT_DAYS && known?.changed === changed;
      const day = same ? known : { changed, bytes: await bytesIn(join(this.#log, name)) };
      days.set(name, day);
      bytes += day.bytes;
    }
    this.#days = days;
    return bytes;
  }
}

/** Turns the name of a day's folder, `30_10_2024`, into one that sorts by time. */
function inOrder(name: string): string {
  return name.split("_").reverse().join("_");
}

async function bytesIn(folder: string): Promise<number> {
  let bytes = 0;
  for await (const { name, isFile } of entries(folder)) {
    if (isFile) bytes += (await seen(join(folder, name)))?.size ?? 0;
  }
  return bytes;
}

async function* entries(folder: string): AsyncGenerator<Deno.DirEntry> {
  try {
    yield* Deno.readDir(folder);
  } catch {
    // It was removed, or can't be read.
  }
}

async function seen(path: string): Promise<Deno.FileInfo | null> {
  try {
    return await Deno.stat(path);
  } catch {
    return null;
  }
}
