import type { DatabaseSync, StatementSync } from "node:sqlite";
import { ChungError } from "../../../../errors.ts";
import type { ImportedTask } from "../../../../model/imported_task.ts";
import type { TaskChange } from "../../../../model/task.ts";
import type { ImportedTasks, TaskImport } from "../../../task_writes.ts";
import { isoTime } from "../../iso_time.ts";
import type { ActivityLines } from "../activity_lines.ts";
import type { MemberRows } from "../member_rows.ts";
import type { ProjectRows } from "../project_rows.ts";
import type { RequestTags } from "../request_tags.ts";
import { TaskPositions } from "./task_positions.ts";
import { TaskRows } from "./task_rows.ts";

/** The rows and writes that imports build on. */
interface TaskImportsParts {
  tags: RequestTags;
  projects: ProjectRows;
  members: MemberRows;
  lines: ActivityLines;
}

/** Writes many tasks at once, inside the writer's transaction. */
export class TaskImports {
  readonly #parts: TaskImportsParts;
  readonly #tasks: TaskRows;
  readonly #positions: TaskPositions;
  readonly #insert: StatementSync;
  readonly #insertChange: StatementSync;
  readonly #count: StatementSync;

  constructor(database: DatabaseSync, parts: TaskImportsParts) {
    this.#parts = parts;
    this.#tasks = new TaskRows(database);
    this.#positions = new TaskPositions(database);
    this.#insert = database.prepare(
      `INSERT INTO tasks
         (project_id, title, notes, status, position, assignee, due, created_by, created_at, updated_at)
       VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?9)`,
    );
    this.#insertChange = database.prepare(
      `INSERT INTO task_changes (task_id, change, from_value, to_value, by, at)
       VALUES (?, 'import', NULL, ?, ?, ?)`,
    );
    this.#count = database.prepare(
      `SELECT c.to_value AS count FROM task_changes c JOIN tasks t ON t.id = c.task_id
       WHERE c.task_id = ? AND c.change = 'import' AND t.project_id = ?`,
    );
  }

  importTasks({ projectId, userId, part, tasks, at, tag }: TaskImport): ImportedTasks {
    const { projects, members, tags, lines } = this.#parts;
    if (members.position(projectId, userId) === null) return projects.refuseStranger(projectId);
    const sent = [projectId, JSON.stringify(part), JSON.stringify(tasks)];
    const request = { userId, action: "import_tasks", tag, sent } as const;
    const earlier = tags.find(request);
    if (earlier !== null) {
      // They were stored in one transaction, which nothing else writes in: their ids follow one another.
      const all = tasks.map((_, place) => this.#tasks.get(earlier + place));
      return { tasks: all, duplicate: true, changes: [], line: null, assignees: [], moved: false };
    }
    projects.assertWritable(projectId);
    const to = this.#countOf(part, projectId, userId);
    const people = this.#people(projectId, tasks);
    const by = projects.user(userId).username;
    const ids: number[] = [];
    const changes: TaskChange[] = [];
    let moved = false;
    for (const { title, notes, status, assignee, due } of tasks) {
      const place = this.#positions.find({ projectId, status }, 0, Infinity);
      moved ||= place.moved.length > 0;
      const person = assignee === null ? null : people.get(assignee)!;
      const { lastInsertRowid } = this.#insert.run(
        ...[projectId, title, notes, status, place.position, person, due, userId, at],
      );
      const taskId = Number(lastInsertRowid);
      const change = this.#insertChange.run(taskId, to, userId, at);
      ids.push(taskId);
      changes.push({
        ...{ id: Number(change.lastInsertRowid), task_id: taskId, change: "import" },
        ...{ from: null, to, by, at: isoTime(at) },
      });
    }
    tags.remember(request, ids[0], at);
    const activity = { task: { id: ids[0], title: tasks[0].title, change: changes[0] } };
    const line = "after" in part ? null : lines.add({ projectId, userId, activity, at });
    const assignees = tasks.map(({ assignee }) => people.get(assignee ?? "") ?? null);
    return {
      ...{ tasks: ids.map((id) => this.#tasks.get(id)), duplicate: false },
      ...{ changes, line, assignees, moved },
    };
  }

  /**
   * How many tasks the whole import has, as its first request said.
   * @throws {ChungError} `bad_request`
   */
  #countOf(part: TaskImport["part"], projectId: number, userId: number): string {
    if ("count" in part) return String(part.count);
    const first = this.#parts.tags.resultOf(userId, "import_tasks", part.after);
    const row = first === null ? undefined : this.#count.get(first, projectId);
    if (row !== undefined) return row.count as string;
    throw new ChungError(
      "bad_request",
      `no import of yours in project ${projectId} began with the tag @${part.after}`,
    );
  }

  /** The ids of the assignees, by the names as given. */
  #people(projectId: number, tasks: readonly ImportedTask[]): Map<string, number> {
    const { projects, members } = this.#parts;
    const ids = new Map<string, number>();
    for (const [at, { assignee }] of tasks.entries()) {
      if (assignee === null || ids.has(assignee)) continue;
      const person = projects.findUser(assignee);
      const which = `see task ${at + 1} of the list`;
      if (person === null) {
        throw new ChungError("user_not_found", `there is no such user: ${assignee}; ${which}`);
      }
      if (members.position(projectId, person.id) === null) {
        throw new ChungError(
          "not_a_member",
          `${person.username} is not a member of project ${projectId}; ${which}`,
        );
      }
      ids.set(assignee, person.id);
    }
    return ids;
  }
}
