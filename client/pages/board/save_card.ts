import { taskNotFound } from "../../../lib/model/refusals.ts";
import type { Task } from "../../../lib/model/task.ts";
import type { FormFields } from "../../http/read_form.ts";
import type { PersonSession } from "../../session/person_session.ts";
import { sentText } from "../../shared/sent_text.ts";
import { formProblem, RefusedForm } from "../../http/problem.ts";
import { errorText } from "../../i18n/error_text.ts";
import { dayIn, type TaskForm } from "./task_form.ts";

/**
 * Saves the fields of a card's form that differ from what it was opened with (`was_title` and so on), so that a form which
 * was open for long takes back nothing that others have changed.
 * @throws {ChungError} as the server answers
 * @throws {RefusedForm} `notes_changed`, if somebody else has changed the notes meanwhile
 */
export async function saveCard(
  { tasks }: PersonSession,
  { projectId, id, language }: TaskForm,
  fields: FormFields,
): Promise<Task> {
  const edited = (name: string) => fields.text(name).trim() !== fields.text(`was_${name}`).trim();
  const due = dayIn(fields);
  const all = (await tasks.board(projectId, id)).tasks;
  let task = all.find((task) => task.id === id);
  if (task === undefined) throw taskNotFound(id);
  if (edited("notes")) {
    const notes = sentText(fields.text("notes"));
    if (task.notes !== sentText(fields.text("was_notes")) && task.notes !== notes) {
      const text = errorText(language, "notes_changed");
      throw new RefusedForm(formProblem("notes_changed", text));
    }
    task = await tasks.note(id, notes);
  }
  if (edited("title")) task = await tasks.rename(id, fields.text("title"));
  if (edited("assignee")) task = await tasks.assign(id, fields.text("assignee").trim() || null);
  if (edited("due")) task = await tasks.due(id, due);
  return task;
}
