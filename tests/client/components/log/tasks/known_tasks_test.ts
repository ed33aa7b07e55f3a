import assert from "node:assert/strict";
import {
  type KnownTasks,
  withLine,
  withTasks,
} from "../../../../../client/components/log/tasks/known_tasks.ts";
import type { LogTask } from "../../../../../client/shared/log/log_tasks.ts";
import type { TaskActivity, TaskChangeKind } from "../../../../../lib/model/task.ts";

const TASK: LogTask = { id: 5, title: "Report", status: "todo", assignee: null, due: null };
const NONE: KnownTasks = new Map();

function line(
  id: number,
  change: TaskChangeKind,
  to: string | null = null,
  title = "Report",
): TaskActivity {
  const at = "2026-11-27T03:00:00.000Z";
  return { id: 5, title, change: { id, task_id: 5, change, from: null, to, by: "bob", at } };
}

Deno.test("a line of activity changes what is known of its task", () => {
  const known = withTasks(NONE, { tasks: [TASK], last_change: 10 });
  const cases: [TaskActivity, Partial<LogTask>][] = [
    [line(11, "status", "doing"), { status: "doing" }],
    [line(11, "status", "in review"), {}],
    [line(11, "assign", "lan"), { assignee: "lan" }],
    [line(11, "assign"), { assignee: null }],
    [line(11, "due", "2026-12-01"), { due: "2026-12-01" }],
    [line(11, "due"), { due: null }],
    [line(11, "title", "Final report", "Final report"), { title: "Final report" }],
    [line(11, "delete"), {}],
    [line(11, "restore"), {}],
  ];
  for (const [activity, changes] of cases) {
    const expected = { task: { ...TASK, ...changes }, change: 11 };
    assert.deepEqual(withLine(known, activity).get(5), expected, JSON.stringify(activity));
  }
  assert.deepEqual(known.get(5), { task: TASK, change: 10 });
});

Deno.test("a line that comes again, or is older than the task, changes nothing", () => {
  const known = withTasks(NONE, { tasks: [TASK], last_change: 10 });
  const done = withLine(known, line(12, "status", "done"));
  for (const id of [9, 11, 12]) assert.equal(withLine(done, line(id, "status", "doing")), done);
  assert.equal(withLine(known, line(10, "status", "doing")), known);
});

Deno.test("a new task is known by its line, another one only when it is read", () => {
  assert.deepEqual(withLine(NONE, line(7, "new")).get(5), { task: TASK, change: 7 });
  for (const change of ["status", "assign", "due", "title", "delete", "restore"] as const) {
    assert.equal(withLine(NONE, line(7, change, "done")), NONE, change);
  }
});

Deno.test("tasks that are read keep what later lines have told", () => {
  const known = withLine(
    withTasks(NONE, { tasks: [TASK], last_change: 10 }),
    line(14, "status", "done"),
  );
  const read = (last_change: number) =>
    withTasks(known, { tasks: [{ ...TASK, status: "doing" }], last_change }).get(5)!.task.status;
  assert.equal(read(13), "done");
  assert.equal(read(15), "doing");
  const others = withTasks(known, { tasks: [{ ...TASK, id: 6 }], last_change: 20 });
  assert.deepEqual([...others.keys()], [5, 6]);
});
