import { passwordThreads } from "../auth/password_threads.ts";
import { canOpen, leftToOpen } from "../files/open_files.ts";
import { SocketLimit } from "../net/admission/socket_limit.ts";

/** Each thread opens six, and a few for its program and its database. */
const FILES_OF_THREAD = 10;
/** The threads that write to the database and search it. */
const STORE_THREADS = 2;
/** Database, logs, certificate. */
const OTHER_FILES = 24;
/** The least number of sockets that makes a server. */
const MIN_SOCKETS = 16;

/** Files that the server opens beside its sockets. */
export function reservedFiles(): number {
  return FILES_OF_THREAD * (passwordThreads() + STORE_THREADS) + OTHER_FILES;
}

/**
 * Finds out how many sockets the server may open; to be called before it has opened anything else.
 * @throws {Error} if the system's limit allows no server at all
 */
export function socketLimit(
  maxConnections: number,
  report: (line: string) => void,
): SocketLimit {
  const reserve = reservedFiles();
  if (!canOpen(reserve + MIN_SOCKETS)) {
    throw new Error(
      `the system lets this server open too few files: it needs ${reserve}, and one for each connection; ` +
        "raise its limit (ulimit -n, or LimitNOFILE of systemd)",
    );
  }
  return new SocketLimit({ maxConnections, reserve, left: leftToOpen(), canOpen, report });
}
