import { LocalTime } from "../../audit/local_time.ts";
import { EntryFilter } from "../../audit/reading/entry_filter.ts";
import type { ByteSource } from "../../audit/reading/byte_source.ts";
import { filesOfDay, logPath, openLog } from "../../audit/reading/log_files.ts";
import { isWhole, piecesBackwards, piecesForwards } from "../../audit/reading/log_pieces.ts";
import { LogReader, parsePlaces } from "../../audit/reading/log_reader.ts";
import { onStopSignal } from "../../cli/program.ts";
import { systemClock } from "../../clock.ts";
import type { LogEntry } from "../../model/log/log_entry.ts";
import { DONE, type ExitCode } from "../command.ts";
import { chosenFiles, type LogOptions } from "./log_options.ts";
import { LogOutput } from "./log_output.ts";

/** Milliseconds between two looks at the files. */
const INTERVAL = 250;

/** Prints the last entries of today, and then each further one as it is written, over midnight too, until Ctrl-C. */
export async function tailLog(options: LogOptions): Promise<ExitCode> {
  const stopped = Promise.withResolvers<void>();
  onStopSignal(() => stopped.resolve(), () => Deno.exit(1));
  const output = new LogOutput(options.json);
  const tail = new LogTail(options);
  for (const entry of await tail.begin()) output.entry(entry);
  output.flush();
  for (;;) {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const pause = new Promise<"looks">((resolve) => {
      timer = setTimeout(() => resolve("looks"), INTERVAL);
    });
    const next = await Promise.race([pause, stopped.promise]);
    clearTimeout(timer);
    if (next !== "looks") return DONE;
    for (const entry of await tail.more()) output.entry(entry);
    output.flush();
  }
}

/** The log's newest day, followed from one day to the next. */
export class LogTail {
  readonly #options: LogOptions;
  readonly #now: () => number;
  readonly #time: LocalTime;
  readonly #filter: EntryFilter;
  /** Today, and at the beginning of a day the one before, which may still be written. */
  #days: string[] = [];
  /** Bytes that were looked at, by path. */
  readonly #places = new Map<string, number>();

  constructor(
    options: LogOptions,
    { now = systemClock.wall, time = new LocalTime() }: { now?: () => number; time?: LocalTime } =
      {},
  ) {
    this.#options = options;
    this.#now = now;
    this.#time = time;
    this.#filter = new EntryFilter({ user: options.user });
  }

  /** The last entries of today, oldest first. */
  async begin(): Promise<LogEntry[]> {
    const { log, lines, user } = this.#options;
    const day = this.#time.day(this.#now());
    this.#days = [day];
    const files = chosenFiles(await filesOfDay(log, day) ?? [], this.#options);
    const before = new Map<string, number>();
    for (const file of files) {
      const path = logPath(log, day, file);
      const source = await openLog(path);
      if (source === null) continue;
      const end = await endOfWhole(source);
      source.close();
      before.set(file, end);
      this.#places.set(path, end);
    }
    const entries: LogEntry[] = [];
    let places: ReadonlyMap<string, number> = before;
    while (entries.length < lines) {
      const page = await new LogReader(log).page(
        { day, files, filter: { user }, limit: lines - entries.length, before: places },
        () => undefined,
      );
      entries.push(...page.entries);
      if (page.next === undefined) break;
      places = parsePlaces(page.next)!;
    }
    return entries.reverse();
  }

  /** The entries that were written since the last call, each day's by their times. */
  async more(): Promise<LogEntry[]> {
    const today = this.#time.day(this.#now());
    if (this.#days.at(-1) !== today) this.#days = [...this.#days.slice(-1), today];
    const entries: LogEntry[] = [];
    for (const day of this.#days) entries.push(...await this.#moreOf(day));
    return entries;
  }

  async #moreOf(day: string): Promise<LogEntry[]> {
    const { log } = this.#options;
    const entries: LogEntry[] = [];
    for (const file of chosenFiles(await filesOfDay(log, day) ?? [], this.#options)) {
      const path = logPath(log, day, file);
      const place = this.#places.get(path) ?? 0;
      const source = await openLog(path);
      if (source === null) continue;
      try {
        if (source.size < place) this.#places.set(path, source.size);
        if (source.size <= place) continue;
        for await (const pieces of piecesForwards(source, place)) {
          for (const piece of pieces) {
            const end = piece.start + piece.bytes.length;
            // The rest of it is being written.
            if (end === source.size && !isWhole(piece)) break;
            this.#places.set(path, end);
            const entry = this.#filter.accept(file, piece);
            if (entry !== null) entries.push(entry);
          }
        }
      } finally {
        source.close();
      }
    }
    return entries.sort((left, right) => order(left.Timestamp ?? "", right.Timestamp ?? ""));
  }
}

function order(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** The place behind the last whole piece: the rest is being written. */
async function endOfWhole(source: ByteSource): Promise<number> {
  for await (const [last] of piecesBackwards(source)) {
    if (last !== undefined) return isWhole(last) ? source.size : last.start;
  }
  return 0;
}
