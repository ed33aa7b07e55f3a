import { defineAction } from "./action.ts";
import { number } from "./field.ts";
import { taskOutcome } from "./task_events.ts";

/** Brings a deleted task back as it was (docs/PROTOCOL.md, "Actions: tasks"). */
export default defineAction({
  name: "restore_task",
  audit: { name: "khôi phục công việc" },
  gate: "user",
  fields: { taskId: number },
  usage: "restore_task <token> <task_id>",
  run({ taskId }, { session: { user } }, { store, clock }) {
    return store.write("restoreTask", { taskId, userId: user.id, at: clock.wall() })
      .map(taskOutcome);
  },
});
