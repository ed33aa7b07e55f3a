import type { LogEntry } from "../../model/log/log_entry.ts";
import type { ByteSource } from "./byte_source.ts";
import type { EntryFilter } from "./entry_filter.ts";
import { type Piece, piecesBackwards } from "./log_pieces.ts";

/** Milliseconds of looking at entries without a pause. */
const SLICE_TIME = 0.5;

export interface Search {
  filter: EntryFilter;
  /** The bytes that may still be looked through, by all files of a page together. */
  budget: { bytes: number };
  /** Is awaited between two slices of the work. */
  pause: () => Promise<void> | undefined;
}

/** Finds the entries of one file from a place backwards, one at a time. */
export class FileReader {
  readonly #file: string;
  readonly #source: ByteSource;
  readonly #search: Search;
  readonly #blocks: AsyncGenerator<Piece[], void>;
  /** Pieces that were read, the newest first, and how many of them were looked at. */
  #pieces: readonly Piece[] = [];
  #looked = 0;
  #next: LogEntry | null = null;
  /** All before this place is yet to be looked at. */
  #place: number;
  #blocksEnded = false;

  constructor(file: string, source: ByteSource, before: number, search: Search) {
    this.#file = file;
    this.#source = source;
    this.#search = search;
    this.#place = Math.min(before, source.size);
    this.#blocks = piecesBackwards(source, this.#place);
  }

  /** The newest entry that was found and not taken. */
  get next(): LogEntry | null {
    return this.#next;
  }

  /** The time of `next` as it is written, which sorts by time; what is left of a torn entry comes at once. */
  get time(): string {
    return this.#next?.Timestamp ?? "~";
  }

  get ended(): boolean {
    return this.#next === null && this.#looked === this.#pieces.length &&
      (this.#blocksEnded || this.#place === 0);
  }

  /** Where a further page goes on. */
  get place(): string {
    return `${this.#file}.${this.#place}`;
  }

  take(): LogEntry {
    const entry = this.#next!;
    this.#next = null;
    this.#place = this.#pieces[this.#looked - 1].start;
    return entry;
  }

  /** Looks for an entry until one is found, the file has no more, or enough was looked through. */
  async advance(): Promise<void> {
    const { filter, budget, pause } = this.#search;
    let began = performance.now();
    while (this.#next === null && !this.ended) {
      if (performance.now() - began > SLICE_TIME) {
        await pause();
        began = performance.now();
      }
      if (this.#looked < this.#pieces.length) this.#look(filter);
      else if (budget.bytes <= 0) return;
      else await this.#readBlock();
    }
  }

  close(): void {
    this.#source.close();
  }

  #look(filter: EntryFilter): void {
    const piece = this.#pieces[this.#looked++];
    this.#next = filter.accept(this.#file, piece);
    if (this.#next === null) this.#place = piece.start;
  }

  async #readBlock(): Promise<void> {
    const { value: pieces } = await this.#blocks.next();
    if (pieces === undefined) {
      this.#blocksEnded = true;
      return;
    }
    const last = pieces.at(-1);
    if (last === undefined) return;
    this.#search.budget.bytes -= this.#place - last.start;
    if (this.#search.filter.mayHave(pieces)) {
      this.#pieces = pieces;
      this.#looked = 0;
    } else this.#place = last.start;
  }
}
