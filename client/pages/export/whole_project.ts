import { ChungError } from "../../../lib/errors.ts";
import type { Task, TaskChange } from "../../../lib/model/task.ts";
import type { PersonSession } from "../../session/person_session.ts";
import { everyTask } from "./every_task.ts";
import { exportedProject } from "./exported_project.ts";
import type { ExportProgress } from "../../shared/transfer/export_progress.ts";

/** Messages of one request: few enough that the person's other requests don't wait for them. */
const PAGE = 500;
/** Histories of tasks that are asked for at once. */
const AT_ONCE = 8;
/** The share of the log in all that is exported, as a guess: how many tasks there are isn't known before. */
const LOG_SHARE = 0.9;

/**
 * A project as JSON Lines, in pieces of whole lines, of any size: the project with its members; then each message and
 * line of activity, oldest first, as it stands; then each task with its changes; at last how many these are, which a
 * file that was cut off doesn't have.
 */
export async function* wholeProject(
  session: PersonSession,
  projectId: number,
  progress: ExportProgress,
  now: () => Date = () => new Date(),
): AsyncGenerator<string> {
  const { project, members } = await exportedProject(session, projectId);
  const [newest] = (await session.history(projectId, { before: Number.MAX_SAFE_INTEGER }, 1))
    .messages;
  const format = { format: "chung-project", version: 1, exported_at: now().toISOString() };
  yield line({ ...format, project, members });

  let [first, after, more] = [0, 0, true];
  while (more) {
    const page = await session.history(projectId, { after }, PAGE);
    const last = page.messages.at(-1);
    if (last === undefined) break;
    if (last.id <= after) throw new ChungError("internal", "the server repeats its messages");
    first ||= page.messages[0].id;
    ({ more } = page);
    after = last.id;
    progress.messages += page.messages.length;
    progress.share = LOG_SHARE * Math.min(1, (after - first + 1) / ((newest?.id ?? 0) - first + 1));
    yield page.messages.map((message) => line({ message })).join("");
  }

  progress.share = LOG_SHARE;
  for await (const tasks of everyTask(session, projectId)) {
    for (let at = 0; at < tasks.length; at += AT_ONCE) {
      const some = tasks.slice(at, at + AT_ONCE);
      const lines = await Promise.all(some.map((task) => withChanges(session, task)));
      progress.tasks += lines.filter((line) => line !== "").length;
      yield lines.join("");
    }
  }
  yield line({ end: true, messages: progress.messages, tasks: progress.tasks });
}

/** The line of a task with all its changes, oldest first; "" if it was deleted meanwhile. */
async function withChanges(session: PersonSession, task: Task): Promise<string> {
  try {
    let page = await session.tasks.history(task.id);
    const pages: TaskChange[][] = [page.changes];
    while (page.more && page.changes.length > 0) {
      const [{ id: before }] = page.changes;
      page = await session.tasks.history(task.id, before);
      if (page.changes.some(({ id }) => id >= before)) {
        throw new ChungError("internal", "the server repeats its changes");
      }
      pages.unshift(page.changes);
    }
    return line({ task, changes: pages.flat() });
  } catch (error) {
    if (error instanceof ChungError && error.code === "task_not_found") return "";
    throw error;
  }
}

function line(value: unknown): string {
  return `${JSON.stringify(value)}\n`;
}
