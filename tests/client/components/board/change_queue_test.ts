import assert from "node:assert/strict";
import {
  type AskedChange,
  ChangeQueue,
} from "../../../../client/components/board/live/change_queue.ts";
import type { FormAnswer } from "../../../../client/components/post_form.ts";
import type { Task } from "../../../../lib/model/task.ts";
import { ManualTimers } from "../../manual_timers.ts";
import { taskOf } from "./tasks_of_tests.ts";

type Answer = FormAnswer<{ task: Task }>;

/** A queue whose posts are answered by hand; `log` has what it does. */
function queueOf() {
  const timers = new ManualTimers();
  const log: string[] = [];
  const posts: { change: AskedChange; answer: (answer: Answer) => Promise<void> }[] = [];
  const queue = new ChangeQueue({
    post: (change) =>
      new Promise((resolve) => {
        log.push(`post ${change.key}`);
        posts.push({
          change,
          async answer(answer) {
            resolve(answer);
            // The queue goes on in a microtask after that of its `await`.
            await new Promise((done) => setTimeout(done, 0));
          },
        });
      }),
    onAnswered: ({ key }, { id }) => log.push(`answered ${key} task ${id}`),
    onRefused: ({ key }, { code }) => log.push(`refused ${key} ${code}`),
    onWaiting: (waiting) => log.push(waiting ? "waiting" : "connected"),
    timers,
    random: () => 0,
  });
  const add = (key: number, fields: Record<string, string> = { do: "move" }) =>
    queue.add({ key, taskId: key, fields });
  const next = () => posts.shift()!;
  const failed = (code: string): Answer => ({ error: { code, text: code } });
  return { timers, log, queue, add, next, failed, done: (id: number) => ({ task: taskOf(id) }) };
}

Deno.test("changes go one at a time, in their order", async () => {
  const { log, add, next, done } = queueOf();
  for (const key of [1, 2, 3]) add(key);
  assert.deepEqual(log, ["post 1"]);
  await next().answer(done(1));
  await next().answer(done(2));
  await next().answer(done(3));
  assert.deepEqual(log.filter((line) => line !== "connected"), [
    ...["post 1", "answered 1 task 1", "post 2", "answered 2 task 2", "post 3"],
    "answered 3 task 3",
  ]);
});

Deno.test("a change of unknown outcome is asked for again, before those after it", async () => {
  const { timers, log, add, next, failed, done } = queueOf();
  add(1);
  add(2);
  await next().answer(failed("unreachable"));
  assert.deepEqual(log, ["post 1", "waiting"]);
  assert.deepEqual(timers.running, [500]);
  add(3);
  assert.equal(log.length, 2, "nothing overtakes it");
  timers.advance(500);
  await next().answer(failed("unavailable"));
  assert.deepEqual(timers.running, [1_000], "the pauses grow");
  timers.advance(1_000);
  await next().answer(done(1));
  await next().answer(done(2));
  assert.deepEqual(log.slice(2), [
    ...["post 1", "waiting", "post 1", "connected", "answered 1 task 1"],
    ...["post 2", "connected", "answered 2 task 2", "post 3"],
  ]);
});

Deno.test("a connection that is back ends the pause, once", async () => {
  const { timers, log, queue, add, next, failed, done } = queueOf();
  queue.retry();
  add(1);
  await next().answer(failed("internal"));
  queue.retry();
  queue.retry();
  assert.deepEqual(log, ["post 1", "waiting", "post 1"]);
  assert.deepEqual(timers.running, []);
  await next().answer(done(1));
});

Deno.test("after a login that has ended, changes wait for the next one alone", async () => {
  const { timers, log, queue, add, next, failed, done } = queueOf();
  add(1);
  await next().answer(failed("invalid_token"));
  assert.deepEqual(timers.running, []);
  add(2);
  assert.deepEqual(log, ["post 1", "waiting"]);
  queue.retry();
  await next().answer(done(1));
  await next().answer(done(2));
  assert.equal(log.at(-1), "answered 2 task 2");
});

Deno.test("a refusal is told, and the next change goes on", async () => {
  const { log, add, next, failed, done } = queueOf();
  add(1, { do: "delete" });
  add(2);
  await next().answer(failed("task_not_found"));
  await next().answer(done(2));
  assert.deepEqual(log.filter((line) => line !== "connected"), [
    ...["post 1", "refused 1 task_not_found", "post 2", "answered 2 task 2"],
  ]);
});

Deno.test("a queue that is closed sends nothing any more", async () => {
  const { timers, log, queue, add, next, failed } = queueOf();
  add(1);
  await next().answer(failed("unreachable"));
  queue.close();
  timers.advance(60_000);
  assert.deepEqual(log, ["post 1", "waiting"]);
});
