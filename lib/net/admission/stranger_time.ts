import type { SilenceTracker } from "./silence_tracker.ts";

/** The state that the time depends on: it runs only for an open connection that has shown no valid token. */
export interface Stranger {
  readonly trusted: boolean;
  readonly ending: boolean;
  readonly closed: boolean;
}

/** Connections that have shown no valid token, by how long they have been silent, or within one line. */
export interface StrangerTrackers<T> {
  readonly silent: SilenceTracker<T>;
  readonly inLine: SilenceTracker<T>;
}

/**
 * The time that one connection has until it shows a valid token: for its silences, and for each line
 * (docs/PROTOCOL.md, "Limits"). A silence runs while the server waits for the client, not while the client waits.
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

  /** It is the client's turn. */
  awaitClient(): void {
    if (this.#runs) this.#silent.begin(this.#connection);
  }

  /** It is the server's turn. */
  awaitServer(): void {
    if (!this.#connection.trusted) this.#silent.end(this.#connection);
  }

  /** The client has taken output: a sign of life, while the server waits for it. */
  outputTaken(): void {
    if (!this.#connection.trusted && this.#silent.has(this.#connection)) {
      this.#silent.begin(this.#connection);
    }
  }

  /** A line has ended: a sign of life, which a byte is not. */
  lineEnded(): void {
    if (this.#connection.trusted) return;
    this.#inLine.end(this.#connection);
    this.awaitClient();
  }

  /** A line has begun and not ended. */
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
