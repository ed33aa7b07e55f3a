import type { LogEntry } from "../../model/log/log_entry.ts";
import type { EntryFilter } from "./entry_filter.ts";
import { logPath, openLog } from "./log_files.ts";
import { type Piece, piecesForwards } from "./log_pieces.ts";

/** Reads the entries of some files of a day, oldest first: each file's in its own order, all together by their times. */
export async function* entriesForwards(
  directory: string,
  day: string,
  files: readonly string[],
  filter: EntryFilter,
): AsyncGenerator<LogEntry, void> {
  const streams = files.map((file) => entriesOfFile(directory, day, file, filter));
  const heads: { entry: LogEntry; stream: typeof streams[number] }[] = [];
  const advance = async (stream: typeof streams[number]) => {
    const { value: entry } = await stream.next();
    if (entry !== undefined) heads.push({ entry, stream });
  };
  try {
    for (const stream of streams) await advance(stream);
    while (heads.length > 0) {
      let oldest = 0;
      for (let index = 1; index < heads.length; index++) {
        if (timeOf(heads[index].entry) < timeOf(heads[oldest].entry)) oldest = index;
      }
      const [{ entry, stream }] = heads.splice(oldest, 1);
      yield entry;
      await advance(stream);
    }
  } finally {
    for (const stream of streams) await stream.return();
  }
}

/** As it is written; what is left of a torn entry comes at once. */
function timeOf({ Timestamp = "" }: LogEntry): string {
  return Timestamp;
}

async function* entriesOfFile(
  directory: string,
  day: string,
  file: string,
  filter: EntryFilter,
): AsyncGenerator<LogEntry, void> {
  const source = await openLog(logPath(directory, day, file));
  if (source === null) return;
  try {
    for await (const pieces of piecesForwards(source)) yield* wanted(file, pieces, filter);
  } finally {
    source.close();
  }
}

function* wanted(
  file: string,
  pieces: readonly Piece[],
  filter: EntryFilter,
): Generator<LogEntry, void> {
  if (!filter.mayHave(pieces)) return;
  for (const piece of pieces) {
    const entry = filter.accept(file, piece);
    if (entry !== null) yield entry;
  }
}
