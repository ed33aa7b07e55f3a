import { PAGE_BYTES, PAGE_TASKS } from "../model/limits.ts";
import { taskNotFound } from "../model/refusals.ts";
import { defineAction } from "./action.ts";
import { optionalNumber } from "./field.ts";

/** Lists what the user has to do in all of their projects, soonest due first (docs/PROTOCOL.md, "Actions: tasks"). */
export default defineAction({
  name: "my_tasks",
  audit: { name: "xem công việc của mình" },
  gate: "user",
  fields: { after: optionalNumber },
  usage: "my_tasks <token> [after_task_id]",
  bulky: true,
  async run({ after }, { session: { user } }, { store }) {
    const size = { limit: PAGE_TASKS, bytes: PAGE_BYTES };
    const page = await store.listAssignedTasks(user.id, after, size);
    if (page === null) throw taskNotFound(after!);
    return { reply: page };
  },
});
