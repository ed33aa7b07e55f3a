import { ENTRY_FIELDS, type LogEntry } from "../../model/log/log_entry.ts";
import type { Piece } from "./log_pieces.ts";

const text = new TextDecoder("utf-8", { ignoreBOM: true });
const RULE = "-".repeat(55);

/** Reads an entry; one that is not whole has its text alone. @param file the word that its file is named for */
export function parseEntry(file: string, { start, bytes }: Piece): LogEntry {
  const whole = text.decode(bytes);
  const entry: LogEntry = { id: `${file}.${start}`, file, text: whole };
  const lines = whole.split("\n");
  if (lines.length !== 9 || lines[0] !== RULE || lines[7] !== RULE || lines[8] !== "") return entry;
  const fields: Partial<LogEntry> = {};
  for (const [place, name] of ENTRY_FIELDS.entries()) {
    const label = `${name}: `;
    const line = lines[place + 1];
    if (!line.startsWith(label)) return entry;
    fields[name] = line.slice(label.length);
  }
  return { id: entry.id, file, ...fields, text: whole };
}

/** The moment of an entry in Unix milliseconds; null if it tells none. */
export function entryTime({ Timestamp }: Pick<LogEntry, "Timestamp">): number | null {
  const match = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d\.\d{3}) ([+-]\d\d:\d\d)$/.exec(Timestamp ?? "");
  if (match === null) return null;
  const time = Date.parse(`${match[1]}T${match[2]}${match[3]}`);
  return Number.isNaN(time) ? null : time;
}
