import assert from "node:assert/strict";
import { groupTasks } from "../../../../client/components/my_tasks/task_groups.ts";
import type { OwnTask } from "../../../../client/shared/tasks/own_task.ts";
import { countTasks, overdueIn } from "../../../../client/shared/tasks/task_count.ts";
import { dayOf } from "../../../../client/components/board/due_day.ts";

const task = (id: number, due: string | null): OwnTask => ({
  ...{ id, project_id: 1, title: `Task ${id}`, status: "todo", due },
});

/** The groups as `late 1,2 none 3`. */
const grouped = (tasks: OwnTask[], now: Date) =>
  groupTasks(tasks, now).map(({ due, tasks }) => `${due} ${tasks.map(({ id }) => id)}`).join(" ");

Deno.test("tasks are grouped by how soon they are due; the week ends with Sunday", () => {
  const days = ["2026-11-22", "2026-11-23", "2026-11-27", "2026-11-28", "2026-11-29", "2026-11-30"];
  const tasks = [task(9, null), ...days.map((day, index) => task(index + 1, day)).reverse()];
  const cases: [day: number, string][] = [
    [22, "today 1 later 2,3,4,5,6 none 9"], // a Sunday
    [23, "late 1 today 2 week 3,4,5 later 6 none 9"], // a Monday
    [27, "late 1,2 today 3 week 4,5 later 6 none 9"],
    [29, "late 1,2,3,4 today 5 later 6 none 9"],
    [30, "late 1,2,3,4,5 today 6 none 9"],
  ];
  for (const [day, expected] of cases) {
    for (const hour of [0, 23]) {
      assert.equal(grouped(tasks, new Date(2026, 10, day, hour, 59)), expected, `${day} ${hour}`);
    }
  }
  assert.equal(grouped([], new Date()), "");
  const same = [task(3, "2026-11-27"), task(1, "2026-11-27"), task(2, null), task(4, "2027-01-01")];
  assert.equal(grouped(same, new Date(2026, 10, 27)), "today 1,3 later 4 none 2");
});

Deno.test("the day is that of the time zone", () => {
  const zone = Deno.env.get("TZ");
  const at = new Date("2026-11-29T17:30:00Z");
  const tasks = [task(1, "2026-11-29"), task(2, "2026-11-30"), task(3, "2026-12-06")];
  const cases: [zone: string, string, late: number][] = [
    ["Asia/Ho_Chi_Minh", "late 1 today 2 week 3", 1],
    ["UTC", "today 1 later 2,3", 0],
    ["America/Lima", "today 1 later 2,3", 0],
    ["Pacific/Kiritimati", "late 1 today 2 week 3", 1],
  ];
  try {
    for (const [name, expected, late] of cases) {
      Deno.env.set("TZ", name);
      assert.equal(grouped(tasks, at), expected, name);
      const count = countTasks(tasks.map(({ due }) => due), 1);
      assert.equal(overdueIn(count, dayOf(at)), late, name);
    }
  } finally {
    if (zone === undefined) Deno.env.delete("TZ");
    else Deno.env.set("TZ", zone);
  }
});

Deno.test("tasks are counted by day, the soonest first", () => {
  const count = countTasks(["2026-12-01", null, "2026-11-30", "2026-12-01"], 7);
  assert.deepEqual(count, {
    open: 4,
    due: [["2026-11-30", 1], ["2026-12-01", 2]],
    change: 7,
  });
  const cases: [string, number][] = [["2026-11-30", 0], ["2026-12-01", 1], ["2027-01-01", 3]];
  for (const [today, late] of cases) assert.equal(overdueIn(count, today), late, today);
});
