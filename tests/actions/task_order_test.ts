import assert from "node:assert/strict";
import fc from "fast-check";
import { type Task, TASK_STATUSES, type TaskStatus } from "../../lib/model/task.ts";
import { type RecordingPeer, room, testInWorld } from "./harness.ts";

/** What somebody does; numbers choose among the tasks that there are. */
type Step =
  | { does: "add" }
  | { does: "delete"; task: number }
  | { does: "move"; task: number; status: TaskStatus; before: number | null };

const status = fc.constantFrom(...TASK_STATUSES);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ does: fc.constant("add" as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({ does: fc.constant("delete" as const), task: fc.nat(30) }),
  },
  {
    weight: 12,
    arbitrary: fc.record({
      does: fc.constant("move" as const),
      task: fc.nat(30),
      // Mostly to one place, whose numbers run out.
      status: fc.oneof({ weight: 4, arbitrary: fc.constant("todo" as const) }, status),
      before: fc.oneof(
        { weight: 4, arbitrary: fc.constantFrom(0, 1) },
        fc.nat(30),
        fc.constant(null),
      ),
    }),
  },
);

/** The tasks of a board as a client has them that has heard every event. */
class Board {
  readonly tasks = new Map<number, Task>();

  hear(peer: RecordingPeer): void {
    for (const [type, { task, change }] of peer.told()) {
      if (type !== "task") continue;
      if (change.change === "delete") this.tasks.delete(task.id);
      else this.tasks.set(task.id, task);
    }
  }

  column(status: TaskStatus): Task[] {
    return [...this.tasks.values()].filter((task) => task.status === status)
      .sort((a, b) => a.position - b.position);
  }
}

testInWorld(
  "any sequence of moves leaves the order that was asked for, and events tell all of it",
  async (world) => {
    const { alice, bob, token, bobToken } = await room(world);
    let projectId = 1;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 30, maxLength: 120 }), async (steps) => {
        await alice.ok(`new_project ${token} Board`);
        projectId++;
        await alice.ok(`add_group ${token} ${projectId} bob`);
        await bob.ok(`enter ${bobToken} ${projectId}`);
        bob.events();
        const board = new Board();
        const order: Record<TaskStatus, number[]> = { todo: [], doing: [], done: [] };
        const all = () => TASK_STATUSES.flatMap((each) => order[each]);
        const drop = (id: number) => {
          for (const each of TASK_STATUSES) {
            order[each] = order[each].filter((other) => other !== id);
          }
        };
        for (const step of steps) {
          const ids = all();
          if (step.does === "add" || ids.length === 0) {
            const { task } = await alice.ok(`new_task ${token} ${projectId} card`);
            order.todo.push(task.id);
          } else if (step.does === "delete") {
            const id = ids[step.task % ids.length];
            await alice.ok(`delete_task ${token} ${id}`);
            drop(id);
          } else {
            const id = ids[step.task % ids.length];
            const column = order[step.status];
            const before = step.before === null ? null : column[step.before] ?? null;
            await alice.ok(`set_task ${token} ${id} ${step.status} ${before ?? ""}`);
            if (before !== id) {
              drop(id);
              const left = order[step.status];
              left.splice(before === null ? left.length : left.indexOf(before), 0, id);
            }
          }
          board.hear(bob);
        }
        const { tasks } = await bob.ok(`tasks ${bobToken} ${projectId}`);
        assert.deepEqual(tasks.map(({ id }: Task) => id), all());
        assert.deepEqual(TASK_STATUSES.flatMap((each) => board.column(each)), tasks);
        for (const { position } of tasks) assert(Number.isSafeInteger(position) && position > 0);
      }),
      { numRuns: 30 },
    );
  },
);

testInWorld("positions don't run out, however often cards go to the same place", async (world) => {
  const { alice, bob, token, bobToken } = await room(world);
  for (const title of ["a", "b", "c", "d"]) await alice.ok(`new_task ${token} 1 ${title}`);
  await bob.ok(`enter ${bobToken} 1`);
  bob.events();
  await alice.ok(`set_task ${token} 4 todo 2`);
  let [events, moves] = [0, 0];
  // Each goes between the first one and the other, which halves what is left there.
  for (; moves < 400; moves++) {
    const [moved, before] = moves % 2 === 0 ? [3, 4] : [4, 3];
    await alice.ok(`set_task ${token} ${moved} todo ${before}`);
    events += bob.told().filter(([type]) => type === "task").length;
  }
  assert(events > moves, "some were numbered anew");
  assert(events < 2 * moves, `${events} events for ${moves} moves`);
  const { tasks } = await bob.ok(`tasks ${bobToken} 1`);
  assert.equal(new Set(tasks.map(({ position }: Task) => position)).size, 4);
});

testInWorld(
  "cards that go to the head or the end of a column leave the others in their places",
  async (world) => {
    const { alice, bob, token, bobToken } = await room(world);
    for (let i = 0; i < 5; i++) await alice.ok(`new_task ${token} 1 ${i}`);
    await bob.ok(`enter ${bobToken} 1`);
    bob.events();
    for (const place of ["head", "end"]) {
      for (let moves = 0; moves < 200; moves++) {
        const { tasks } = await bob.ok(`tasks ${bobToken} 1`);
        const [moved, before] = place === "head"
          ? [tasks.at(-1).id, tasks[0].id]
          : [tasks[0].id, ""];
        await alice.ok(`set_task ${token} ${moved} todo ${before}`);
        assert.equal(bob.told().length, 1, `${place}, ${moves}`);
      }
    }
  },
);
