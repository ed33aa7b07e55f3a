import { join } from "node:path";
import { type AuditEntry, type CutEntry, cutEntry, formatEntry } from "./entry.ts";
import { LocalTime, type OffsetMinutes } from "./local_time.ts";
import { type Chunk, Unwritten } from "./unwritten.ts";

export interface AuditLogOptions {
  /** The folder that holds the folders of the days. */
  directory: string;
  /** Tells the operator: once when entries can't be written, and once when they can again. */
  report: (line: string) => void;
  /** Longest time in milliseconds that an entry waits to be written. */
  flushEvery?: number;
  /** Characters kept in memory at most: half for what waits, half (in bytes) for what could not be written. */
  maxBuffered?: number;
  /** The server's time zone. */
  offsetMinutes?: OffsetMinutes;
}

/** What waits is written at once when it is this much: to format it takes a few milliseconds. */
const ROUND_CHARACTERS = 1024 * 1024;

/** What an entry takes beside its request and response. */
const ENTRY_CHARACTERS = 300;

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
  readonly #unwritten: Unwritten;
  #waiting: CutEntry[] = [];
  #waitingCharacters = 0;
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
    this.#unwritten = new Unwritten(maxBuffered / 2);
  }

  /** Takes an entry, to be written soon. Never waits and never throws; after `close` it does nothing. */
  record(whole: AuditEntry): void {
    if (this.#closed) return;
    const entry = cutEntry(whole);
    const before = this.#waitingCharacters;
    const after = before + charactersOf(entry);
    if (after > this.#maxWaiting) {
      this.#lost++;
      this.#fail("entries come faster than they can be written");
      return;
    }
    this.#waiting.push(entry);
    this.#waitingCharacters = after;
    if (before < ROUND_CHARACTERS && after >= ROUND_CHARACTERS) this.#flushIn(0);
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
    let left = this.#waiting.length;
    do {
      const entries = this.#take(left);
      left -= entries.length;
      const { lost, error } = await this.#unwritten.write(this.#format(entries));
      this.#lost += lost;
      if (error !== null) this.#fail(error);
    } while (left > 0);
    this.#writing = null;
    if (this.#unwritten.isEmpty) this.#recover();
    else if (this.#timer === null && !this.#closed) this.#flushIn(this.#flushEvery);
    // `record` calls for a round only as the mark is passed, which may have been meanwhile.
    if (this.#waitingCharacters >= ROUND_CHARACTERS) this.#flushIn(0);
  }

  /** The first entries that wait, as many as make a round. */
  #take(most: number): CutEntry[] {
    let count = 0;
    let characters = 0;
    while (count < most && characters < ROUND_CHARACTERS) {
      characters += charactersOf(this.#waiting[count++]);
    }
    this.#waitingCharacters -= characters;
    return this.#waiting.splice(0, count);
  }

  #format(entries: readonly CutEntry[]): Map<string, Chunk> {
    const texts = new Map<string, { text: string; entries: number }>();
    for (const entry of entries) {
      // By the entry's own time: what was said before midnight stands on that day however late it is written.
      const day = this.#time.day(entry.at);
      const file = FILE.test(entry.file) ? entry.file : "invalid";
      const key = `${day}/${file}`;
      let text = texts.get(key);
      if (text === undefined) texts.set(key, text = { text: "", entries: 0 });
      text.text += formatEntry(entry, this.#time.timestamp(entry.at));
      text.entries++;
    }
    const encoder = new TextEncoder();
    const chunks = new Map<string, Chunk>();
    for (const [key, { text, entries }] of texts) {
      const [day, file] = key.split("/");
      const path = join(this.#directory, day, `${file}_log_${day}.log`);
      chunks.set(path, { bytes: encoder.encode(text), entries });
    }
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

function charactersOf(entry: AuditEntry): number {
  return entry.request.length + entry.response.length + ENTRY_CHARACTERS;
}
