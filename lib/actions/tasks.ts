import { ChungError } from "../errors.ts";
import { PAGE_BYTES, PAGE_TASKS } from "../model/limits.ts";
import { accessAs } from "./access.ts";
import { defineAction } from "./action.ts";
import { encodeTasks } from "./encode_page.ts";
import { optionalTaskStatus, optionalWord } from "./field.ts";

const USAGE = "tasks <token> <project_id> [status] [next]";

/** Lists the tasks of a project, by status, then position (docs/PROTOCOL.md, "Actions: tasks"). */
export default defineAction({
  name: "tasks",
  audit: { name: "xem công việc" },
  gate: "member",
  fields: { ofStatus: optionalTaskStatus, next: optionalWord },
  usage: USAGE,
  bulky: true,
  async run({ ofStatus, next }, { session, project }, services) {
    const { store, authenticator } = services;
    const size = { limit: PAGE_TASKS, bytes: PAGE_BYTES };
    const page = await store.listTasks(project.id, { status: ofStatus, next, size });
    if (page === null) throw noSuchPage(USAGE);
    if (await encodeTasks(page.tasks, session, services)) {
      // Checked again: meanwhile the user may have been removed or logged out.
      await accessAs("member", store, project.id, session.user.id);
      const ended = authenticator.endOf(session);
      if (ended !== null) throw ended;
    }
    return { reply: page };
  },
});

export function noSuchPage(usage: string): ChungError {
  return new ChungError("bad_request", `next is what the page before told; usage: ${usage}`);
}
