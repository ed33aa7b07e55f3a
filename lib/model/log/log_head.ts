/** The end of the chain of a log file. */
export interface LogHead {
  /** `YYYY-MM-DD`, in the server's time zone. */
  day: string;
  /** The word that the file is named for. */
  file: string;
  /** Entries of the file, counting what is left of torn ones. */
  entries: number;
  /** SHA-256 in hexadecimal. */
  head: string;
}

/** A day of the log that the server removed because of its age. */
export interface RemovedLogDay {
  day: string;
  entries: number;
  /** Unix milliseconds. */
  removedAt: number;
}
