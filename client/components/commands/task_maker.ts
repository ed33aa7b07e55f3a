import type { Task } from "../../../lib/model/task.ts";
import { failureOf } from "../../shared/refusal_codes.ts";
import type { FormAnswer } from "../post_form.ts";
import { RetryTimer, type RetryTimers } from "../sending/queue/retry_timer.ts";
import type { OrderTags } from "./order_tags.ts";
import type { TaskOrder } from "./task_command.ts";

interface Options {
  /** Posts the fields of the form that creates a task. */
  post(fields: Record<string, string>): Promise<FormAnswer<{ task: Task }>>;
  tags: OrderTags;
  timers: RetryTimers;
  /** From 0 to 1, 1 excluded. */
  random: () => number;
  /** Called each time when the outcome isn't known, and is asked for again. */
  onUnknown(): void;
}

/** Creates tasks, one at a time. One whose fate is unknown is asked for again, with the same tag, until it is known. */
export class TaskMaker {
  readonly #options: Options;
  readonly #pause: RetryTimer;
  #busy = false;
  #goOn: () => void = () => {};

  constructor(options: Options) {
    this.#options = options;
    this.#pause = new RetryTimer(options.timers, options.random, () => this.retry());
  }

  get busy(): boolean {
    return this.#busy;
  }

  /** Creates a task as ordered; returns it, or the sentence that tells why there is none. */
  async make(order: TaskOrder): Promise<Task | string> {
    const { tags, onUnknown } = this.#options;
    let tag = tags.tagOf(order);
    this.#busy = true;
    try {
      for (let anew = false;;) {
        const answer = await this.#post(order, tag);
        const { code, text } = "error" in answer ? answer.error : { code: "", text: "" };
        const failure = code === "" ? null : failureOf(code);
        // After any other failure, the same order may still complete what was begun.
        if (failure === null || failure === "refused") tags.forget(tag);
        if (!("error" in answer)) return answer.task;
        if (code === "task_not_found" && !anew) {
          // An earlier try has taken its task back.
          anew = true;
          tag = tags.tagOf(order);
        } else if (failure === "unknown") {
          onUnknown();
          await this.#pauseEnds();
        } else return text;
      }
    } finally {
      this.#busy = false;
      this.#pause.reset();
    }
  }

  /** Asks again at once, if that is waited for. */
  retry(): void {
    if (!this.#pause.on) return;
    this.#pause.end();
    this.#goOn();
  }

  #post({ title, assignee, due }: TaskOrder, tag: string): Promise<FormAnswer<{ task: Task }>> {
    return this.#options.post({ title, assignee: assignee ?? "", due: due ?? "", tag });
  }

  #pauseEnds(): Promise<void> {
    return new Promise((resolve) => {
      this.#goOn = resolve;
      this.#pause.begin(true);
    });
  }
}
