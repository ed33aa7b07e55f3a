import assert from "node:assert/strict";
import fc from "fast-check";
import { columnsOf } from "../../../../client/components/board/live/board_state.ts";
import { dropPlace, placeOf } from "../../../../client/components/board/moving/task_places.ts";
import { TASK_STATUSES } from "../../../../lib/model/task.ts";
import { taskOf } from "./tasks_of_tests.ts";

const TASKS = fc.array(
  fc.record({ status: fc.constantFrom(...TASK_STATUSES), shown: fc.boolean() }),
  { minLength: 1, maxLength: 12 },
);

Deno.test("a dropped task stands where it was dropped among those that are shown, also when some are hidden", () => {
  fc.assert(fc.property(
    TASKS,
    fc.nat(),
    fc.constantFrom(...TASK_STATUSES),
    fc.nat({ max: 14 }),
    (made, which, status, index) => {
      const tasks = made.map(({ status }, at) => taskOf(at + 1, { status }));
      const moved = tasks[which % tasks.length];
      const all = columnsOf(tasks);
      const shown = columnsOf(tasks.filter((task, at) => made[at].shown || task === moved));
      const place = dropPlace(moved.id, status, index, { all, shown });

      // The server puts it before `before`, else last.
      const others = all[status].filter((task) => task !== moved).map(({ id }) => id);
      const at = place.before === null ? others.length : others.indexOf(place.before);
      assert(at >= 0, "before a task of that column");
      const column = others.toSpliced(at, 0, moved.id);
      const visible = shown[status].filter((task) => task !== moved).map(({ id }) => id);
      const wanted = visible.toSpliced(Math.min(index, visible.length), 0, moved.id);
      assert.deepEqual(column.filter((id) => wanted.includes(id)), wanted);
      // After the last one that is shown, it doesn't go below hidden ones.
      if (index >= visible.length && visible.length > 0) {
        assert.equal(column[column.indexOf(moved.id) - 1], visible.at(-1));
      }

      // Until the server answers, the page shows it in the same place.
      const { position } = place;
      const meanwhile = columnsOf(
        tasks.map((task) => task === moved ? { ...task, status, position } : task),
      );
      assert.deepEqual(meanwhile[status].map(({ id }) => id), column);

      // And it can be moved back to where it was.
      const was = placeOf(moved.id, all)!;
      const without = meanwhile[was.status].filter(({ id }) => id !== moved.id);
      const back = was.before === null
        ? Infinity
        : without.findIndex(({ id }) => id === was.before);
      assert.deepEqual(
        without.toSpliced(back, 0, moved).map(({ id }) => id),
        all[was.status].map(({ id }) => id),
      );
    },
  ));
});

Deno.test("a task that isn't on the board has no place", () => {
  assert.equal(placeOf(9, columnsOf([taskOf(1)])), null);
});
