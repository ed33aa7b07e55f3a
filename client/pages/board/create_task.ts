import { ChungError } from "../../../lib/errors.ts";
import { isTaskStatus, type Task } from "../../../lib/model/task.ts";
import { contentTag, type FormFields, formTag } from "../../http/read_form.ts";
import type { PersonSession } from "../../session/person_session.ts";
import { dayIn } from "./task_form.ts";

/**
 * Creates the task that a form describes: `title`, and where given `status`, `assignee`, `due` and `tag`. Creates none
 * unless all of it can be done.
 * @throws {ChungError} `not_a_member`, where the assignee is none, or the user; `bad_request` for no day or status
 */
export async function createTask(
  session: PersonSession,
  projectId: number,
  fields: FormFields,
): Promise<Task> {
  const title = fields.text("title").trim();
  const [status, assignee] = ["status", "assignee"].map((name) => fields.text(name).trim());
  const due = dayIn(fields);
  if (status !== "" && !isTaskStatus(status)) {
    throw new ChungError("bad_request", "a status is todo, doing or done");
  }
  if (assignee !== "") await assertMember(session, projectId, assignee);
  const content = [title, status, assignee, due].join("\n");
  let task = await session.tasks.create(projectId, title, contentTag(formTag(fields), content));
  try {
    if (assignee !== "") task = await session.tasks.assign(task.id, assignee);
    if (due !== null) task = await session.tasks.due(task.id, due);
    if (status !== "" && isTaskStatus(status) && status !== task.status) {
      task = await session.tasks.move(task.id, status);
    }
    return task;
  } catch (error) {
    // A refusal, such as of who was removed just now. After a lost connection the same form completes it.
    if (error instanceof ChungError) await session.tasks.delete(task.id);
    throw error;
  }
}

async function assertMember(
  session: PersonSession,
  projectId: number,
  username: string,
): Promise<void> {
  const members = await session.members(projectId);
  if (members.some((member) => member.username.toLowerCase() === username.toLowerCase())) return;
  throw new ChungError("not_a_member", `${username} is not a member of project ${projectId}`);
}
