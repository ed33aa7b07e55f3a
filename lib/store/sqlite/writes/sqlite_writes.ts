import type { WriteRequest } from "../../write_queue.ts";
import type { Writes } from "../../writes.ts";

/** The writes of the Store, and the internal ones of this database. */
export interface SqliteWrites extends Writes {
  /** Deletes a limited number of rows; true when there may be more of them. */
  purgeRows: { input: { tagsBefore: number; sessionsBefore: number }; output: boolean };
  /** Takes a limited number of messages into the search index; true when there may be more of them. */
  indexMessages: { input: Record<never, never>; output: boolean };
}

export type SqliteWriteName = keyof SqliteWrites;
export type SqliteWriteRequest = WriteRequest<SqliteWrites>;
