import type { DatabaseSync, StatementSync } from "node:sqlite";
import { ChungError } from "../../../../errors.ts";
import type { Message } from "../../../../model/message.ts";
import { taskNotFound } from "../../../../model/refusals.ts";
import { type TaskChange, type TaskChangeKind, titleOfMessage } from "../../../../model/task.ts";
import type {
  ChangedTask,
  NewTask,
  Promotion,
  TaskAssignment,
  TaskDeletion,
  TaskDue,
  TaskMove,
  TaskNotes,
  TaskRename,
} from "../../../task_writes.ts";
import { isoTime } from "../../iso_time.ts";
import type { ActivityLines } from "../activity_lines.ts";
import type { MemberRows } from "../member_rows.ts";
import type { MentionRows } from "../mention_rows.ts";
import type { MessageChanges } from "../message_changes.ts";
import type { ProjectRows } from "../project_rows.ts";
import type { RequestTags } from "../request_tags.ts";
import { TaskPositions } from "./task_positions.ts";
import { type StoredTask, TaskRows } from "./task_rows.ts";

/** The rows and writes that those of tasks build on. */
interface TaskWritesParts {
  tags: RequestTags;
  projects: ProjectRows;
  members: MemberRows;
  mentions: MentionRows;
  lines: ActivityLines;
  messages: MessageChanges;
}

/** A change to be written; `userId`: who makes it. */
interface NewChange {
  taskId: number;
  userId: number;
  at: number;
  change: TaskChangeKind;
  from?: string | null;
  to?: string | null;
  /** Whether it makes a line of activity. */
  told: boolean;
}

type Column = "status" | "assignee" | "due" | "title" | "notes" | "deleted_at";

/** Writes tasks, inside the writer's transaction. */
export class TaskWrites {
  readonly #parts: TaskWritesParts;
  readonly #tasks: TaskRows;
  readonly #positions: TaskPositions;
  readonly #insert: StatementSync;
  readonly #set: Record<Column, StatementSync>;
  readonly #setPosition: StatementSync;
  readonly #unlink: StatementSync;
  readonly #touch: StatementSync;
  readonly #insertChange: StatementSync;

  constructor(database: DatabaseSync, parts: TaskWritesParts) {
    this.#parts = parts;
    this.#tasks = new TaskRows(database);
    this.#positions = new TaskPositions(database);
    this.#insert = database.prepare(
      `INSERT INTO tasks (project_id, title, position, message_id, created_by, created_at, updated_at)
       VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?6)`,
    );
    const set = (column: Column) => database.prepare(`UPDATE tasks SET ${column} = ? WHERE id = ?`);
    this.#set = {
      status: set("status"),
      assignee: set("assignee"),
      due: set("due"),
      title: set("title"),
      notes: set("notes"),
      deleted_at: set("deleted_at"),
    };
    this.#setPosition = database.prepare("UPDATE tasks SET position = ? WHERE id = ?");
    this.#unlink = database.prepare("UPDATE tasks SET message_id = NULL WHERE id = ?");
    // Never earlier than before, even if the clock is set back.
    this.#touch = database.prepare(
      "UPDATE tasks SET updated_at = max(updated_at, ?) WHERE id = ? RETURNING updated_at",
    );
    this.#insertChange = database.prepare(
      `INSERT INTO task_changes (task_id, change, from_value, to_value, by, at)
       VALUES (?, ?, ?, ?, ?, ?)`,
    );
  }

  createTask({ projectId, userId, title, at, tag }: NewTask): ChangedTask {
    const { projects, members, tags } = this.#parts;
    if (members.position(projectId, userId) === null) return projects.refuseStranger(projectId);
    const request = { userId, action: "new_task", tag, sent: [projectId, title] } as const;
    const earlier = tags.find(request);
    if (earlier !== null) return this.#unchanged(earlier, true);
    projects.assertWritable(projectId);
    const made = this.#add({ projectId, userId, title, messageId: null, at });
    tags.remember(request, made.task.id, at);
    return made;
  }

  promoteMessage({ messageId, userId, maxTitle, at }: Promotion): ChangedTask {
    const { messages, projects } = this.#parts;
    const { room_id: projectId, message, task_id } = messages.find(messageId, userId);
    if (task_id !== null) return this.#unchanged(task_id, true);
    projects.assertWritable(projectId);
    const title = titleOfMessage(message, maxTitle);
    const made = this.#add({ projectId, userId, title, messageId, at });
    return { ...made, message: messages.setTask(messageId, made.task.id) };
  }

  moveTask({ taskId, userId, status, before, at }: TaskMove): ChangedTask {
    const task = this.#tasks.toChange(taskId, userId);
    const column = { projectId: task.project_id, status };
    const place = before === null ? Infinity : this.#placeOf(before, task, status);
    const same = task.status === status;
    if (same && (before === taskId || this.#positions.isThere(column, task, place))) {
      return this.#unchanged(taskId);
    }
    const { position, moved } = this.#positions.find(column, taskId, place);
    this.#set.status.run(status, taskId);
    this.#setPosition.run(position, taskId);
    const from = task.status;
    const change = { change: "status", from, to: status, told: !same } as const;
    const changed = this.#changed(task, { taskId, userId, at, ...change });
    return { ...changed, moved: moved.map((id) => this.#tasks.get(id)) };
  }

  assignTask({ taskId, userId, username, at }: TaskAssignment): ChangedTask {
    const { projects, members } = this.#parts;
    const task = this.#tasks.toChange(taskId, userId);
    const person = username === null ? null : projects.findUser(username);
    if (username !== null && person === null) {
      throw new ChungError("user_not_found", `there is no user ${username}: check the spelling`);
    }
    if (person !== null && members.position(task.project_id, person.id) === null) {
      throw new ChungError(
        "not_a_member",
        `${person.username} is not a member of project ${task.project_id}: its owner can add them`,
      );
    }
    if (task.assigneeId === (person?.id ?? null)) return this.#unchanged(taskId);
    this.#set.assignee.run(person?.id ?? null, taskId);
    return this.#changed(task, {
      ...{ taskId, userId, at, change: "assign", told: true },
      from: task.assignee,
      to: person?.username ?? null,
    });
  }

  setTaskDue({ taskId, userId, due, at }: TaskDue): ChangedTask {
    const task = this.#tasks.toChange(taskId, userId);
    if (task.due === due) return this.#unchanged(taskId);
    this.#set.due.run(due, taskId);
    const change = { change: "due", from: task.due, to: due, told: true } as const;
    return this.#changed(task, { taskId, userId, at, ...change });
  }

  renameTask({ taskId, userId, title, at }: TaskRename): ChangedTask {
    const task = this.#tasks.toChange(taskId, userId);
    if (task.title === title) return this.#unchanged(taskId);
    this.#set.title.run(title, taskId);
    const change = { change: "title", from: task.title, to: title, told: true } as const;
    return this.#changed(task, { taskId, userId, at, ...change });
  }

  setTaskNotes({ taskId, userId, notes, at }: TaskNotes): ChangedTask {
    const task = this.#tasks.toChange(taskId, userId);
    if (task.notes === notes) return this.#unchanged(taskId);
    this.#set.notes.run(notes, taskId);
    return this.#changed(task, { taskId, userId, at, change: "notes", told: false });
  }

  deleteTask({ taskId, userId, at }: TaskDeletion): ChangedTask {
    const task = this.#tasks.toChange(taskId, userId);
    this.#set.deleted_at.run(at, taskId);
    const changed = this.#changed(task, { taskId, userId, at, change: "delete", told: true });
    if (task.message_id === null) return changed;
    const message = this.#parts.messages.setTask(task.message_id, null);
    return { ...changed, message: message.deleted ? null : message };
  }

  restoreTask({ taskId, userId, at }: TaskDeletion): ChangedTask {
    const { messages } = this.#parts;
    const task = this.#tasks.deletedOrNot(taskId, userId);
    if (task.deleted_at === null) return this.#unchanged(taskId);
    // Its message may have been deleted since, or be another task by now.
    const back = task.message_id === null ? null : messages.freeForTask(task.message_id);
    if (back === null) this.#unlink.run(taskId);
    const column = { projectId: task.project_id, status: task.status };
    const { position, moved } = this.#positions.find(column, taskId, task.position);
    this.#setPosition.run(position, taskId);
    this.#set.deleted_at.run(null, taskId);
    const changed = this.#changed(task, { taskId, userId, at, change: "restore", told: true });
    return {
      ...changed,
      moved: moved.map((id) => this.#tasks.get(id)),
      message: back === null ? null : messages.setTask(back, taskId),
    };
  }

  /**
   * The position of a task that another one shall stand before; infinite if it has another status by now. A deleted one
   * still has its place.
   * @throws {ChungError} `task_not_found`
   */
  #placeOf(before: number, task: StoredTask, status: string): number {
    const next = this.#tasks.find(before);
    if (next?.project_id !== task.project_id) throw taskNotFound(before);
    return next.status === status ? next.position : Infinity;
  }

  #add({ projectId, userId, title, messageId, at }: {
    projectId: number;
    userId: number;
    title: string;
    messageId: number | null;
    at: number;
  }): ChangedTask {
    const { position, moved } = this.#positions.find({ projectId, status: "todo" }, 0, Infinity);
    const { lastInsertRowid } = this.#insert.run(projectId, title, position, messageId, userId, at);
    const taskId = Number(lastInsertRowid);
    const task = this.#tasks.find(taskId)!;
    const changed = this.#changed(task, { taskId, userId, at, change: "new", told: true });
    return { ...changed, moved: moved.map((id) => this.#tasks.get(id)) };
  }

  #unchanged(taskId: number, duplicate = false): ChangedTask {
    return {
      ...{ task: this.#tasks.get(taskId), duplicate, change: null, line: null },
      ...{ assigned: null, assignees: [], moved: [], message: null },
    };
  }

  /** Stores what has been done to a task: its change, and the line that tells of it. */
  #changed(before: StoredTask, { taskId, userId, at, told, ...made }: NewChange): ChangedTask {
    const { projects, members, mentions } = this.#parts;
    const { updated_at } = this.#touch.get(at, taskId) as { updated_at: number };
    const { change: kind, from = null, to = null } = made;
    const { lastInsertRowid } = this.#insertChange.run(taskId, kind, from, to, userId, updated_at);
    const by = projects.user(userId).username;
    const id = Number(lastInsertRowid);
    const change: TaskChange = {
      ...{ id, task_id: taskId, change: kind, from, to, by },
      at: isoTime(updated_at),
    };
    const after = this.#tasks.find(taskId)!;
    const task = this.#tasks.get(taskId);
    const activity = { task: { id: taskId, title: task.title, change } };
    const line = told
      ? this.#parts.lines.add({ projectId: task.project_id, userId, activity, at })
      : null;
    if (before.assigneeId !== null && (kind === "assign" || kind === "delete")) {
      mentions.forgetTask(before.assigneeId, task.project_id, taskId);
    }
    const assigned = kind === "assign" && after.assigneeId !== userId ? after.assigneeId : null;
    if (assigned !== null && line !== null) this.#mention(task.project_id, line, userId, assigned);
    const assignees = new Set([before.assigneeId, after.assigneeId]);
    return {
      ...{ task, duplicate: false, change, line, assigned, moved: [], message: null },
      // Who was removed keeps the task, but learns no more of the project.
      assignees: [...assignees].filter((id): id is number =>
        id !== null && members.position(task.project_id, id) !== null
      ),
    };
  }

  #mention(projectId: number, line: Message, userId: number, assigned: number): void {
    const { projects, members, mentions } = this.#parts;
    const { lastReadId } = members.position(projectId, assigned)!;
    mentions.add(projectId, line.id, userId, [{ ...projects.user(assigned), lastReadId }]);
  }
}
