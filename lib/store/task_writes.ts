import type { ImportedTask, ImportPart } from "../model/imported_task.ts";
import type { Message } from "../model/message.ts";
import type { Task, TaskChange, TaskStatus } from "../model/task.ts";

/** A task to be created. Here and below, times are in Unix milliseconds. */
export interface NewTask {
  projectId: number;
  userId: number;
  title: string;
  at: number;
  /** See `NewProject`. */
  tag: string | null;
}

/** Tasks to be created in one step, in this order. */
export interface TaskImport {
  projectId: number;
  userId: number;
  part: ImportPart;
  /** One at least. */
  tasks: ImportedTask[];
  at: number;
  /** See `NewProject`. */
  tag: string | null;
}

/** A task to be made of a message. */
export interface Promotion {
  messageId: number;
  userId: number;
  /** The maximum length of its title in characters. */
  maxTitle: number;
  at: number;
}

/** A change of a task by a member. */
interface ChangeOfTask {
  taskId: number;
  userId: number;
  at: number;
}

export interface TaskMove extends ChangeOfTask {
  status: TaskStatus;
  /** The task to stand before; last if null, or if that one has another status by now. */
  before: number | null;
}

export interface TaskAssignment extends ChangeOfTask {
  /** In any letter case; null for nobody. */
  username: string | null;
}

export interface TaskDue extends ChangeOfTask {
  /** `YYYY-MM-DD`; null for none. */
  due: string | null;
}

export interface TaskRename extends ChangeOfTask {
  title: string;
}

export interface TaskNotes extends ChangeOfTask {
  notes: string;
}

/** A task to be deleted, or to be brought back. */
export type TaskDeletion = ChangeOfTask;

/** A task as it is now, and what there is to tell. */
export interface ChangedTask {
  task: Task;
  /** Whether the request came before: of a tag, or of a message that has its task. */
  duplicate: boolean;
  /** Null if nothing changed. */
  change: TaskChange | null;
  /** Null for what makes no line of activity. */
  line: Message | null;
  /** The member to whom somebody else assigned it, if that is the change. */
  assigned: number | null;
  /** The members who are its assignee, or were until this change. */
  assignees: number[];
  /** Tasks that got another position, so that this one finds room. */
  moved: Task[];
  /** The message that it was made of, if that changed. */
  message: Message | null;
}

/** Imported tasks as they are now, and what there is to tell. */
export interface ImportedTasks {
  tasks: Task[];
  /** Whether the request came before; then there is nothing to tell. */
  duplicate: boolean;
  /** The change of each task. */
  changes: TaskChange[];
  /** Null in a part that isn't the first. */
  line: Message | null;
  /** The member who is its assignee, of each task. */
  assignees: (number | null)[];
  /** Whether tasks that were there got other positions. */
  moved: boolean;
}

/**
 * The writes of tasks; see `Writes`. A task of a project of which the user is not a member is `task_not_found`. Each
 * write of a task that exists fails with `task_not_found` and `project_archived`, in this order, before the codes
 * listed.
 */
export interface TaskWrites {
  /** `project_not_found`, `not_a_member`, `tag_reused`, `project_archived` */
  createTask: { input: NewTask; output: ChangedTask };
  /** `message_not_found`, `not_a_member` (the author, who has left), `project_archived` */
  promoteMessage: { input: Promotion; output: ChangedTask };
  /** `task_not_found` also of the one to stand before, unless it is of the same project */
  moveTask: { input: TaskMove; output: ChangedTask };
  /** `user_not_found`, `not_a_member` */
  assignTask: { input: TaskAssignment; output: ChangedTask };
  setTaskDue: { input: TaskDue; output: ChangedTask };
  renameTask: { input: TaskRename; output: ChangedTask };
  setTaskNotes: { input: TaskNotes; output: ChangedTask };
  deleteTask: { input: TaskDeletion; output: ChangedTask };
  restoreTask: { input: TaskDeletion; output: ChangedTask };
  /**
   * `project_not_found`, `not_a_member`, `tag_reused`, `project_archived`, `bad_request` (no import of the user's began
   * so), `user_not_found`, `not_a_member`
   */
  importTasks: { input: TaskImport; output: ImportedTasks };
}
