import { defineAction } from "./action.ts";
import { number, optionalNumber, taskStatus } from "./field.ts";
import { taskOutcome } from "./task_events.ts";

/** Moves a task to a status, before another task or last (docs/PROTOCOL.md, "Actions: tasks"). */
export default defineAction({
  name: "set_task",
  audit: { name: "chuyển công việc" },
  gate: "user",
  fields: { taskId: number, status: taskStatus, before: optionalNumber },
  usage: "set_task <token> <task_id> <todo|doing|done> [before_task_id]",
  run({ taskId, status, before }, { session: { user } }, { store, clock }) {
    const move = { taskId, userId: user.id, status, before, at: clock.wall() };
    return store.write("moveTask", move).map(taskOutcome);
  },
});
