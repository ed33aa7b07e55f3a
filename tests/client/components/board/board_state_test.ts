import assert from "node:assert/strict";
import fc from "fast-check";
import {
  boardAfter,
  type BoardChange,
  type BoardState,
  columnsOf,
  type HeardChange,
  initialBoard,
  shownTasks,
} from "../../../../client/components/board/live/board_state.ts";
import type { TaskEvent } from "../../../../client/shared/live_events.ts";
import { type Task, TASK_STATUSES } from "../../../../lib/model/task.ts";
import { eventOf, taskOf, timeOf } from "./tasks_of_tests.ts";

/** A server that several people change, and what it sends to one page, which may come late. */
class ModelServer {
  tasks = new Map<number, Task>([1, 2, 3].map((id) => [id, taskOf(id)]));
  deleted = new Map<number, Task>();
  changes = 0;
  /** Events on their way to the page, oldest first. */
  events: TaskEvent[] = [];

  /** Does something to a task; returns the answer, null for `task_not_found`. */
  change(id: number, what: "move" | "rename" | "delete" | "restore", value: number): Task | null {
    const live = this.tasks.get(id);
    if (what === "restore") {
      const gone = this.deleted.get(id);
      if (live !== undefined || gone === undefined) return live ?? null;
      this.deleted.delete(id);
      return this.#store(gone, {}, "restore");
    }
    if (live === undefined) return null;
    if (what === "delete") {
      const task = this.#store(live, {}, "delete");
      this.tasks.delete(id);
      this.deleted.set(id, task);
      return task;
    }
    if (what === "rename") return this.#store(live, { title: `Tên ${value}` }, "title");
    const status = TASK_STATUSES[value % 3];
    return this.#store(live, { status, position: value * 7 }, "status");
  }

  list() {
    return { tasks: [...this.tasks.values()], last_change: this.changes };
  }

  #store(before: Task, part: Partial<Task>, change: "status" | "title" | "delete" | "restore") {
    const id = ++this.changes;
    const task = { ...before, ...part, updated_at: timeOf(id) };
    this.tasks.set(before.id, task);
    this.events.push(eventOf(id, task, change));
    return task;
  }
}

const WHAT = fc.constantFrom("move", "rename", "delete", "restore");
const STEP = fc.record({
  do: fc.constantFrom("ask", "others", "answer", "event", "event", "read", "list", "lose"),
  id: fc.integer({ min: 1, max: 3 }),
  what: WHAT,
  value: fc.integer({ min: 0, max: 9 }),
});

Deno.test("whatever overtakes what, a board ends as the server has it, and nothing moves back", () => {
  fc.assert(
    fc.property(fc.array(STEP, { maxLength: 40 }), (steps) => {
      const server = new ModelServer();
      let board: BoardState = initialBoard(server.list());
      const newest = new Map<number, string>();
      let key = 0;
      /** Whether a list came before an answer to what was asked earlier, after which the page reads it again. */
      let overtaken = false;
      const asked: {
        key: number;
        id: number;
        what: typeof WHAT extends fc.Arbitrary<infer T> ? T : never;
        value: number;
      }[] = [];
      const answers: HeardChange[] = [];
      let list: { data: ReturnType<ModelServer["list"]>; heard: HeardChange[] } | null = null;

      function apply(change: BoardChange) {
        board = boardAfter(board, change);
        for (const task of board.tasks.values()) {
          const known = newest.get(task.id) ?? "";
          assert(overtaken || task.updated_at >= known, `task ${task.id} moved back`);
          newest.set(task.id, task.updated_at);
        }
        for (const [id, at] of board.gone) if (at > (newest.get(id) ?? "")) newest.set(id, at);
        // A deletion that waits shows at once, and the task doesn't come back while it does.
        const shown = shownTasks(board);
        for (const { taskId } of board.pending) {
          const last = board.pending.filter((each) => each.taskId === taskId).at(-1)!;
          if (last.patch === null) assert(!shown.some(({ id }) => id === taskId));
        }
      }
      function tell(change: HeardChange) {
        list?.heard.push(change);
        apply(change);
      }
      /** Sends the next change once the one before it is answered, as `ChangeQueue` does. */
      function send() {
        const next = answers.length > 0 ? undefined : asked.shift();
        if (next === undefined) return;
        const { id, what, value } = next;
        const task = server.change(id, what, value);
        if (task !== null) {
          answers.push({
            type: "answered",
            key: next.key,
            data: task,
            did: what === "delete" ? "deleted" : what === "restore" ? "added" : "changed",
          });
        } else if (what === "delete") answers.push({ type: "gone", key: next.key, taskId: id });
        else apply({ type: "refused", key: next.key });
      }
      function read() {
        list ??= { data: server.list(), heard: [] };
      }
      function arrive() {
        if (list === null) return;
        const { data, heard } = list;
        list = null;
        overtaken ||= answers.length > 0;
        apply({ type: "list", data, heard });
      }

      for (const step of steps) {
        const { id, what, value } = step;
        if (step.do === "others") server.change(id, what, value);
        if (step.do === "ask") {
          const patch = what === "delete"
            ? null
            : what === "rename"
            ? { title: `Tên ${value}` }
            : what === "move"
            ? { status: TASK_STATUSES[value % 3], position: value * 7 }
            : {};
          asked.push({ key: ++key, id, what, value });
          apply({ type: "pending", data: { key, taskId: id, patch } });
          if (value % 2 === 0) send();
        }
        if (step.do === "answer") {
          const answer = answers.shift();
          if (answer === undefined) send();
          else tell(answer);
        }
        if (step.do === "event") {
          const event = server.events.shift();
          if (event !== undefined) tell({ type: "task", data: event });
        }
        if (step.do === "read") read();
        if (step.do === "list") arrive();
        if (step.do === "lose") {
          // The connection is lost, and all is read anew when it is back; an answer under way still arrives.
          arrive();
          server.events = [];
          read();
          arrive();
        }
      }
      while (asked.length + answers.length > 0) {
        for (const answer of answers.splice(0)) tell(answer);
        send();
      }
      for (const event of server.events) tell({ type: "task", data: event });
      arrive();
      if (overtaken) {
        read();
        arrive();
      }
      assert.deepEqual(board.pending, []);
      assert.deepEqual(columnsOf(shownTasks(board)), columnsOf(server.list().tasks));
    }),
    { numRuns: 2_000 },
  );
});

Deno.test("a list that was read before an answer takes nothing back", () => {
  const list = { tasks: [taskOf(1)], last_change: 1 };
  const renamed = taskOf(1, { title: "Mới" }, 2);
  const created = taskOf(2, {}, 3);
  const heard: HeardChange[] = [renamed, created].map((data) => (
    { type: "answered", key: 0, data, did: "added" }
  ));
  let board = initialBoard(list);
  for (const change of heard) board = boardAfter(board, change);
  board = boardAfter(board, { type: "list", data: list, heard });
  assert.deepEqual([...board.tasks.values()], [renamed, created]);
});

Deno.test("what was deleted already stays away, and can be brought back", () => {
  let board = initialBoard({ tasks: [taskOf(1, {}, 5)], last_change: 5 });
  board = boardAfter(board, { type: "pending", data: { key: 1, taskId: 1, patch: null } });
  board = boardAfter(board, { type: "gone", key: 1, taskId: 1 });
  assert.deepEqual(shownTasks(board), []);
  board = boardAfter(board, { type: "task", data: eventOf(6, taskOf(1, {}, 6), "delete") });
  assert.deepEqual(shownTasks(board), []);
  const back = taskOf(1, {}, 7);
  board = boardAfter(board, { type: "task", data: eventOf(7, back, "restore") });
  assert.deepEqual(shownTasks(board), [back]);
});

Deno.test("neighbours that get new places come with the change of the task that was moved", () => {
  const list = { tasks: [taskOf(1), taskOf(2)], last_change: 4 };
  const [near, moved] = [taskOf(1, { position: 50 }), taskOf(2, { position: 49 }, 5)];
  let board = initialBoard(list);
  const change = eventOf(5, moved, "status").change;
  for (const task of [near, moved]) {
    board = boardAfter(board, { type: "task", data: { task, change } });
  }
  assert.deepEqual(columnsOf(shownTasks(board)).todo, [moved, near]);
});

Deno.test("several changes that wait for one task show together", () => {
  let board = initialBoard({ tasks: [taskOf(1)], last_change: 0 });
  const patches = [{ title: "A" }, { due: "2026-12-01" }, { title: "B" }, null, {}];
  const seen = patches.map((patch, at) => {
    board = boardAfter(board, { type: "pending", data: { key: at, taskId: 1, patch } });
    return shownTasks(board).map(({ title, due }) => `${title} ${due}`);
  });
  const whole = ["B 2026-12-01"];
  assert.deepEqual(seen.slice(0, 4), [["A null"], ["A 2026-12-01"], whole, []]);
  // What brings it back doesn't know what was asked before, which the server has done by then.
  assert.equal(seen[4].length, 1);
});
