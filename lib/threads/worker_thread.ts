interface Unanswered<Answer> {
  answered: (answer: Answer) => void;
  failed: (reason: string) => void;
}

/**
 * A worker that answers questions one at a time, in order. The first question starts it, and the first question after
 * `terminate` starts a new one.
 */
export class WorkerThread<Question, Answer> {
  readonly #start: () => Worker;
  readonly #died: (reason: string) => void;
  /** In the order of the questions. */
  readonly #unanswered: Unanswered<Answer>[] = [];
  #worker: Worker | null = null;

  /**
   * @param start starts the worker, which must post one message for each message it receives
   * @param died called when the worker dies of an uncaught error or an unreadable answer, before its questions fail;
   * the callback decides whether to terminate the worker
   */
  constructor(start: () => Worker, died: (reason: string) => void) {
    this.#start = start;
    this.#died = died;
  }

  get started(): boolean {
    return this.#worker !== null;
  }

  /** Calls `answered` or `failed` once, synchronously when the worker has answered or died: no promise delays it. */
  ask(
    question: Question,
    answered: (answer: Answer) => void,
    failed: (reason: string) => void,
  ): void {
    this.#worker ??= this.#startWorker();
    this.#unanswered.push({ answered, failed });
    this.#worker.postMessage(question);
  }

  /** Stops the worker immediately, whatever it is doing; its unanswered questions fail. */
  terminate(): void {
    this.#worker?.terminate();
    this.#worker = null;
    for (const { failed } of this.#unanswered.splice(0)) failed("it was terminated");
  }

  #startWorker(): Worker {
    const worker = this.#start();
    worker.onmessage = ({ data }: MessageEvent<Answer>) => {
      if (worker === this.#worker) this.#unanswered.shift()?.answered(data);
    };
    worker.onmessageerror = () => this.#die(worker, "its answer could not be read");
    worker.onerror = (event) => {
      // Without this, an error in the worker would end the whole process.
      event.preventDefault();
      this.#die(worker, event.message.split("\n")[0]);
    };
    return worker;
  }

  #die(worker: Worker, reason: string): void {
    if (worker !== this.#worker) return;
    const unanswered = this.#unanswered.splice(0);
    this.#died(reason);
    for (const { failed } of unanswered) failed(reason);
  }
}
