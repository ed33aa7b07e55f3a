import { systemTimers, type Timer, type Timers } from "../timers.ts";
import type { Report } from "../report.ts";
import { join } from "node:path";
import type { AuditEntry } from "./audit_entry.ts";
import { ChainedFiles, type ChainHead, newestFolders } from "./chain/chained_files.ts";
import { EntryBuffer } from "./entry_buffer.ts";
import { LocalTime, type OffsetMinutes } from "./local_time.ts";
import { type Chunk, RetryBuffer } from "./retry_buffer.ts";

export interface AuditLogOptions {
  /** The folder that holds the folders of the days. */
  directory: string;
  /** Tells the operator: once when entries can't be written, and once when they can again. */
  report: Report;
  /** Milliseconds that an entry waits to be written, at most. */
  flushEvery?: number;
  /** Bytes kept in memory at most: half for entries that wait, half for entries that could not be written. */
  maxBuffered?: number;
  /** The server's time zone. */
  offsetMinutes?: OffsetMinutes;
  timers?: Timers;
}

/** From so many waiting bytes on they are written at once: waiting for more would only take more memory. */
const FLUSH_BYTES = 4 * 1024 * 1024;
/** Buffers kept for reuse, and the bytes of each, at most. */
const MAX_SPARE = 2;
const MAX_SPARE_BYTES = 2 * FLUSH_BYTES;

/** A run may have been killed on the last of these days of the log, or have been writing the day before it. */
const DAYS_RESUMED = 3;

/** Only such a name may become part of a path. */
const FILE_NAME = /^[a-z_]+$/;

/**
 * Writes the daily log files (docs/PROTOCOL.md, "Log files").
 *
 * No fault of the disk reaches the caller of `record`. Entries that can't be written are kept and retried with the next
 * batch. When memory for them is full, the newest are lost and counted: the file then has one gap, at the end of the
 * fault.
 */
export class AuditLog {
  readonly #directory: string;
  readonly #report: Report;
  readonly #flushEvery: number;
  readonly #maxWaiting: number;
  readonly #time: LocalTime;
  readonly #files = new ChainedFiles();
  readonly #retries: RetryBuffer;
  /** Resolves when the chains that the last run left are ended; null until the first write. */
  #resumed: Promise<void> | null = null;
  /** Entries that wait, by day and file. */
  #days = new Map<string, Map<string, EntryBuffer>>();
  /** Bytes that wait. */
  #waiting = 0;
  readonly #spare: Uint8Array[] = [];
  readonly #timers: Timers;
  #timer: Timer | null = null;
  #writing: Promise<void> | null = null;
  #failing = false;
  #lost = 0;
  #closed = false;

  constructor(options: AuditLogOptions) {
    const maxBuffered = options.maxBuffered ?? 32 * 1024 * 1024;
    this.#directory = options.directory;
    this.#report = options.report;
    this.#flushEvery = options.flushEvery ?? 200;
    this.#maxWaiting = maxBuffered / 2;
    this.#timers = options.timers ?? systemTimers;
    this.#time = new LocalTime(options.offsetMinutes);
    this.#retries = new RetryBuffer(
      (path, chunk) => this.#files.append(path, chunk),
      maxBuffered / 2,
    );
  }

  /** Queues an entry to be written soon. Never throws; does nothing after `close`. */
  record(entry: AuditEntry): void {
    if (this.#closed) return;
    const before = this.#waiting;
    if (before >= this.#maxWaiting) {
      this.#lost++;
      this.#fail("entries come faster than they can be written");
      return;
    }
    this.#waiting += this.#bufferOf(entry).append(entry, this.#time.timestamp(entry.at));
    if (before < FLUSH_BYTES && this.#waiting >= FLUSH_BYTES) this.#flushIn(0);
    else if (this.#timer === null) this.#flushIn(this.#flushEvery);
  }

  /** Bytes that wait to be written, and entries lost that the operator hasn't been told of. */
  get backlog(): { bytes: number; lost: number } {
    return { bytes: this.#waiting + this.#retries.bytes, lost: this.#lost };
  }

  /** Resolves when everything recorded so far has been written, or has failed to be. */
  async flush(): Promise<void> {
    // A write under way may have begun before the last entries were recorded.
    await this.#writing;
    this.#writing ??= this.#write();
    await this.#writing;
  }

  /** Writes what is left, and reports how many entries are lost. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.flush();
    this.#stopTimer();
    await this.#files.end(null);
    this.#lost += this.#retries.clear();
    if (this.#lost > 0) {
      this.#report(`audit log: closed, and ${this.#lost} entries are lost`, "error");
    }
    this.#lost = 0;
  }

  /**
   * Takes the heads of the chains that changed since the last call, and ends those of past days. They are told again if
   * `returnHeads` is called with them.
   * @param now Unix milliseconds
   */
  async takeHeads(now: number): Promise<ChainHead[]> {
    await this.flush();
    await this.#files.end(this.#time.day(now));
    return await this.#files.takeHeads();
  }

  /** Runs a step while nothing is written to the files. */
  alone(step: () => Promise<void>): Promise<void> {
    return this.#files.alone(step);
  }

  /** The day of a moment (Unix milliseconds), as the log names it. */
  day(at: number): string {
    return this.#time.day(at);
  }

  /** Takes back heads that could not be kept. */
  returnHeads(heads: readonly ChainHead[]): void {
    this.#files.returnHeads(heads);
  }

  #flushIn(milliseconds: number): void {
    this.#stopTimer();
    this.#timer = this.#timers.set(() => {
      this.#timer = null;
      this.flush();
    }, milliseconds);
  }

  #stopTimer(): void {
    if (this.#timer !== null) this.#timers.clear(this.#timer);
    this.#timer = null;
  }

  async #write(): Promise<void> {
    this.#stopTimer();
    this.#resumed ??= newestFolders(this.#directory, DAYS_RESUMED)
      .then((folders) => this.#files.endLeft(folders));
    await this.#resumed;
    const chunks = this.#take();
    const { lost, error } = await this.#retries.write(chunks);
    this.#lost += lost;
    if (error !== null) this.#fail(error);
    for (const { bytes: { buffer } } of chunks.values()) {
      if (this.#spare.length === MAX_SPARE) break;
      if (buffer.byteLength <= MAX_SPARE_BYTES) this.#spare.push(new Uint8Array(buffer));
    }
    this.#writing = null;
    if (this.#retries.isEmpty) this.#recover();
    else if (this.#timer === null && !this.#closed) this.#flushIn(this.#flushEvery);
    // `record` flushes only when the limit is crossed, which may have happened during the write.
    if (this.#waiting >= FLUSH_BYTES) this.#flushIn(0);
  }

  /** Chosen by the entry's own time: what happened before midnight is logged on that day, however late it is written. */
  #bufferOf({ at, file: name }: AuditEntry): EntryBuffer {
    const day = this.#time.day(at);
    let files = this.#days.get(day);
    if (files === undefined) this.#days.set(day, files = new Map());
    const file = FILE_NAME.test(name) ? name : "invalid";
    let buffer = files.get(file);
    if (buffer === undefined) files.set(file, buffer = new EntryBuffer(this.#spare.pop()));
    return buffer;
  }

  /** Takes the entries that wait, by path. */
  #take(): Map<string, Chunk> {
    const chunks = new Map<string, Chunk>();
    for (const [day, files] of this.#days) {
      for (const [file, buffer] of files) {
        chunks.set(join(this.#directory, day, `${file}_log_${day}.log`), buffer.chunk);
      }
    }
    this.#days = new Map();
    this.#waiting = 0;
    return chunks;
  }

  #fail(reason: string): void {
    if (this.#failing) return;
    this.#failing = true;
    this.#report(
      `audit log: ${reason}; entries are kept in memory, while there is room, and tried again`,
      "error",
    );
  }

  #recover(): void {
    if (!this.#failing) return;
    this.#failing = false;
    const level = this.#lost > 0 ? "warning" : "info";
    this.#report(`audit log: written again; ${this.#lost} entries were lost`, level);
    this.#lost = 0;
  }
}
