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
 * `list`: all tasks were read anew; `heard` are the events since that was asked for. `answered`: the server did what
 * `pending` was to show; `refused`: it didn't.
 */
export type BoardChange =
  | { type: "task"; data: TaskEvent }
  | { type: "list"; data: BoardList; heard: readonly TaskEvent[] }
  | { type: "pending"; data: PendingChange }
  | { type: "answered"; key: number; data: Task; deleted: boolean }
  | { type: "refused"; key: number };

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
      const { pending } = board;
      return change.heard.reduce(eventAfter, { ...initialBoard(change.data), pending });
    }
    case "pending":
      return { ...board, pending: [...board.pending, change.data] };
    case "answered":
      return answerAfter(withoutPending(board, change.key), change.data, change.deleted);
    case "refused":
      return withoutPending(board, change.key);
  }
}

function eventAfter(board: BoardState, { task, change }: TaskEvent): BoardState {
  if (change.id <= board.lastChange) return board;
  if (change.change === "delete" && change.task_id === task.id) return without(board, task);
  // Events come in the order of the changes, but an answer may have overtaken this one.
  const known = board.tasks.get(task.id)?.updated_at ?? board.gone.get(task.id) ?? "";
  return task.updated_at < known ? board : withTask(board, task);
}

/** An answer says nothing about its place among the events, but its time: the event of the same time has it too. */
function answerAfter(board: BoardState, task: Task, deleted: boolean): BoardState {
  const known = board.tasks.get(task.id)?.updated_at ?? board.gone.get(task.id) ?? "";
  if (deleted) return task.updated_at < known ? board : without(board, task);
  return task.updated_at <= known ? board : withTask(board, task);
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
  for (const { taskId, patch } of pending) {
    const task = shown.get(taskId);
    if (patch === null) shown.delete(taskId);
    else if (task !== undefined) shown.set(taskId, { ...task, ...patch });
  }
  return [...shown.values()];
}

export type Columns = Record<TaskStatus, Task[]>;

/** The tasks of each status in their order. */
export function columnsOf(tasks: readonly Task[]): Columns {
  const ordered = [...tasks].sort((a, b) => a.position - b.position || a.id - b.id);
  const column = (status: TaskStatus) => ordered.filter((task) => task.status === status);
  return Object.fromEntries(TASK_STATUSES.map((status) => [status, column(status)])) as Columns;
}
