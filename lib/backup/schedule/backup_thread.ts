import { WorkerThread } from "../../threads/worker_thread.ts";
import { BackupFlags } from "./backup_flags.ts";
import type { BackupMaker } from "./backup_schedule.ts";
import type { FromBackup, ToBackup } from "./backup_worker.ts";

/** Makes backups of a data folder in a thread of its own, which exists only meanwhile. */
export class BackupThread implements BackupMaker {
  readonly #data: string;
  readonly #recipient: string | null;
  readonly #thread: WorkerThread<ToBackup, FromBackup>;
  #flags = new BackupFlags();

  /** @param recipient a recipient of age, or null */
  constructor(data: string, recipient: string | null) {
    this.#data = data;
    this.#recipient = recipient;
    const program = new URL("./backup_worker.ts", import.meta.url);
    this.#thread = new WorkerThread(() => new Worker(program, { type: "module" }), () => {});
  }

  async make(request: { scratch: string; target: string; madeAt: number }): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    this.#flags = new BackupFlags();
    const { shared } = this.#flags;
    this.#thread.ask(
      { ...request, data: this.#data, recipient: this.#recipient, shared },
      (problem) => problem === null ? resolve() : reject(new Error(problem)),
      (reason) => reject(new Error(reason)),
    );
    try {
      await promise;
    } finally {
      this.#thread.terminate();
    }
  }

  stop(): void {
    this.#flags.stop();
    if (!this.#flags.reading) this.#thread.terminate();
  }
}
