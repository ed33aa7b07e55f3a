import assert from "node:assert/strict";
import {
  type PendingMessage,
  SendQueue,
  type SendResult,
} from "../../../../client/components/room/send_queue.ts";
import type { Message } from "../../../../lib/model/message.ts";

function stored(id: number, text: string): Message {
  return { id, project_id: 1, user: "alice", message: text, timestamp: "2026-11-23T08:15:30.123Z" };
}

const LOST: SendResult = { error: { code: "unreachable", text: "lost" }, refused: false };

/** A queue whose posts are answered by the test, one `answer` a post. */
function setUp() {
  const posts: { tag: string; text: string }[] = [];
  const answers: ((result: SendResult) => void)[] = [];
  const sent: string[] = [];
  const refused: string[] = [];
  let shown: readonly PendingMessage[] = [];
  let tags = 0;
  const queue = new SendQueue({
    post({ tag, text }) {
      posts.push({ tag, text });
      return new Promise((resolve) => answers.push(resolve));
    },
    now: () => 0,
    tag: () => `t${++tags}`,
    onChange: (pending) => shown = pending,
    onSent: (message) => sent.push(message.message),
    onRefused: (text, problem) => refused.push(`${text}: ${problem}`),
  });
  const answer = async (result: SendResult) => {
    answers.shift()!(result);
    // The queue goes on in the microtasks that follow its answer.
    for (let turn = 0; turn < 5; turn++) await Promise.resolve();
  };
  return {
    queue,
    posts,
    sent,
    refused,
    answer,
    shown: () => shown.map(({ text, problem }) => problem === null ? text : `${text}!`),
    visible: () => shown.filter(({ arrived }) => !arrived).map(({ text }) => text),
  };
}

Deno.test("SendQueue sends one after another, in the order of writing", async () => {
  const { queue, posts, sent, answer, shown } = setUp();
  queue.add("a");
  queue.add("b");
  assert.deepEqual(posts.map(({ text }) => text), ["a"]);
  assert.deepEqual(shown(), ["a", "b"]);
  await answer({ message: stored(1, "a") });
  assert.deepEqual(posts.map(({ text }) => text), ["a", "b"]);
  await answer({ message: stored(2, "b") });
  assert.deepEqual(sent, ["a", "b"]);
  assert.equal(queue.size, 0);
});

Deno.test("SendQueue keeps what failed, and sends it again with the same tag", async () => {
  const { queue, posts, sent, answer, shown } = setUp();
  queue.add("a");
  queue.add("b");
  await answer(LOST);
  assert.deepEqual(shown(), ["a!", "b"]);
  assert.equal(posts.length, 1);
  queue.retry();
  queue.retry();
  assert.deepEqual(posts, [{ tag: "t1", text: "a" }, { tag: "t1", text: "a" }]);
  await answer({ message: stored(1, "a") });
  await answer({ message: stored(2, "b") });
  assert.deepEqual(sent, ["a", "b"]);
});

Deno.test("SendQueue gives a refused text back and goes on with the next", async () => {
  const { queue, refused, answer, posts } = setUp();
  queue.add("a");
  queue.add("b");
  await answer({ error: { code: "message_too_long", text: "long" }, refused: true });
  assert.deepEqual(refused, ["a: long"]);
  assert.deepEqual(posts.map(({ text }) => text), ["a", "b"]);
  await answer({ message: stored(1, "b") });
});

Deno.test("SendQueue takes back what waits or failed, but not what is on its way", async () => {
  const { queue, answer, shown } = setUp();
  queue.add("a");
  queue.add("b");
  assert.equal(queue.takeBack("t1"), null);
  assert.equal(queue.takeBack("t2"), "b");
  await answer(LOST);
  assert.equal(queue.takeBack("t1"), "a");
  assert.deepEqual(shown(), []);
  queue.retry();
});

Deno.test("SendQueue hides what has arrived, and takes it for sent when the answer is lost", async () => {
  const { queue, answer, visible } = setUp();
  queue.add("a");
  queue.arrived("another text");
  assert.deepEqual(visible(), ["a"]);
  queue.arrived("a");
  assert.deepEqual(visible(), []);
  await answer(LOST);
  assert.equal(queue.size, 0);
});
