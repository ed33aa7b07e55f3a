import { assertTaskTitle } from "../model/task.ts";
import { defineAction } from "./action.ts";
import { checkedByStore } from "./checked_by_store.ts";
import { number, text } from "./field.ts";
import { taskOutcome } from "./task_events.ts";

/** Creates a task, last of those to do (docs/PROTOCOL.md, "Actions: tasks"). */
export default defineAction({
  name: "new_task",
  audit: { name: "tạo công việc" },
  gate: "user",
  fields: { projectId: number, title: text },
  usage: "new_task <token> <project_id> <title>",
  run: checkedByStore("member", ({ projectId, title }, { session, tag }, services) => {
    const { store, limits, clock } = services;
    assertTaskTitle(title, limits);
    const task = { projectId, userId: session.user.id, title, at: clock.wall(), tag };
    return store.write("createTask", task).map(taskOutcome);
  }),
});
