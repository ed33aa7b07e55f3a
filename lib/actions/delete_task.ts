import { defineAction } from "./action.ts";
import { number } from "./field.ts";
import { taskOutcome } from "./task_events.ts";

/** Deletes a task; the message that it was made of can be made one anew (docs/PROTOCOL.md, "Actions: tasks"). */
export default defineAction({
  name: "delete_task",
  audit: { name: "xóa công việc" },
  gate: "user",
  fields: { taskId: number },
  usage: "delete_task <token> <task_id>",
  run({ taskId }, { session: { user } }, { store, clock }) {
    return store.write("deleteTask", { taskId, userId: user.id, at: clock.wall() })
      .map(taskOutcome);
  },
});
