import assert from "node:assert/strict";
import { ListReader } from "../../../../client/components/my_tasks/list_reader.ts";
import {
  type OwnTasksState,
  shownTasks,
  withFinished,
  withList,
  withReopened,
} from "../../../../client/components/my_tasks/own_tasks_state.ts";
import { sayIn } from "../../../../client/components/my_tasks/say_in.ts";
import { myTasksTexts } from "../../../../client/i18n/my_tasks_texts.ts";
import type { OwnTask, OwnTaskList } from "../../../../client/shared/tasks/own_task.ts";

const say = sayIn(myTasksTexts("en"));

const task = (id: number): OwnTask => ({
  ...{ id, project_id: 1, title: `Task ${id}`, status: "doing", due: null },
});

const list = (...ids: number[]): OwnTaskList => ({
  tasks: ids.map(task),
  projects: { 1: "Website" },
  count: { open: ids.length, due: [], change: 1 },
});

const start = (...ids: number[]): OwnTasksState => ({
  list: list(...ids),
  finished: new Map(),
  said: "",
});

const shown = (state: OwnTasksState) =>
  shownTasks(state).map(({ id, finished }) => `${id}${finished ? " finished" : ""}`).sort();

const WAS = { status: "doing", before: 5 } as const;

Deno.test("what comes and goes by itself is said, by its title or how many", () => {
  const cases: [before: number[], after: number[], string][] = [
    [[1, 2], [1, 2], ""],
    [[1], [1, 2], "A new task of yours: Task 2"],
    [[1], [1, 2, 3], "New tasks of yours: 2"],
    [[1, 2], [2], "No longer yours, or done: Task 1"],
    [[1, 2, 3], [3], "No longer in the list: 2"],
    [[1], [2], "A new task of yours: Task 2. No longer yours, or done: Task 1"],
  ];
  for (const [before, after, said] of cases) {
    const state = withList(start(...before), list(...after), say);
    assert.equal(state.said, said, `${before} ${after}`);
    assert.deepEqual(shown(state), after.map(String));
  }
});

Deno.test("what was finished here stays as such until it is taken back or open again", () => {
  const finished = withFinished(start(1, 2), task(1), WAS, say);
  assert.deepEqual(shown(finished), ["1 finished", "2"]);
  assert.equal(finished.said, "Finished: Task 1");
  const read = withList(finished, list(2), say);
  assert.deepEqual(shown(read), ["1 finished", "2"]);
  assert.equal(read.said, "Finished: Task 1", "no news");

  const row = shownTasks(read).find(({ id }) => id === 1)!;
  assert.deepEqual(row.finished, WAS);
  const reopened = withReopened(read, row, say);
  assert.deepEqual(shown(reopened), ["1", "2"]);
  assert.equal(reopened.said, "Reopened: Task 1");
  assert.deepEqual(withList(reopened, list(1, 2), say).said, "Reopened: Task 1");

  const byOthers = withList(read, list(1, 2), say);
  assert.deepEqual(shown(byOthers), ["1", "2"]);
  assert.equal(byOthers.said, "A new task of yours: Task 1");
});

Deno.test("a list is read once more for all that came while it was read, and after a change", async () => {
  const reads: PromiseWithResolvers<string | null>[] = [];
  const taken: string[] = [];
  const reader = new ListReader<string>(() => {
    const read = Promise.withResolvers<string | null>();
    reads.push(read);
    return read.promise;
  }, (list) => taken.push(list));
  const answered = async (list: string | null) => {
    reads.at(-1)!.resolve(list);
    await new Promise((settled) => setTimeout(settled));
  };
  for (let count = 0; count < 3; count++) reader.refresh();
  assert.equal(reads.length, 1);
  await answered("a");
  assert.deepEqual([reads.length, taken], [2, ["a"]]);
  await answered(null);
  assert.deepEqual([reads.length, taken], [2, ["a"]], "a failure waits for the next event");

  reader.refresh();
  const change = Promise.withResolvers<string>();
  const changed = reader.during(change.promise);
  reader.refresh();
  await answered("older than the change");
  assert.deepEqual([reads.length, taken], [3, ["a"]]);
  change.resolve("done");
  assert.equal(await changed, "done");
  await new Promise((settled) => setTimeout(settled));
  assert.equal(reads.length, 4);
  await answered("b");
  assert.deepEqual([reads.length, taken], [4, ["a", "b"]]);
});
