import { HttpError } from "fresh";
import { ChungError } from "../../../lib/errors.ts";
import { isTaskStatus, type Task } from "../../../lib/model/task.ts";
import type { FormFields } from "../../http/read_form.ts";
import type { PersonSession } from "../../session/person_session.ts";
import type { TaskPlace } from "../../shared/board/task_place.ts";
import type { Notice } from "../../shared/notice.ts";
import { boardPath } from "../../shared/board/board_query.ts";
import { taskId } from "../../shared/paths.ts";
import { saveCard } from "./save_card.ts";
import { dayIn, type TaskForm } from "./task_form.ts";

/** A task that a form has changed. */
export interface ChangedTask {
  task: Task;
  /** Where it was before a move, as far as the form asks for it. */
  was?: TaskPlace;
}

/**
 * Changes a task as `do` says: `move` (`status`, `before` a task's id or "" for the end; with `undo`, the answer says where
 * it was), `assign` (`assignee`, "" for nobody), `due` (`due`, "" for none), `rename` (`title`), `note` (`notes`), `delete`,
 * `restore`, or `save`, all fields of a card.
 * @throws {ChungError} as the server answers; `bad_request` for what is no day or status
 */
export async function changeTask(
  session: PersonSession,
  form: TaskForm,
  fields: FormFields,
): Promise<ChangedTask> {
  const { tasks } = session;
  const { id } = form;
  switch (fields.exact("do")) {
    case "move":
      return await moveTask(session, form, fields);
    case "assign":
      return { task: await tasks.assign(id, fields.text("assignee").trim() || null) };
    case "due":
      return { task: await tasks.due(id, dayIn(fields)) };
    case "rename":
      return { task: await tasks.rename(id, fields.text("title")) };
    case "note":
      return { task: await tasks.note(id, fields.text("notes")) };
    case "delete":
      return { task: await tasks.delete(id) };
    case "restore":
      return { task: await tasks.restore(id) };
    case "save":
      return { task: await saveCard(session, form, fields) };
    default:
      throw new HttpError(400);
  }
}

/** The path where the browser goes on after a form without script, and the notice that this page tells. */
export function afterChange(
  { projectId, id }: TaskForm,
  { task, was }: ChangedTask,
  fields: FormFields,
): { path: string; notice?: Notice } {
  const doing = fields.exact("do");
  const stays = ["save", "assign", "due", "rename", "note"].includes(doing);
  const back = fields.exact("back") === "tasks" ? "tasks" as const : undefined;
  const path = back !== undefined
    ? "/tasks"
    : boardPath(projectId, fields.text("filter"), stays ? id : null);
  if (doing !== "delete" && (doing !== "move" || was === undefined)) return { path };
  const told = doing === "delete" ? "task_deleted" : "task_moved";
  const project = { id: projectId, name: fields.text("project") || "…" };
  const { title: about, status } = task;
  const changed: Notice["task"] = { id, status, ...was && { was }, ...back && { back } };
  return { path, notice: { did: told, project, about, task: changed } };
}

async function moveTask(
  { tasks }: PersonSession,
  { projectId, id }: TaskForm,
  fields: FormFields,
): Promise<ChangedTask> {
  const status = fields.exact("status");
  const before = fields.exact("before");
  const next = before === "" ? null : taskId(before);
  if (!isTaskStatus(status) || (next === null && before !== "")) {
    throw new ChungError("bad_request", "a task is moved to todo, doing or done, before a task");
  }
  const was = fields.exact("undo") === "" ? undefined : placeOf(
    id,
    (await tasks.board(projectId)).tasks,
  );
  return { task: await tasks.move(id, status, next), ...was && { was } };
}

/** The place of a task in a board's list; undefined where it isn't in it. */
function placeOf(id: number, tasks: readonly Task[]): TaskPlace | undefined {
  const index = tasks.findIndex((task) => task.id === id);
  if (index < 0) return undefined;
  const { status } = tasks[index];
  const next = tasks[index + 1];
  return { status, before: next?.status === status ? next.id : null };
}
