import { defineAction } from "./action.ts";
import { dayOrNone, number } from "./field.ts";
import { taskOutcome } from "./task_events.ts";

/** Sets the day on which a task is due, or none (docs/PROTOCOL.md, "Actions: tasks"). */
export default defineAction({
  name: "due",
  audit: { name: "đặt hạn công việc" },
  gate: "user",
  fields: { taskId: number, due: dayOrNone },
  usage: "due <token> <task_id> <YYYY-MM-DD|->",
  run({ taskId, due }, { session: { user } }, { store, clock }) {
    return store.write("setTaskDue", { taskId, userId: user.id, due, at: clock.wall() })
      .map(taskOutcome);
  },
});
