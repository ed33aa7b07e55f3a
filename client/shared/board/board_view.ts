import type { Member, Project } from "../../../lib/model/project.ts";
import type { Task, TaskChangePage } from "../../../lib/model/task.ts";

/** The initial state of a board's page. */
export interface BoardView {
  project: Project;
  members: Member[];
  /** By status, then position; notes are cut to their beginning. */
  tasks: Task[];
  /** The newest change of a task that `tasks` reflects. */
  last_change: number;
}

/** The task of an open card: whole, with its changes. */
export interface CardView extends TaskChangePage {
  task: Task;
}

/** Characters of notes that a board has of each task: a board of many tasks must not weigh what all notes do. */
export const NOTES_ON_BOARD = 200;

/** A task as a board has it. */
export function onBoard(task: Task): Task {
  if (task.notes.length <= NOTES_ON_BOARD) return task;
  return { ...task, notes: task.notes.slice(0, NOTES_ON_BOARD).toWellFormed() };
}
