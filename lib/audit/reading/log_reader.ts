import type { LogDay, LogEntry, LogPage } from "../../model/log/log_entry.ts";
import { EntryFilter, type LogFilter } from "./entry_filter.ts";
import { filesOfDay, listDays, logPath, openLog } from "./log_files.ts";
import { FileReader } from "./file_reader.ts";

export interface LogPageRequest {
  /** `30_10_2024` */
  day: string;
  /** The words of the files to read. */
  files: readonly string[];
  filter: LogFilter;
  /** Entries of the page, at most. */
  limit: number;
  /** A place in each file, before which it is read; all of a file that has none. */
  before: ReadonlyMap<string, number>;
}

/** UTF-16 units of entries after which a page ends. */
const PAGE_LENGTH = 512 * 1024;
/** Bytes looked through for one page: then it ends with what was found, and `next` goes on. */
const SEARCHED_BYTES = 32 * 1024 * 1024;

/** Reads the audit log page by page, however large its files are. */
export class LogReader {
  readonly #directory: string;
  readonly #written: () => Promise<void>;

  /**
   * @param directory the folder that holds the folders of the days
   * @param written resolves when everything that has happened stands in the files
   */
  constructor(directory: string, written: () => Promise<void> = () => Promise.resolve()) {
    this.#directory = directory;
    this.#written = written;
  }

  /** The newest day first. */
  async days(): Promise<LogDay[]> {
    await this.#written();
    return await listDays(this.#directory);
  }

  /** The words of the day's files; null if there is no such day. */
  async files(day: string): Promise<string[] | null> {
    await this.#written();
    return await filesOfDay(this.#directory, day);
  }

  /**
   * Reads the newest entries before a place, newest first: those of several files as their times are, each file's in its
   * own order.
   * @param pause is awaited between two blocks
   */
  async page(request: LogPageRequest, pause: () => Promise<void> | undefined): Promise<LogPage> {
    const { day, files, filter, limit, before } = request;
    const budget = { bytes: SEARCHED_BYTES };
    const search = new EntryFilter(filter);
    const readers: FileReader[] = [];
    try {
      for (const file of files) {
        const source = await openLog(logPath(this.#directory, day, file));
        if (source === null) continue;
        const end = before.get(file) ?? source.size;
        readers.push(new FileReader(file, source, end, { filter: search, budget, pause }));
      }
      return await merge(readers, limit);
    } finally {
      for (const reader of readers) reader.close();
    }
  }
}

async function merge(readers: readonly FileReader[], limit: number): Promise<LogPage> {
  const entries: LogEntry[] = [];
  let length = 0;
  while (entries.length < limit && length < PAGE_LENGTH) {
    let newest: FileReader | null = null;
    for (const reader of readers) {
      await reader.advance();
      if (reader.next === null) {
        // A file that was not searched far enough may have a newer entry than the others.
        if (!reader.ended) return pageOf(entries, readers);
      } else if (newest === null || reader.time > newest.time) newest = reader;
    }
    if (newest === null) break;
    const entry = newest.take();
    entries.push(entry);
    length += entry.text.length;
  }
  return pageOf(entries, readers);
}

function pageOf(entries: LogEntry[], readers: readonly FileReader[]): LogPage {
  if (readers.every(({ ended }) => ended)) return { entries, more: false };
  return { entries, more: true, next: readers.map(({ place }) => place).join(",") };
}

/** Reads the places of `next`; null if it is none. */
export function parsePlaces(next: string): Map<string, number> | null {
  const places = new Map<string, number>();
  for (const place of next.split(",")) {
    const match = /^([a-z_]+)\.(\d{1,15})$/.exec(place);
    if (match === null) return null;
    places.set(match[1], Number(match[2]));
  }
  return places;
}
