import { assertImportedTasks } from "../model/imported_task.ts";
import { defineAction } from "./action.ts";
import { checkedByStore } from "./checked_by_store.ts";
import { number, taskList } from "./field.ts";
import { importOutcome } from "./task_events.ts";

/** Creates many tasks in one step (docs/PROTOCOL.md, "Actions: tasks"). */
export default defineAction({
  name: "import_tasks",
  audit: { name: "nhập công việc" },
  gate: "user",
  fields: { projectId: number, tasks: taskList },
  usage: "import_tasks <token> <project_id> <json>",
  run: checkedByStore("member", ({ projectId, tasks }, { session, tag }, services) => {
    const { store, limits, clock } = services;
    assertImportedTasks(tasks, limits);
    const all = { projectId, userId: session.user.id, tasks, at: clock.wall(), tag };
    return store.write("importTasks", all).map(importOutcome);
  }),
});
