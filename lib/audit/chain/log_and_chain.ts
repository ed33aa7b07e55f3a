import { dirname } from "node:path";
import { CHAIN_SUFFIX } from "./chain_record.ts";

/** A log file and its chain, open to append to both. */
export class LogAndChain {
  readonly log: Deno.FsFile;
  readonly chain: Deno.FsFile;

  private constructor(log: Deno.FsFile, chain: Deno.FsFile) {
    this.log = log;
    this.chain = chain;
  }

  /**
   * @param create whether to create what is missing, with its folder
   * @throws {Deno.errors.NotFound} if anything is missing otherwise
   */
  static async open(path: string, create: boolean): Promise<LogAndChain> {
    const log = await openForAppend(path, create);
    try {
      return new LogAndChain(log, await openForAppend(path + CHAIN_SUFFIX, create));
    } catch (error) {
      log.close();
      throw error;
    }
  }

  async lengths(): Promise<{ log: number; chain: number }> {
    const [log, chain] = await Promise.all([this.log.stat(), this.chain.stat()]);
    return { log: log.size, chain: chain.size };
  }

  /** Takes back what was appended since, as far as the disk allows. */
  async cut(lengths: { log: number; chain: number }): Promise<void> {
    await cutFile(this.log, lengths.log);
    await cutFile(this.chain, lengths.chain);
  }

  async sync(): Promise<void> {
    await this.log.syncData();
    await this.chain.syncData();
  }

  [Symbol.dispose](): void {
    this.log.close();
    this.chain.close();
  }
}

async function cutFile(file: Deno.FsFile, length: number): Promise<void> {
  try {
    if ((await file.stat()).size > length) await file.truncate(length);
  } catch {
    // The chain will tell what is left.
  }
}

async function openForAppend(path: string, create: boolean): Promise<Deno.FsFile> {
  // Only the server's account and group may read what people write to each other.
  const options = { read: true, append: true, create, ...(create ? { mode: 0o640 } : {}) };
  try {
    return await Deno.open(path, options);
  } catch (error) {
    if (!create || !(error instanceof Deno.errors.NotFound)) throw error;
    await Deno.mkdir(dirname(path), { recursive: true, mode: 0o750 });
    return await Deno.open(path, options);
  }
}
