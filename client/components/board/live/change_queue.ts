import type { Task } from "../../../../lib/model/task.ts";
import { failureOf } from "../../../shared/refusal_codes.ts";
import type { FormAnswer } from "../../post_form.ts";
import { RetryTimer, type RetryTimers } from "../../sending/queue/retry_timer.ts";

/** A change that this page asks for. */
export interface AskedChange {
  key: number;
  taskId: number;
  /** The fields of the form (see `changeTask`). */
  fields: Record<string, string>;
}

interface Options {
  post(change: AskedChange): Promise<FormAnswer<{ task: Task }>>;
  onAnswered(change: AskedChange, task: Task): void;
  onRefused(change: AskedChange, problem: { code: string; text: string }): void;
  /** Called when changes begin to wait for a connection, and when they no longer do. */
  onWaiting(waiting: boolean): void;
  timers: RetryTimers;
  /** From 0 to 1, 1 excluded. */
  random: () => number;
}

/**
 * Sends the changes of a board one at a time, in their order, until each is answered. Whatever became of a change, asking
 * for it again leads to what was wanted.
 */
export class ChangeQueue {
  readonly #options: Options;
  readonly #pause: RetryTimer;
  #waiting: AskedChange[] = [];
  #sending = false;

  constructor(options: Options) {
    this.#options = options;
    this.#pause = new RetryTimer(options.timers, options.random, () => this.retry());
  }

  add(change: AskedChange): void {
    this.#waiting.push(change);
    void this.#send();
  }

  /** Sends at once what waits for a connection. */
  retry(): void {
    if (!this.#pause.on) return;
    this.#pause.end();
    void this.#send();
  }

  close(): void {
    this.#pause.end();
  }

  async #send(): Promise<void> {
    if (this.#sending || this.#pause.on) return;
    this.#sending = true;
    const { post, onAnswered, onRefused, onWaiting } = this.#options;
    for (let change; (change = this.#waiting[0]) !== undefined;) {
      const answer = await post(change);
      const failure = "error" in answer ? failureOf(answer.error.code) : null;
      if (failure !== null && failure !== "refused") {
        // After a login the stream comes back, and asks again.
        this.#pause.begin(failure !== "login");
        onWaiting(true);
        break;
      }
      this.#pause.reset();
      this.#waiting.shift();
      onWaiting(false);
      if ("error" in answer) onRefused(change, answer.error);
      else onAnswered(change, answer.task);
    }
    this.#sending = false;
  }
}
