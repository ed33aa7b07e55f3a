import { assertTaskTitle } from "../model/task.ts";
import { defineAction } from "./action.ts";
import { number, text } from "./field.ts";
import { taskOutcome } from "./task_events.ts";

/** Gives a task another title (docs/PROTOCOL.md, "Actions: tasks"). */
export default defineAction({
  name: "rename_task",
  audit: { name: "đổi tên công việc" },
  gate: "user",
  fields: { taskId: number, title: text },
  usage: "rename_task <token> <task_id> <title>",
  run({ taskId, title }, { session: { user } }, { store, limits, clock }) {
    assertTaskTitle(title, limits);
    return store.write("renameTask", { taskId, userId: user.id, title, at: clock.wall() })
      .map(taskOutcome);
  },
});
