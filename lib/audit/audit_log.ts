import { join } from "node:path";
import type { AuditEntry } from "./audit_entry.ts";
import { EntryBuffer } from "./entry_buffer.ts";
import { LocalTime, type OffsetMinutes } from "./local_time.ts";
import { type Chunk, RetryBuffer } from "./retry_buffer.ts";

export interface AuditLogOptions {
  /** The folder that holds the folders of the days. */
  directory: string;
  /** Tells the operator: once when entries can't be written, and once when they can again. */
  report: (line: string) => void;
  /** Longest time in milliseconds that an entry waits to be written. */
  flushEvery?: number;
  /** Bytes kept in memory at most: half for what waits, half for what could not be written. */
  maxBuffered?: number;
  /** The server's time zone. */
  offsetMinutes?: OffsetMinutes;
}

/** Bytes that wait and are written at once, since more would only take more memory. */
const ROUND = 4 * 1024 * 1024;
/** Buffers kept to be used again, and the bytes of each, at most. */
const MAX_SPARE = 2;
const MAX_SPARE_BYTES = 2 * ROUND;

/** No other can be part of a path. */
const FILE = /^[a-z_]+$/;

/**
 * Writes the daily log files (docs/PROTOCOL.md, "Log files").
 *
 * Nothing that happens to the disk reaches the caller of `record`. What can't be written is kept and tried again with
 * the next batch. Where there is no more room the newest is lost and counted: the file then has one gap, at the end of
 * the fault.
 */
export class AuditLog {
  readonly #directory: string;
  readonly #report: (line: string) => void;
  readonly #flushEvery: number;
  readonly #maxWaiting: number;
  readonly #time: LocalTime;
  readonly #unwritten: RetryBuffer;
  /** What waits, by day and file. */
  #days = new Map<string, Map<string, EntryBuffer>>();
  #waiting = 0;
  readonly #spare: Uint8Array[] = [];
  #timer: ReturnType<typeof setTimeout> | null = null;
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
    this.#time = new LocalTime(options.offsetMinutes);
    this.#unwritten = new RetryBuffer(maxBuffered / 2);
  }

  /** Takes an entry, to be written soon. Never waits and never throws; after `close` it does nothing. */
  record(entry: AuditEntry): void {
    if (this.#closed) return;
    const before = this.#waiting;
    if (before >= this.#maxWaiting) {
      this.#lost++;
      this.#fail("entries come faster than they can be written");
      return;
    }
    this.#waiting += this.#bufferOf(entry).append(entry, this.#time.timestamp(entry.at));
    if (before < ROUND && this.#waiting >= ROUND) this.#flushIn(0);
    else if (this.#timer === null) this.#flushIn(this.#flushEvery);
  }

  /** Resolves when everything recorded so far has been written, or could not be. */
  async flush(): Promise<void> {
    // What is under way may have begun before the last entries came.
    await this.#writing;
    this.#writing ??= this.#write();
    await this.#writing;
  }

  /** Writes what is left; tells the operator how many entries could not be written. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.flush();
    this.#stopTimer();
    this.#lost += this.#unwritten.clear();
    if (this.#lost > 0) this.#report(`audit log: closed, and ${this.#lost} entries are lost`);
    this.#lost = 0;
  }

  #flushIn(milliseconds: number): void {
    this.#stopTimer();
    this.#timer = setTimeout(() => {
      this.#timer = null;
      this.flush();
    }, milliseconds);
  }

  #stopTimer(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  async #write(): Promise<void> {
    this.#stopTimer();
    const chunks = this.#take();
    const { lost, error } = await this.#unwritten.write(chunks);
    this.#lost += lost;
    if (error !== null) this.#fail(error);
    for (const { bytes: { buffer } } of chunks.values()) {
      if (this.#spare.length === MAX_SPARE) break;
      if (buffer.byteLength <= MAX_SPARE_BYTES) this.#spare.push(new Uint8Array(buffer));
    }
    this.#writing = null;
    if (this.#unwritten.isEmpty) this.#recover();
    else if (this.#timer === null && !this.#closed) this.#flushIn(this.#flushEvery);
    // `record` calls for a round only as the mark is passed, which may have been meanwhile.
    if (this.#waiting >= ROUND) this.#flushIn(0);
  }

  /** By the entry's own time: what was said before midnight stands on that day however late it is written. */
  #bufferOf({ at, file: name }: AuditEntry): EntryBuffer {
    const day = this.#time.day(at);
    let files = this.#days.get(day);
    if (files === undefined) this.#days.set(day, files = new Map());
    const file = FILE.test(name) ? name : "invalid";
    let buffer = files.get(file);
    if (buffer === undefined) files.set(file, buffer = new EntryBuffer(this.#spare.pop()));
    return buffer;
  }

  /** What waits, by path. */
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
    );
  }

  #recover(): void {
    if (!this.#failing) return;
    this.#failing = false;
    this.#report(`audit log: written again; ${this.#lost} entries were lost`);
    this.#lost = 0;
  }
}
