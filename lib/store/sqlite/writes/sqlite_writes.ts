import type { WriteRequest } from "../../write_queue.ts";
import type { Writes } from "../../writes.ts";

/** The writes of the Store and the internal writes of this database. */
export interface SqliteWrites extends Writes {
  /** Deletes a limited number of old rows; the output is true if there may be more. */
  purgeRows: { input: { tagsBefore: number; sessionsBefore: number }; output: boolean };
  /** Writes a page of the database as it is, to find out whether it can be written. */
  touch: { input: Record<never, never>; output: void };
  /** Adds a limited number of messages to the search index; the output is true if there may be more. */
  indexMessages: { input: Record<never, never>; output: boolean };
}

export type SqliteWriteName = keyof SqliteWrites;
export type SqliteWriteRequest<N extends keyof SqliteWrites = keyof SqliteWrites> = WriteRequest<
  SqliteWrites,
  N
>;
