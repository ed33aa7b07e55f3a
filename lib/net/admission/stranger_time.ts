import type { SilenceTracker } from "./silence_tracker.ts";

/** The connection state that decides whether its time runs: only for an open connection without a valid token. */
export interface Stranger {
  readonly trusted: boolean;
  readonly ending: boolean;
  readonly closed: boolean;
}

/** Trackers of the server's connections without a valid token: how long each has been silent, or within one line. */
export interface StrangerTrackers<T> {
  readonly silent: SilenceTracker<T>;
  readonly inLine: SilenceTracker<T>;
}

/**
 * Tracks the time of one connection until it shows a valid token: that of its silences and of each line
 * (docs/PROTOCOL.md, "Limits"). Silence is counted while the server waits for the client, not while the client waits.
 */
export class StrangerTime<T extends Stranger> {
  readonly #connection: T;
  readonly #silent: SilenceTracker<T>;
  readonly #inLine: SilenceTracker<T>;

  constructor(connection: T, { silent, inLine }: StrangerTrackers<T>) {
    this.#connection = connection;
    this.#silent = silent;
    this.#inLine = inLine;
  }

  /** Starts a silence: the server waits for the client. */
  awaitClient(): void {
    if (this.#runs) this.#silent.begin(this.#connection);
  }

  /** Ends a silence: the client waits for the server. */
  awaitServer(): void {
    if (!this.#connection.trusted) this.#silent.end(this.#connection);
  }

  /** Restarts a running silence: taking output is a sign of life. */
  outputTaken(): void {
    if (!this.#connection.trusted && this.#silent.has(this.#connection)) {
      this.#silent.begin(this.#connection);
    }
  }

  /** Ends a line and restarts the silence: a complete line is a sign of life, a single byte is not. */
  lineEnded(): void {
    if (this.#connection.trusted) return;
    this.#inLine.end(this.#connection);
    this.awaitClient();
  }

  /** Starts the time of a line that has begun and not ended. */
  lineBegun(): void {
    if (this.#runs && !this.#inLine.has(this.#connection)) this.#inLine.begin(this.#connection);
  }

  stop(): void {
    this.#silent.end(this.#connection);
    this.#inLine.end(this.#connection);
  }

  get #runs(): boolean {
    const { trusted, ending, closed } = this.#connection;
    return !trusted && !ending && !closed;
  }
}
