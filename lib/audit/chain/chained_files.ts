import { basename, join } from "node:path";
import { writeAll } from "../../files/write_all.ts";
import { restoreFile } from "../keeping/compress_file.ts";
import { dayKey, isMissing } from "../reading/log_files.ts";
import type { Chunk } from "../retry_buffer.ts";
import { ChainEnd } from "./chain_end.ts";
import { CHAIN_SUFFIX, firstHead, sumOf } from "./chain_record.ts";
import { isOpenChain, lastRecord } from "./last_record.ts";
import { LogAndChain } from "./log_and_chain.ts";
import { reconcile } from "./reconcile.ts";

/** The end of a file's chain. */
export interface ChainHead {
  /** The log file's. */
  path: string;
  /** `30_10_2024` */
  day: string;
  /** The word that the file is named for. */
  file: string;
  entries: number;
  /** SHA-256 in hexadecimal. */
  head: string;
}

const NAME = /^([a-z_]+)_log_(\d\d_\d\d_\d{4})\.log$/;
const encoder = new TextEncoder();

/**
 * Appends to log files, and to the chain of each; one call at a time, the others wait.
 *
 * A file is opened for each batch: it may be removed or moved between two batches, and none stays open after its day.
 */
export class ChainedFiles {
  /** The ends of the chains that this process goes on with, by the path of the log file. */
  readonly #ends = new Map<string, ChainEnd>();
  /** The heads to be told, by path. */
  #untold = new Map<string, ChainHead>();
  #last: Promise<unknown> = Promise.resolve();

  /** Appends a batch and its line of the chain, or neither as far as the disk allows. */
  append(path: string, { bytes, sizes }: Chunk): Promise<void> {
    return this.#inTurn(() =>
      this.#change(path, true, async (end, log) => {
        await writeAll(log, bytes);
        end.add(end.next("batch", sumsOf(bytes, sizes), end.length + bytes.length), bytes);
      })
    );
  }

  /** Ends the chains of all days but this one; null for all. A later entry goes on with its chain. */
  end(exceptDay: string | null): Promise<void> {
    return this.#inTurn(async () => {
      for (const path of [...this.#ends.keys()]) {
        if (placeOf(path).day !== exceptDay) await this.#end(path);
      }
    });
  }

  /** Ends the chains that a killed server left open in these folders. */
  endLeft(folders: readonly string[]): Promise<void> {
    return this.#inTurn(async () => {
      for (const folder of folders) {
        for (const { name } of await list(folder)) {
          const path = join(folder, name.slice(0, -CHAIN_SUFFIX.length));
          if (!name.endsWith(CHAIN_SUFFIX) || !NAME.test(basename(path))) continue;
          if (!this.#ends.has(path) && await isOpenChain(path)) await this.#end(path);
        }
      }
    });
  }

  /** Runs a step while nothing is written. */
  alone(step: () => Promise<void>): Promise<void> {
    return this.#inTurn(step);
  }

  /** Takes the heads that changed since the last call, once what they prove would survive a power cut. */
  async takeHeads(): Promise<ChainHead[]> {
    const heads = this.#untold;
    this.#untold = new Map();
    const kept: ChainHead[] = [];
    for (const [path, head] of heads) {
      try {
        using files = await LogAndChain.open(path, false);
        await files.sync();
        kept.push(head);
      } catch (error) {
        // Without its file the head is told all the same, so that the file is missed.
        if (isMissing(error)) kept.push(head);
        else if (!this.#untold.has(path)) this.#untold.set(path, head);
      }
    }
    return kept;
  }

  /** Has these heads told again, where there are no newer ones. */
  returnHeads(heads: readonly ChainHead[]): void {
    for (const head of heads) {
      if (!this.#untold.has(head.path)) this.#untold.set(head.path, head);
    }
  }

  async #end(path: string): Promise<void> {
    try {
      await this.#change(path, false, (end) => end.add(end.next("end")));
    } catch {
      // Not being ended is no fault: the verification tells it as what a crash leaves.
    }
    this.#ends.delete(path);
  }

  async #change(
    path: string,
    create: boolean,
    change: (end: ChainEnd, log: Deno.FsFile) => void | Promise<void>,
  ): Promise<void> {
    if (create && !this.#ends.has(path)) await restoreFile(path);
    using files = await LogAndChain.open(path, create);
    const before = await files.lengths();
    try {
      const end = this.#ends.get(path) ?? await resume(path, files.chain, before);
      await reconcile(end, files.log);
      await change(end, files.log);
      await writeAll(files.chain, encoder.encode(end.takeLines()));
      this.#ends.set(path, end);
      this.#untold.set(path, { path, ...placeOf(path), entries: end.entries, head: end.head });
    } catch (error) {
      // The caller writes the same again, and the chain begins anew at what it finds.
      this.#ends.delete(path);
      await files.cut(before);
      throw error;
    }
  }

  #inTurn<T>(run: () => Promise<T>): Promise<T> {
    const result = this.#last.then(run);
    this.#last = result.catch(() => {});
    return result;
  }
}

/** Goes on with the chain that stands there. @param before its length is corrected */
async function resume(
  path: string,
  chain: Deno.FsFile,
  before: { chain: number },
): Promise<ChainEnd> {
  const { day, file } = placeOf(path);
  const first = { entries: 0, end: 0, head: firstHead(file, day) };
  const { record, length } = await lastRecord(chain);
  if (length < before.chain) await chain.truncate(length);
  before.chain = length;
  const end = new ChainEnd(record ?? first);
  end.add(end.next("start"));
  return end;
}

async function list(folder: string): Promise<Deno.DirEntry[]> {
  try {
    return await Array.fromAsync(Deno.readDir(folder));
  } catch {
    return [];
  }
}

function sumsOf(bytes: Uint8Array, sizes: readonly number[]): string {
  let sums = "";
  let start = 0;
  for (const size of sizes) sums += sumOf(bytes.subarray(start, start += size));
  return sums;
}

function placeOf(path: string): { day: string; file: string } {
  const [, file, day] = NAME.exec(basename(path))!;
  return { day, file };
}

/** The folders of the newest days of the log. */
export async function newestFolders(directory: string, count: number): Promise<string[]> {
  const days = (await list(directory)).map(({ name }) => name).filter((name) =>
    dayKey(name) !== null
  );
  return days.sort((left, right) => dayKey(left)! < dayKey(right)! ? 1 : -1).slice(0, count)
    .map((day) => join(directory, day));
}
