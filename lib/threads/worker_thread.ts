interface Unanswered<Answer> {
  answered: (answer: Answer) => void;
  failed: (reason: string) => void;
}

/**
 * A worker that answers questions one by one, in the order in which they are asked. The first question starts it, and
 * the first one after `terminate` starts another.
 */
export class WorkerThread<Question, Answer> {
  readonly #start: () => Worker;
  readonly #died: (reason: string) => void;
  /** In the order of the questions. */
  readonly #unanswered: Unanswered<Answer>[] = [];
  #worker: Worker | null = null;

  /**
   * @param start starts the worker, which posts one message for each that it gets
   * @param died called when the worker dies, before its questions fail: an error that it didn't catch, or an answer
   * that can't be read. Whether to terminate it is up to the callee.
   */
  constructor(start: () => Worker, died: (reason: string) => void) {
    this.#start = start;
    this.#died = died;
  }

  get started(): boolean {
    return this.#worker !== null;
  }

  /** Calls either `answered` or `failed`, once, as soon as the worker has answered or died: no promise delays it. */
  ask(
    question: Question,
    answered: (answer: Answer) => void,
    failed: (reason: string) => void,
  ): void {
    this.#worker ??= this.#startWorker();
    this.#unanswered.push({ answered, failed });
    this.#worker.postMessage(question);
  }

  /** Ends the worker at once, whatever it is doing; the questions that it hasn't answered fail. */
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
      // Otherwise the whole process ends with its worker.
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
