import type { ImportedTask } from "../../../lib/model/imported_task.ts";
import type { Task, TaskChangePage, TaskPage, TaskStatus } from "../../../lib/model/task.ts";
import {
  type Argument,
  idArgument,
  jsonArgument,
  requestTag,
  textArgument,
  usernameArgument,
  wordArgument,
} from "../../upstream/request_line.ts";
import { onBoard } from "../../shared/board/board_view.ts";
import type { TokenRequests } from "../../upstream/token_requests.ts";

/** All tasks of a list, and the newest change that they reflect. */
export interface TaskList {
  tasks: Task[];
  last_change: number;
}

/** Ends a list that never ends, of a server that isn't Chung: so many pages are 200,000 tasks. */
const MOST_PAGES = 200;

const NONE: Argument = { wire: "-" };

/** Requests about tasks; they throw as those of `PersonSession` do (docs/PROTOCOL.md, "Actions: tasks"). */
export class TaskRequests {
  readonly #requests: TokenRequests;

  constructor(requests: TokenRequests) {
    this.#requests = requests;
  }

  /**
   * Reads all tasks of a project, by status, then position; their notes are cut to their beginning, but those of the task
   * `whole`.
   */
  board(projectId: number, whole: number | null = null): Promise<TaskList> {
    return allPages((next) => this.page(projectId, next), whole);
  }

  /** Reads a page of a project's tasks, by status, then position: the first, or the one that a page calls its next. */
  page(projectId: number, next?: string): Promise<TaskPage> {
    const place = () => next === undefined ? [] : [NONE, wordArgument(next, "bad_request")];
    return this.#requests.about(projectId, "tasks", place);
  }

  /** Reads the open tasks that are assigned to the person in all projects, soonest due first; their notes are cut. */
  mine(): Promise<TaskList> {
    return allPages((next) =>
      this.#requests.ask(
        "my_tasks",
        () => next === undefined ? [] : [wordArgument(next, "bad_request")],
      )
    );
  }

  /** Reads a task's changes, oldest first: the newest thousand, or those before a change. */
  history(taskId: number, before?: number): Promise<TaskChangePage> {
    const place = () => before === undefined ? [] : [NONE, idArgument(before, "bad_request")];
    return this.#requests.ask("task_history", () => [id(taskId), ...place()]);
  }

  /** Creates a task; `tag` makes a repeated request harmless. */
  async create(projectId: number, title: string, tag?: string): Promise<Task> {
    const { task } = await this.#requests.about(
      projectId,
      "new_task",
      () => [textArgument(title, "invalid_title")],
      { tag: requestTag(tag), again: true, tooLong: "invalid_title" },
    );
    return task;
  }

  /**
   * Creates up to 200 tasks, all or none, in their order.
   * @param part how many tasks the whole import has, or the tag of its first request
   * @param tag makes a repeated request harmless
   * @returns whether the request came before; then nothing is created
   */
  async import(
    projectId: number,
    part: number | string,
    tasks: readonly ImportedTask[],
    tag: string,
  ): Promise<boolean> {
    const place = typeof part === "number" ? String(part) : `+${part}`;
    const { duplicate } = await this.#requests.about(
      projectId,
      "import_tasks",
      () => [wordArgument(place, "bad_request"), jsonArgument(tasks)],
      { tag: requestTag(tag), again: true },
    );
    return duplicate === true;
  }

  /** Makes a task of a message, or returns the one that was made of it. */
  async promote(messageId: number): Promise<Task> {
    const args = () => [idArgument(messageId, "message_not_found")];
    return (await this.#requests.ask("promote", args)).task;
  }

  /** Moves a task before another one of a status; to the end if `before` is null. */
  async move(taskId: number, status: TaskStatus, before: number | null = null): Promise<Task> {
    const place = () => before === null ? [] : [id(before)];
    const args = () => [id(taskId), { wire: status }, ...place()];
    return (await this.#requests.ask("set_task", args)).task;
  }

  /** Assigns a task to a member; to nobody if `username` is null. */
  async assign(taskId: number, username: string | null): Promise<Task> {
    const person = () => username === null ? NONE : usernameArgument(username, "user_not_found");
    return (await this.#requests.ask("assign", () => [id(taskId), person()])).task;
  }

  /** Sets the day until which a task shall be done, `YYYY-MM-DD`, or none. */
  async due(taskId: number, day: string | null): Promise<Task> {
    const args = () => [id(taskId), day === null ? NONE : wordArgument(day, "bad_request")];
    return (await this.#requests.ask("due", args)).task;
  }

  async rename(taskId: number, title: string): Promise<Task> {
    const args = () => [id(taskId), textArgument(title, "invalid_title")];
    return (await this.#requests.ask("rename_task", args, { tooLong: "invalid_title" })).task;
  }

  /** Sets a task's notes, which may be empty. */
  async note(taskId: number, notes: string): Promise<Task> {
    const text = () => notes.trim() === "" ? [] : [textArgument(notes, "bad_request")];
    const args = () => [id(taskId), ...text()];
    return (await this.#requests.ask("note_task", args, { tooLong: "message_too_long" })).task;
  }

  async delete(taskId: number): Promise<Task> {
    return (await this.#requests.ask("delete_task", () => [id(taskId)])).task;
  }

  /** Brings a deleted task back. */
  async restore(taskId: number): Promise<Task> {
    return (await this.#requests.ask("restore_task", () => [id(taskId)])).task;
  }
}

function id(taskId: number): Argument {
  return idArgument(taskId, "task_not_found");
}

async function allPages(
  ask: (next?: string) => Promise<TaskPage>,
  whole: number | null = null,
): Promise<TaskList> {
  // The notes of all would fill the memory: anybody in a project can write as many as they like.
  const kept = (task: Task) => task.id === whole ? task : onBoard(task);
  let { more, next, ...list } = await ask();
  const seen = new Map(list.tasks.map((task) => [task.id, kept(task)]));
  for (let pages = 1; more && next !== undefined && pages < MOST_PAGES; pages++) {
    const page = await ask(next);
    const before = seen.size;
    // A task that is moved between two pages may come twice; the first page's number is the one that all reflect.
    for (const task of page.tasks) seen.set(task.id, kept(task));
    // A server that repeats its tasks would go on with that.
    if (seen.size === before) break;
    ({ more, next } = page);
  }
  return { tasks: [...seen.values()], last_change: list.last_change };
}
