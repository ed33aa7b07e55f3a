import { assertTaskNotes } from "../model/task.ts";
import { taskNotes } from "../model/task_notes.ts";
import { defineAction } from "./action.ts";
import { number, text } from "./field.ts";
import { taskOutcome } from "./task_events.ts";

/** Writes a task's notes anew; without a visible text there are none (docs/PROTOCOL.md, "Actions: tasks"). */
export default defineAction({
  name: "note_task",
  audit: { name: "ghi chú công việc" },
  gate: "user",
  fields: { taskId: number, notes: text },
  usage: "note_task <token> <task_id> <notes>",
  run({ taskId, notes: written }, { session: { user } }, { store, limits, clock }) {
    const notes = taskNotes(written);
    assertTaskNotes(notes, limits);
    return store.write("setTaskNotes", { taskId, userId: user.id, notes, at: clock.wall() })
      .map(taskOutcome);
  },
});
