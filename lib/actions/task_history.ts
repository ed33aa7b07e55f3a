import { ChungError } from "../errors.ts";
import { PAGE_BYTES, PAGE_CHANGES } from "../model/limits.ts";
import { taskNotFound } from "../model/refusals.ts";
import { defineAction } from "./action.ts";
import { number, optionalNumber } from "./field.ts";

/** Lists the changes of a task, oldest first (docs/PROTOCOL.md, "Actions: tasks"). */
export default defineAction({
  name: "task_history",
  audit: { name: "xem lịch sử công việc" },
  gate: "user",
  fields: { taskId: number, limit: optionalNumber, beforeId: optionalNumber },
  usage: "task_history <token> <task_id> [limit] [before_change_id]",
  bulky: true,
  async run({ taskId, limit, beforeId }, { session: { user } }, { store }) {
    if (limit === 0) throw new ChungError("bad_request", "limit is a number from 1 to 1000");
    const page = await store.listTaskChanges({
      taskId,
      userId: user.id,
      size: { limit: Math.min(limit ?? PAGE_CHANGES, PAGE_CHANGES), bytes: PAGE_BYTES },
      beforeId,
    });
    if (page === null) throw taskNotFound(taskId);
    return { reply: page };
  },
});
