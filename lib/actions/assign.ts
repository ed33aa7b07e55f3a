import { defineAction } from "./action.ts";
import { number, wordOrNone } from "./field.ts";
import { taskOutcome } from "./task_events.ts";

/** Assigns a task to a member, or to nobody (docs/PROTOCOL.md, "Actions: tasks"). */
export default defineAction({
  name: "assign",
  audit: { name: "giao công việc" },
  gate: "user",
  fields: { taskId: number, username: wordOrNone },
  usage: "assign <token> <task_id> <username|->",
  run({ taskId, username }, { session: { user } }, { store, clock }) {
    return store.write("assignTask", { taskId, userId: user.id, username, at: clock.wall() })
      .map(taskOutcome);
  },
});
