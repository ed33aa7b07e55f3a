import { ChungError } from "../errors.ts";

/** Part of the database can't be read for what it should be. To clients it is `unavailable`. */
export class DatabaseDamaged extends ChungError {
  /** What SQLite says. */
  readonly reason: string;

  constructor(reason: string) {
    super("unavailable", "the database is damaged: its operator has to put a backup in its place");
    this.reason = reason;
  }
}

/** What is asked of a store that is being closed fails so. */
export function shuttingDown(): ChungError {
  return new ChungError("unavailable", "the server is shutting down");
}

/** An error as plain data, to cross from the writer's thread. */
export type Failure =
  | { kind: "chung"; code: ChungError["code"]; message: string; stack?: string }
  | { kind: "damaged"; message: string }
  | { kind: "other"; name: string; message: string; stack?: string };

export function fromFailure(failure: Failure): Error {
  if (failure.kind === "chung") return new ChungError(failure.code, failure.message);
  if (failure.kind === "damaged") return new DatabaseDamaged(failure.message);
  const error = new Error(failure.message);
  error.name = failure.name;
  // The stack of the thread it happened in is what the operator needs.
  if (failure.stack !== undefined) error.stack = failure.stack;
  return error;
}
