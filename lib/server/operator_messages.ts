import { fstatSync } from "node:fs";
import { configureSync, getJsonLinesFormatter, getLogger, type LogRecord } from "@logtape/logtape";
import type { MessageLevel, Report } from "../report.ts";

/** How messages reach the operator. */
export interface MessageSetup {
  format: "text" | "json";
  /** The least important messages that are written. */
  level: MessageLevel;
  /** Whether journald reads them: each line then begins with its priority. */
  journal: boolean;
  write: (text: string) => void;
}

/** The numbers of syslog(3). */
const PRIORITIES: Record<string, number> = { debug: 7, info: 6, warning: 4, error: 3 };
const STANDARD_ERROR = 2;
const CATEGORY = "chung-server";

/** Configures LogTape for this process. Messages are written at once: the next step may be the end of the process. */
export function operatorMessages({ format, level, journal, write }: MessageSetup): Report {
  const toLine = format === "json" ? getJsonLinesFormatter({ properties: "flatten" }) : plainLine;
  const operator = (record: LogRecord) => {
    const text = toLine(record);
    write(journal ? text.replace(/^(?=.)/gm, `<${PRIORITIES[record.level]}>`) : text);
  };
  configureSync({
    reset: true,
    sinks: { operator },
    loggers: [
      { category: CATEGORY, lowestLevel: level, sinks: ["operator"] },
      // What LogTape has to say of itself.
      { category: ["logtape", "meta"], lowestLevel: "error", sinks: ["operator"] },
    ],
  });
  const logger = getLogger(CATEGORY);
  // As a record: LogTape takes braces in a string for places to fill in.
  return (message, level = "warning") =>
    logger.emit({
      level,
      message: [message],
      rawMessage: message,
      timestamp: Date.now(),
      properties: {},
    });
}

function plainLine({ message }: LogRecord): string {
  return `${message.join("")}\n`;
}

/**
 * Whether standard error leads to journald.
 * @param stream `JOURNAL_STREAM`: the `DEVICE:INODE` that systemd gave to standard error or output
 */
export function isJournal(stream: string): boolean {
  if (stream === "") return false;
  try {
    const { dev, ino } = fstatSync(STANDARD_ERROR, { bigint: true });
    return stream === `${dev}:${ino}`;
  } catch {
    return false;
  }
}
