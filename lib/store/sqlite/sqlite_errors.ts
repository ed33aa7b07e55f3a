import { ChungError } from "../../errors.ts";
import { DatabaseDamaged, type Failure } from "../failure.ts";

/**
 * What SQLite says when the database can't be written or reached now: SQLITE_FULL, READONLY, IOERR, BUSY,
 * LOCKED, CANTOPEN, PROTOCOL. `node:sqlite` gives the code of some failures only, depending on the version, but always
 * the message.
 */
const UNAVAILABLE_CODES = new Set([5, 6, 8, 10, 13, 14, 15]);
const UNAVAILABLE_MESSAGES =
  /^(database (table )?(\S+ )?is locked|attempt to write a readonly database|disk I\/O error|database or disk is full|unable to open database file|locking protocol)/;

/** SQLITE_CORRUPT and NOTADB. */
const DAMAGED_CODES = new Set([11, 26]);
const DAMAGED_MESSAGES = /^(database disk image is malformed|file is not a database|fts5: corrupt)/;

/** Whether the database, and not the request or the code, is what failed. */
export function isUnavailable(error: unknown): boolean {
  return is(error, UNAVAILABLE_CODES, UNAVAILABLE_MESSAGES);
}

export function isDamaged(error: unknown): boolean {
  return error instanceof DatabaseDamaged || is(error, DAMAGED_CODES, DAMAGED_MESSAGES);
}

function is(error: unknown, codes: Set<number>, messages: RegExp): boolean {
  if (!(error instanceof Error)) return false;
  const { errcode } = error as { errcode?: number };
  // The low byte is the primary code, whatever the extended one is.
  if (errcode !== undefined && codes.has(errcode & 0xff)) return true;
  return messages.test(error.message);
}

/**
 * What a failed statement means to the caller: `unavailable`, or the error itself, which is a bug. Without its cause:
 * that would go to the operator with every request, who is told once.
 */
export function translateError(error: unknown): unknown {
  if (error instanceof ChungError) return error;
  const reason = error instanceof Error ? error.message : String(error);
  if (isDamaged(error)) return new DatabaseDamaged(reason);
  if (!isUnavailable(error)) return error;
  return new ChungError(
    "unavailable",
    `the database can't be used now: ${reason}; try again later`,
  );
}

export function toFailure(error: unknown): Failure {
  const translated = translateError(error);
  if (translated instanceof DatabaseDamaged) return { kind: "damaged", message: translated.reason };
  if (translated instanceof ChungError) {
    return { kind: "chung", code: translated.code, message: translated.message };
  }
  if (translated instanceof Error) {
    const { name, message, stack } = translated;
    return { kind: "other", name, message, stack };
  }
  return { kind: "other", name: "Error", message: String(translated) };
}
