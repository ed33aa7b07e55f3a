import type { StoreFigures } from "./store_figures.ts";
import type { BackupStatus } from "../model/figures/stats.ts";
import type { RequestFigures } from "./request_figures.ts";

/** Connections by state, and by how they ended since the start. */
export interface ConnectionFigures {
  open: number;
  /** Open ones that are being ended. */
  ending: number;
  /** Open ones that have shown a valid token. */
  trusted: number;
  /** Requests taken and not answered yet. */
  inHand: number;
  /** Bytes that the clients have not taken yet. */
  unreadBytes: number;
  accepted: number;
  ended: Record<string, number>;
  refused: Record<string, number>;
}

/** Bytes in files. */
export interface FileSizes {
  database: number;
  wal: number;
  log: number;
}

/** The figures of a server at one moment. */
export interface ServerSample {
  version: string;
  /** Unix milliseconds. */
  startedAt: number;
  connections: ConnectionFigures;
  /** Connections that are in a room. */
  entered: number;
  requests: RequestFigures;
  /** Passwords that wait to be hashed or checked. */
  passwordsWaiting: number;
  store: StoreFigures;
  files: FileSizes;
  /** Null where the server makes no backups. */
  backup: BackupStatus | null;
  /** The log's entries that are not in its files yet, and those lost since it was last written. */
  audit: { bytes: number; lost: number };
  memory: { rss: number; heapUsed: number };
}
