/** Signals between the server's thread and the one that makes a backup, in memory that both share. */
export class BackupFlags {
  readonly shared: SharedArrayBuffer;
  readonly #flags: Int32Array;

  constructor(shared = new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT)) {
    this.shared = shared;
    this.#flags = new Int32Array(shared);
  }

  /** Whether the backup is to be given up. */
  get stopped(): boolean {
    return Atomics.load(this.#flags, 0) === 1;
  }

  stop(): void {
    Atomics.store(this.#flags, 0, 1);
  }

  /**
   * Whether the database is being read. Its connection must then be closed by its own thread: one that is left open
   * holds back the checkpoint with which the server ends.
   */
  get reading(): boolean {
    return Atomics.load(this.#flags, 1) === 1;
  }

  set reading(reading: boolean) {
    Atomics.store(this.#flags, 1, reading ? 1 : 0);
  }
}
