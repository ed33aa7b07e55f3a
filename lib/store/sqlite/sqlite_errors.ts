import { ChungError } from "../../errors.ts";
import { DatabaseDamaged, type Failure } from "../failure.ts";

/**
 * The errors of SQLite when the database temporarily can't be written or reached: BUSY, LOCKED, READONLY, IOERR, FULL,
 * CANTOPEN, PROTOCOL. Depending on its version, `node:sqlite` provides the code of only some errors, but always the
 * message.
 */
const UNAVAILABLE_CODES = new Set([5, 6, 8, 10, 13, 14, 15]);
const UNAVAILABLE_MESSAGES =
  /^(database (table )?(\S+ )?is locked|attempt to write a readonly database|disk I\/O error|database or disk is full|unable to open database file|locking protocol)/;

/** The errors of SQLite when the database is corrupt: CORRUPT and NOTADB. */
const DAMAGED_CODES = new Set([11, 26]);
const DAMAGED_MESSAGES = /^(database disk image is malformed|file is not a database|fts5: corrupt)/;

/** Whether the failure is the database's, not the request's or the code's. */
export function isUnavailable(error: unknown): boolean {
  return is(error, UNAVAILABLE_CODES, UNAVAILABLE_MESSAGES);
}

export function isDamaged(error: unknown): boolean {
  return error instanceof DatabaseDamaged || is(error, DAMAGED_CODES, DAMAGED_MESSAGES);
}

function is(error: unknown, codes: Set<number>, messages: RegExp): boolean {
  if (!(error instanceof Error)) return false;
  const { errcode } = error as { errcode?: number };
  // The low byte of an extended code is its primary code.
  if (errcode !== undefined && codes.has(errcode & 0xff)) return true;
  return messages.test(error.message);
}

/**
 * Translates the error of a failed statement for its caller: to `unavailable`, or to itself if it is a bug. The cause
 * is left out: it would be reported to the operator with every request, instead of once.
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
