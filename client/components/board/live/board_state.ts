import { type Task, TASK_STATUSES, type TaskStatus } from "../../../../lib/model/task.ts";
import type { TaskEvent } from "../../../shared/live_events.ts";

/** A change that this page has asked for, shown until the server has answered. */
export interface PendingChange {
  key: number;
  taskId: number;
  /** The values to show; null where the task is being deleted. */
  patch: Partial<Task> | null;
}

/** The tasks of a board as the server has told them, and what this page has asked for meanwhile. */
export interface BoardState {
  tasks: ReadonlyMap<number, Task>;
  /** When the tasks that are gone were deleted: an answer may be overtaken by the event of the deletion. */
  gone: ReadonlyMap<number, string>;
  /** The newest change that the list had when it was read; events of earlier ones are in it. */
  lastChange: number;
  pending: readonly PendingChange[];
}

export interface BoardList {
  tasks: readonly Task[];
  last_change: number;
}

/**
 * `list`: all tasks were read anew; `heard` are the events and answers since that was asked for. `answered`: the server
 * did what `pending` was to show; `refused`: it didn't; `gone`: what was to be deleted was no longer there.
 */
export type BoardChange =
  | { type: "list"; data: BoardList; heard: readonly HeardChange[] }
  | { type: "pending"; data: PendingChange }
  | { type: "refused"; key: number }
  | HeardChange;

/** A change that the server has told of, which a list that was asked for earlier may lack. */
export type HeardChange =
  | { type: "task"; data: TaskEvent }
  | { type: "answered"; key: number; data: Task; did: "added" | "changed" | "deleted" }
  | { type: "gone"; key: number; taskId: number };

export function initialBoard({ tasks, last_change }: BoardList): BoardState {
  return {
    tasks: new Map(tasks.map((task) => [task.id, task])),
    gone: new Map(),
    lastChange: last_change,
    pending: [],
  };
}

/** Applies one change; returns the same object when nothing differs. */
export function boardAfter(board: BoardState, change: BoardChange): BoardState {
  switch (change.type) {
    case "task":
      return eventAfter(board, change.data);
    case "list": {
      const { pending, gone } = board;
      return change.heard.reduce(boardAfter, { ...initialBoard(change.data), pending, gone });
    }
    case "pending":
      return { ...board, pending: [...board.pending, change.data] };
    case "answered":
      return answerAfter(withoutPending(board, change.key), change);
    case "refused":
      return withoutPending(board, change.key);
    case "gone":
      return goneAfter(withoutPending(board, change.key), change.taskId);
  }
}

function eventAfter(board: BoardState, { task, change }: TaskEvent): BoardState {
  if (change.id <= board.lastChange) return board;
  // Events come in the order of the changes, but an answer may have overtaken this one.
  if (task.updated_at < timeKnown(board, task.id)) return board;
  const deleted = change.change === "delete" && change.task_id === task.id;
  return deleted ? without(board, task) : withTask(board, task);
}

/** The time of the newest change of a task that the board has; "" for none. */
function timeKnown({ tasks, gone }: BoardState, taskId: number): string {
  return tasks.get(taskId)?.updated_at ?? gone.get(taskId) ?? "";
}

/** An answer says nothing about its place among the events, but its time: the event of the same time has it too. */
function answerAfter(
  board: BoardState,
  { data: task, did }: Extract<HeardChange, { type: "answered" }>,
): BoardState {
  const known = timeKnown(board, task.id);
  if (did === "deleted") return task.updated_at < known ? board : without(board, task);
  // Who changes a task has it on the board. It is gone by now, even if the event of that was missed.
  if (did === "changed" && !board.tasks.has(task.id)) return board;
  return task.updated_at <= known ? board : withTask(board, task);
}

/** The time of the deletion isn't known, but what brings the task back is newer than what is known of it. */
function goneAfter(board: BoardState, taskId: number): BoardState {
  const task = board.tasks.get(taskId);
  return task === undefined ? board : without(board, task);
}

function withTask(board: BoardState, task: Task): BoardState {
  const gone = new Map(board.gone);
  gone.delete(task.id);
  return { ...board, gone, tasks: new Map(board.tasks).set(task.id, task) };
}

function without(board: BoardState, { id, updated_at }: Task): BoardState {
  const tasks = new Map(board.tasks);
  tasks.delete(id);
  return { ...board, tasks, gone: new Map(board.gone).set(id, updated_at) };
}

function withoutPending(board: BoardState, key: number): BoardState {
  return { ...board, pending: board.pending.filter((pending) => pending.key !== key) };
}

/** The tasks with what this page has asked for, in no order. */
export function shownTasks({ tasks, pending }: BoardState): Task[] {
  if (pending.length === 0) return [...tasks.values()];
  const shown = new Map(tasks);
  for (const { taskId } of pending) {
    const task = tasks.get(taskId);
    const wanted = task && shownTask(task, pending);
    if (wanted) shown.set(taskId, wanted);
    else shown.delete(taskId);
  }
  return [...shown.values()];
}

/** A task with what this page has asked for; null where it is being deleted. */
export function shownTask(task: Task, pending: readonly PendingChange[]): Task | null {
  let shown: Task | null = task;
  for (const { taskId, patch } of pending) {
    if (taskId !== task.id) continue;
    // An empty one brings a deleted task back.
    shown = patch && { ...shown ?? task, ...patch };
  }
  return shown;
}

export type Columns = Record<TaskStatus, Task[]>;

/** The tasks of each status in their order. */
export function columnsOf(tasks: readonly Task[]): Columns {
  const ordered = [...tasks].sort((a, b) => a.position - b.position || a.id - b.id);
  const column = (status: TaskStatus) => ordered.filter((task) => task.status === status);
  return Object.fromEntries(TASK_STATUSES.map((status) => [status, column(status)])) as Columns;
}
