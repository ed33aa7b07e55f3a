import { ChungError } from "../errors.ts";
import { assertImportedTasks } from "../model/imported_task.ts";
import { defineAction } from "./action.ts";
import { checkedByStore } from "./checked_by_store.ts";
import { number, part, taskList } from "./field.ts";
import { importOutcome } from "./task_events.ts";

/** Creates many tasks in one step (docs/PROTOCOL.md, "Actions: tasks"). */
export default defineAction({
  name: "import_tasks",
  audit: { name: "nhập công việc" },
  gate: "user",
  fields: { projectId: number, part, tasks: taskList },
  usage: "import_tasks <token> <project_id> <count> <json>",
  run: checkedByStore("member", ({ projectId, part, tasks }, { session, tag }, services) => {
    const { store, limits, clock } = services;
    if ("count" in part && part.count < tasks.length) {
      throw new ChungError("bad_request", "count is how many tasks the whole import has");
    }
    assertImportedTasks(tasks, limits);
    const all = { projectId, userId: session.user.id, part, tasks, at: clock.wall(), tag };
    return store.write("importTasks", all).map(importOutcome);
  }),
});
