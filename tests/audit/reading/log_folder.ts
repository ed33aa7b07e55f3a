import { dirname } from "node:path";
import { type AuditEntry, formatEntry } from "../../../lib/audit/audit_entry.ts";
import { LocalTime } from "../../../lib/audit/local_time.ts";
import { logPath } from "../../../lib/audit/reading/log_files.ts";

export const DAY = "30_10_2024";
/** 08:15:30 of that day in Viet Nam. */
export const MORNING = Date.UTC(2024, 9, 30, 1, 15, 30, 123);

const time = new LocalTime(() => 420);

/** An entry as it stands in the file. */
export function written(request: string, changes: Partial<AuditEntry> = {}): string {
  const entry: AuditEntry = {
    ...{ file: "chat", name: "nhắn tin", type: "chat", user: "alice" },
    ...{ request, response: "ok chat {}", at: MORNING },
    ...changes,
  };
  return formatEntry(entry, time.timestamp(entry.at));
}

/** Writes a file of the log. */
export async function writeLog(directory: string, file: string, text: string): Promise<string> {
  const path = logPath(directory, DAY, file);
  await Deno.mkdir(dirname(path), { recursive: true });
  await Deno.writeTextFile(path, text);
  return path;
}
