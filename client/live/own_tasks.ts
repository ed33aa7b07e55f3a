import type { Task } from "../../lib/model/task.ts";
import type { TaskEvent } from "../shared/live_events.ts";
import { countTasks, type TaskCount } from "../shared/tasks/task_count.ts";

/** A person's open tasks as answered to `my_tasks`, counted as what the connection hears afterwards changes them. */
export class OwnTasks {
  readonly #username: string;
  /** The days on which the tasks are due, by id. */
  readonly #due: Map<number, string | null>;
  #change: number;

  /** @param change the newest change that the tasks reflect */
  constructor(username: string, tasks: readonly Task[], change: number) {
    this.#username = username;
    this.#due = new Map(tasks.map(({ id, due }) => [id, due]));
    this.#change = change;
  }

  /** Applies a `task` event; returns false for one that the tasks reflect already. */
  heard({ task, change }: TaskEvent): boolean {
    if (change.id <= this.#change) return false;
    this.#change = change.id;
    const { id, assignee, status, due } = task;
    if (assignee === this.#username && status !== "done" && change.change !== "delete") {
      this.#due.set(id, due);
    } else this.#due.delete(id);
    return true;
  }

  get count(): TaskCount {
    return countTasks(this.#due.values(), this.#change);
  }
}
