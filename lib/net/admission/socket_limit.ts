export interface SocketLimitOptions {
  maxConnections: number;
  /** Files that the rest of the server opens, some of them later: its threads, its database, its logs. */
  reserve: number;
  /** Files that the process may still open; null where that isn't known beforehand. */
  left: number | null;
  /** Whether the process may open so many more files at once. */
  canOpen: (files: number) => boolean;
  report: (line: string) => void;
}

/** Sockets that may be opened between two looks at what is left. */
const STEP = 16;

/**
 * Keeps sockets from taking the last descriptors: a thread that can't have its own ends the whole process. Where it
 * isn't known how many there are, that is found out as the number of sockets grows.
 */
export class SocketLimit {
  readonly #options: SocketLimitOptions;
  /** Up to so many sockets the reserve is left. */
  #checked = 0;
  #maxSockets = Infinity;
  #maxConnections: number;

  constructor(options: SocketLimitOptions) {
    this.#options = options;
    this.#maxConnections = options.maxConnections;
    if (options.left === null) return;
    this.#checked = Infinity;
    this.#setMaxSockets(Math.max(0, options.left - options.reserve));
  }

  /** The connections that may be served: fewer than configured where descriptors are few. */
  get maxConnections(): number {
    return this.#maxConnections;
  }

  /** Whether no further socket may be opened beside so many. */
  isReached(sockets: number): boolean {
    if (sockets >= this.#maxSockets) return true;
    if (sockets < this.#checked) return false;
    const { reserve, canOpen } = this.#options;
    if (canOpen(reserve + STEP)) {
      this.#checked = sockets + STEP;
      return false;
    }
    this.#setMaxSockets(sockets);
    return true;
  }

  #setMaxSockets(sockets: number): void {
    this.#maxSockets = sockets;
    // The others are for connections that are being refused or ended.
    const connections = Math.max(1, sockets - Math.max(8, Math.floor(sockets / 16)));
    if (connections >= this.#maxConnections) return;
    this.#maxConnections = connections;
    this.#options.report(
      `--max-connections is lowered to ${connections}: the system lets this server open no more files; ` +
        "raise its limit (ulimit -n, or LimitNOFILE of systemd)",
    );
  }
}
