import assert from "node:assert/strict";
import { OrderTags } from "../../../../client/components/commands/order_tags.ts";
import type { TaskOrder } from "../../../../client/components/commands/task_command.ts";
import { TaskMaker } from "../../../../client/components/commands/task_maker.ts";
import type { FormAnswer } from "../../../../client/components/post_form.ts";
import { RoomStorage } from "../../../../client/components/sending/room_storage.ts";
import type { Task } from "../../../../lib/model/task.ts";
import { ManualTimers } from "../../manual_timers.ts";
import { MemoryStorage } from "../sending/memory_storage.ts";

const DAY = 24 * 60 * 60 * 1000;
const ORDER: TaskOrder = { title: "Gọi khách", assignee: "bob", due: "2026-12-01" };

const TASK: Task = {
  id: 7,
  project_id: 1,
  title: "Gọi khách",
  notes: "",
  status: "todo",
  position: 1,
  assignee: "bob",
  due: "2026-12-01",
  message_id: null,
  created_by: "alice",
  created_at: "2026-11-27T02:30:00.000Z",
  updated_at: "2026-11-27T02:30:00.000Z",
};

const refusal = (code: string): FormAnswer<{ task: Task }> => (
  { error: { code, text: `sentence of ${code}` } }
);

/** A page that creates tasks, whose posts are answered in turn by what the test gives. */
function openPage(storage = new MemoryStorage()) {
  const timers = new ManualTimers();
  const room = new RoomStorage(() => storage, {
    server: "127.0.0.1:7070",
    username: "alice",
    projectId: 1,
  });
  const posts: Record<string, string>[] = [];
  const answers: FormAnswer<{ task: Task }>[] = [];
  let [tags, unknown] = [storage.length * 100, 0];
  const maker = new TaskMaker({
    post(fields) {
      posts.push(fields);
      return Promise.resolve(answers.shift()!);
    },
    tags: new OrderTags(room, () => `t${++tags}`, () => timers.monotonic()),
    timers,
    random: () => 0.5,
    onUnknown: () => unknown++,
  });
  return {
    maker,
    timers,
    storage,
    posts,
    tags: () => posts.map(({ tag }) => tag),
    unknown: () => unknown,
    make(order: TaskOrder, ...given: FormAnswer<{ task: Task }>[]) {
      answers.push(...given);
      return maker.make(order);
    },
  };
}

Deno.test("a task is ordered with all its parts, and each order has a tag of its own", async () => {
  const page = openPage();
  const making = page.make(ORDER, { task: TASK });
  assert.ok(page.maker.busy);
  assert.equal(await making, TASK);
  assert.ok(!page.maker.busy);
  assert.equal(await page.make(ORDER, { task: TASK }), TASK);
  await page.make({ title: "a", assignee: null, due: null }, { task: TASK });
  assert.deepEqual(page.posts, [
    { title: "Gọi khách", assignee: "bob", due: "2026-12-01", tag: "t1" },
    { title: "Gọi khách", assignee: "bob", due: "2026-12-01", tag: "t2" },
    { title: "a", assignee: "", due: "", tag: "t3" },
  ]);
  assert.equal(page.storage.length, 0);
});

Deno.test("what has an unknown outcome is asked for again with the same tag, later and later", async () => {
  const page = openPage();
  const lost = [refusal("unreachable"), refusal("internal"), refusal("unreachable")];
  const making = page.make(ORDER, ...lost, { task: TASK });
  for (const pause of [750, 1500]) {
    assert.equal(await page.timers.awaitTimer(() => true), pause);
    page.timers.advance(pause);
  }
  // At once, because the connection is there again.
  assert.equal(await page.timers.awaitTimer(() => true), 3000);
  page.maker.retry();
  assert.equal(await making, TASK);
  assert.deepEqual([page.unknown(), page.tags()], [3, ["t1", "t1", "t1", "t1"]]);
  assert.deepEqual(page.timers.running, []);
  page.maker.retry();
  assert.equal(page.posts.length, 4);
});

Deno.test("a refusal is told, and the next try is a new one", async () => {
  const page = openPage();
  const told = await page.make(ORDER, refusal("not_a_member"));
  assert.equal(told, "sentence of not_a_member");
  assert.ok(!page.maker.busy);
  await page.make(ORDER, { task: TASK });
  assert.deepEqual(page.tags(), ["t1", "t2"]);
});

Deno.test("what may succeed later, or may have succeeded, is completed by the same order", async () => {
  for (const code of ["unavailable", "rate_limited", "token_expired"]) {
    const page = openPage();
    assert.equal(await page.make(ORDER, refusal(code)), `sentence of ${code}`);
    await page.make({ ...ORDER, due: null }, { task: TASK });
    await page.make(ORDER, { task: TASK });
    assert.deepEqual(page.tags(), ["t1", "t2", "t1"], code);
  }
  // After a reload, too, as long as the server remembers the tag.
  const page = openPage();
  void page.make(ORDER, refusal("unreachable"));
  await page.timers.awaitTimer(() => true);
  const next = openPage(page.storage);
  await next.make(ORDER, refusal("unavailable"));
  assert.deepEqual(next.tags(), ["t1"]);
  next.timers.advance(DAY + 1);
  await next.make(ORDER, { task: TASK });
  assert.deepEqual(next.tags(), ["t1", "t101"]);
  assert.equal(page.storage.length, 0);
});

Deno.test("an order whose task was taken back is made anew, once", async () => {
  const page = openPage();
  assert.equal(await page.make(ORDER, refusal("task_not_found"), { task: TASK }), TASK);
  assert.deepEqual(page.tags(), ["t1", "t2"]);
  const gone = [refusal("task_not_found"), refusal("task_not_found")];
  assert.equal(await page.make(ORDER, ...gone), "sentence of task_not_found");
  assert.equal(page.storage.length, 0);
});

Deno.test("orders are made without a storage, and over what isn't theirs", async () => {
  const storage = new MemoryStorage();
  storage.setItem("chung 127.0.0.1:7070 alice 1 order x", "[");
  storage.room = 1;
  const page = openPage(storage);
  await page.make(ORDER, { task: TASK });
  storage.room = 0;
  await page.make(ORDER, { task: TASK });
  assert.equal(page.posts.length, 2);
  assert.equal(storage.length, 0);
});
