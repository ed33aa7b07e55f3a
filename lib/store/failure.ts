import { ChungError } from "../errors.ts";

/** Thrown when part of the database is corrupt. Clients see it as `unavailable`. */
export class DatabaseDamaged extends ChungError {
  /** SQLite's error message. */
  readonly reason: string;

  constructor(reason: string) {
    super("unavailable", "the database is damaged: its operator has to put a backup in its place");
    this.reason = reason;
  }
}

/** Returns the error of every request made to a store that is closing. */
export function shuttingDown(): ChungError {
  return new ChungError("unavailable", "the server is shutting down");
}

/** An error as plain data, which can be posted between threads. */
export type Failure =
  | { kind: "chung"; code: ChungError["code"]; message: string; stack?: string }
  | { kind: "damaged"; message: string }
  | { kind: "other"; name: string; message: string; stack?: string };

export function fromFailure(failure: Failure): Error {
  if (failure.kind === "chung") return new ChungError(failure.code, failure.message);
  if (failure.kind === "damaged") return new DatabaseDamaged(failure.message);
  const error = new Error(failure.message);
  error.name = failure.name;
  // The operator needs the stack of the thread in which the error occurred.
  if (failure.stack !== undefined) error.stack = failure.stack;
  return error;
}
