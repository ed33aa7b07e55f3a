import assert from "node:assert/strict";
import type { UnsentMessage } from "../../../../client/components/sending/unsent_messages.ts";
import {
  type PendingMessage,
  SendQueue,
  type SendResult,
} from "../../../../client/components/sending/send_queue.ts";
import type { Message } from "../../../../lib/model/message.ts";

const HOUR = 60 * 60 * 1000;
const NOW = Date.UTC(2026, 10, 23, 8);

function stored(id: number, text: string): Message {
  const timestamp = new Date(NOW).toISOString();
  return { id, project_id: 1, user: "alice", message: text, timestamp };
}

function written(tag: string, text: string, ago = 0): UnsentMessage {
  return { tag, text, at: new Date(NOW - ago).toISOString() };
}

const LOST: SendResult = { error: { code: "unreachable", text: "lost" }, refused: false };
const REFUSED: SendResult = { error: { code: "message_too_long", text: "long" }, refused: true };

/** A queue whose posts the test answers, one `answer` per post; `log` records what happened, in order. */
function setUp({ canKeep = true } = {}) {
  const posts: { tag: string; text: string }[] = [];
  const answers: ((result: SendResult) => void)[] = [];
  const log: string[] = [];
  const kept = new Map<string, UnsentMessage>();
  let shown: readonly PendingMessage[] = [];
  let tags = 0;
  const queue = new SendQueue({
    post({ tag, text }) {
      posts.push({ tag, text });
      return new Promise((resolve) => answers.push(resolve));
    },
    storage: {
      put(message) {
        if (canKeep) kept.set(message.tag, message);
        return canKeep;
      },
      remove(tag) {
        if (kept.delete(tag)) log.push(`forgot ${tag}`);
      },
    },
    now: () => NOW,
    tag: () => `t${++tags}`,
    heldProblem: "old",
    onChange: (pending) => shown = pending,
    onSent: (message) => log.push(`sent ${message.message}`),
    onRefused: (text, problem) => log.push(`refused ${text}: ${problem}`),
  });
  const answer = async (result: SendResult) => {
    answers.shift()!(result);
    // The queue continues in microtasks after its answer.
    for (let turn = 0; turn < 5; turn++) await Promise.resolve();
  };
  return {
    queue,
    posts,
    log,
    kept,
    answer,
    pending: () => shown,
    shown: () => shown.map(({ text, problem }) => problem === null ? text : `${text}!`),
    visible: () => shown.filter(({ arrived }) => !arrived).map(({ text }) => text),
  };
}

Deno.test("SendQueue sends one after another, in the order of writing", async () => {
  const { queue, posts, log, kept, answer, shown } = setUp();
  queue.add("a");
  queue.add("b");
  assert.deepEqual(posts.map(({ text }) => text), ["a"]);
  assert.deepEqual(shown(), ["a", "b"]);
  assert.deepEqual([...kept.keys()], ["t1", "t2"]);
  const [first, second] = [...kept.values()];
  assert.ok(first.at < second.at, "the order is kept too");
  await answer({ message: stored(1, "a") });
  assert.deepEqual(posts.map(({ text }) => text), ["a", "b"]);
  await answer({ message: stored(2, "b") });
  assert.deepEqual(log, ["forgot t1", "sent a", "forgot t2", "sent b"]);
  assert.deepEqual(shown(), []);
});

Deno.test("SendQueue keeps what failed, and sends it again with the same tag", async () => {
  const { queue, posts, kept, answer, shown } = setUp();
  queue.add("a");
  queue.add("b");
  await answer(LOST);
  assert.deepEqual(shown(), ["a!", "b"]);
  assert.equal(posts.length, 1);
  assert.equal(kept.size, 2);
  queue.retry();
  queue.retry();
  assert.deepEqual(posts, [{ tag: "t1", text: "a" }, { tag: "t1", text: "a" }]);
  await answer({ message: stored(1, "a") });
  await answer({ message: stored(2, "b") });
  assert.equal(kept.size, 0);
});

Deno.test("SendQueue gives a refused text back before it forgets it, and goes on with the next", async () => {
  const { queue, log, answer, posts } = setUp();
  queue.add("a");
  queue.add("b");
  await answer(REFUSED);
  assert.deepEqual(log, ["refused a: long", "forgot t1"]);
  assert.deepEqual(posts.map(({ text }) => text), ["a", "b"]);
  await answer({ message: stored(1, "b") });
});

Deno.test("SendQueue takes back what waits or failed, but not what is on its way", async () => {
  const { queue, kept, answer, shown } = setUp();
  queue.add("a");
  queue.add("b");
  assert.equal(queue.takeBack("t1"), null);
  assert.equal(queue.takeBack("t2"), "b");
  await answer(LOST);
  assert.equal(queue.takeBack("t1"), "a");
  assert.deepEqual(shown(), []);
  assert.equal(kept.size, 0);
  queue.retry();
});

Deno.test("SendQueue hides what has arrived, and shows it again when it may have been another's", async () => {
  const { queue, answer, visible, shown } = setUp();
  queue.add("a");
  queue.arrived("another text");
  assert.deepEqual(visible(), ["a"]);
  queue.arrived("a");
  assert.deepEqual(visible(), []);
  await answer(LOST);
  assert.deepEqual(shown(), ["a!"]);
  assert.deepEqual(visible(), ["a"]);
});

Deno.test("SendQueue goes on where an earlier page stopped, with its tags", async () => {
  const { queue, posts, answer, shown, visible } = setUp();
  queue.restore([written("x1", "a", 2), written("x2", "b", 1)], [stored(7, "a")]);
  queue.add("c");
  assert.deepEqual(shown(), ["a", "b", "c"]);
  assert.deepEqual(visible(), ["b", "c"], "what the log shows already is not shown twice");
  await answer({ message: stored(7, "a") });
  await answer({ message: stored(8, "b") });
  await answer({ message: stored(9, "c") });
  assert.deepEqual(posts.map(({ tag }) => tag), ["x1", "x2", "t1"]);
});

Deno.test("SendQueue asks before it sends what is older than a day, and lets nothing wait for it", async () => {
  const { queue, posts, answer, shown, pending } = setUp();
  queue.restore([written("x1", "old", 25 * HOUR), written("x2", "young", 23 * HOUR)]);
  assert.deepEqual(shown(), ["old!", "young"]);
  assert.equal(pending()[0].problem, "old");
  await answer({ message: stored(1, "young") });
  queue.retry();
  assert.deepEqual(posts.map(({ tag }) => tag), ["x2"]);
  queue.release("x1");
  assert.deepEqual(posts.map(({ tag }) => tag), ["x2", "x1"]);
  await answer({ message: stored(2, "old") });
  assert.deepEqual(shown(), []);
});

Deno.test("SendQueue forgets what another tab has sent", async () => {
  const { queue, posts, log, answer, shown } = setUp();
  queue.restore([written("x1", "a", 2), written("x2", "b", 1)]);
  queue.forget("x2");
  assert.deepEqual(shown(), ["a"]);
  queue.forget("x1");
  await answer(LOST);
  assert.deepEqual(shown(), []);
  assert.deepEqual([log, posts.length], [[], 1]);
  queue.restore([written("x3", "c")]);
  queue.retainOnly(new Set());
  assert.deepEqual(shown(), []);
  await answer({ message: stored(1, "c") });
});

Deno.test("SendQueue works on without a place to keep anything, and says what is not kept", async () => {
  const { queue, answer, pending, shown } = setUp({ canKeep: false });
  queue.add("a");
  assert.equal(pending()[0].stored, false);
  queue.retainOnly(new Set());
  assert.deepEqual(shown(), ["a"]);
  await answer({ message: stored(1, "a") });
  assert.deepEqual(shown(), []);
});
