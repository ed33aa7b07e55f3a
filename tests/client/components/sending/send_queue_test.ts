import assert from "node:assert/strict";
import type { UnsentMessage } from "../../../../client/components/sending/queue/unsent_messages.ts";
import {
  type PendingMessage,
  SendQueue,
  type SendResult,
} from "../../../../client/components/sending/queue/send_queue.ts";
import type { Message } from "../../../../lib/model/message.ts";
import { ManualTimers } from "../../manual_timers.ts";

const HOUR = 60 * 60 * 1000;
const NOW = Date.UTC(2026, 10, 23, 8);

function stored(id: number, text: string): Message {
  const timestamp = new Date(NOW).toISOString();
  return { id, project_id: 1, user: "alice", message: text, timestamp };
}

function written(tag: string, text: string, ago = 0): UnsentMessage {
  return { tag, text, at: new Date(NOW - ago).toISOString(), posted: true };
}

const LOST: SendResult = { failure: "unknown", problem: "lost" };
const LATER: SendResult = { failure: "later", problem: "busy" };
const LOGGED_OUT: SendResult = { failure: "login", problem: "log in" };
const REFUSED: SendResult = { failure: "refused", problem: "long" };

/** A queue whose posts the test answers, one `answer` per post; `log` records what happened, in order. */
function setUp({ canKeep = true } = {}) {
  const timers = new ManualTimers();
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
      posted: (tag) => kept.get(tag)?.posted ?? false,
      remove(tag) {
        if (kept.delete(tag)) log.push(`forgot ${tag}`);
      },
    },
    now: () => NOW,
    timers,
    random: () => 0.5,
    tag: () => `t${++tags}`,
    problems: { held: "old", heldPosted: "old, maybe sent", wanted: "asking" },
    onChange: (pending) => shown = pending,
    onSent: (message, wanted) => log.push(`sent ${message.message}${wanted ? ", not back" : ""}`),
    onBack: (text, problem) => log.push(`back ${text}: ${problem}`),
  });
  const answer = async (result: SendResult) => {
    answers.shift()!(result);
    // The queue continues in microtasks after its answer.
    for (let turn = 0; turn < 5; turn++) await Promise.resolve();
  };
  return {
    queue,
    timers,
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
  assert.deepEqual(log, ["back a: long", "forgot t1"]);
  assert.deepEqual(posts.map(({ text }) => text), ["a", "b"]);
  await answer({ message: stored(1, "b") });
});

Deno.test("SendQueue takes back at once what certainly was not stored", async () => {
  const { queue, kept, log, answer, shown } = setUp();
  queue.add("a");
  queue.add("b");
  queue.takeBack("t2");
  assert.deepEqual(log, ["back b: null", "forgot t2"]);
  await answer(LATER);
  assert.deepEqual(shown(), ["a!"]);
  queue.takeBack("t1");
  assert.deepEqual(log.slice(2), ["back a: null", "forgot t1"]);
  assert.deepEqual([shown(), kept.size], [[], 0]);
});

const FATES: [string, SendResult, string[]][] = [
  ["stored", { message: stored(1, "a") }, ["forgot t1", "sent a, not back"]],
  ["refused", REFUSED, ["back a: long", "forgot t1"]],
  ["still unknown", LOST, []],
  ["not stored now, but perhaps before", LATER, []],
  ["logged out meanwhile", LOGGED_OUT, []],
];
for (const [fate, result, expected] of FATES) {
  Deno.test(`SendQueue asks before it takes back what may have been stored: ${fate}`, async () => {
    const { queue, posts, log, answer, pending } = setUp();
    queue.add("a");
    await answer(LOST);
    queue.takeBack("t1");
    assert.deepEqual([log, pending()[0].problem], [[], "asking"]);
    assert.deepEqual(posts.map(({ tag }) => tag), ["t1", "t1"]);
    await answer(result);
    assert.deepEqual(log, expected);
    const left = pending().map(({ problem, wanted }) => [problem, wanted]);
    assert.deepEqual(left, expected.length === 0 ? [["asking", true]] : []);
  });
}

Deno.test("SendQueue asks about what an earlier page or another tab may have posted", async () => {
  const { queue, kept, posts, log, answer } = setUp();
  queue.restore([{ ...written("x1", "a", 2), posted: false }, written("x2", "b", 1)]);
  await answer(LATER);
  queue.takeBack("x2");
  assert.deepEqual(log, []);
  assert.deepEqual(posts.map(({ tag }) => tag), ["x1", "x1"], "in the order of writing");
  await answer(LATER);
  kept.set("x1", { ...written("x1", "a"), posted: true });
  queue.takeBack("x1");
  assert.deepEqual(log, [], "another tab posted it");
  await answer({ message: stored(1, "a") });
  await answer({ message: stored(2, "b") });
  assert.deepEqual(log, ["forgot x1", "sent a, not back", "sent b, not back"]);
});

Deno.test("SendQueue keeps with a message whether it may have been stored", async () => {
  const { queue, kept, answer } = setUp();
  const posted = () => [...kept.values()].map(({ posted }) => posted);
  queue.add("a");
  queue.add("b");
  assert.deepEqual(posted(), [true, false], "from before it is posted");
  await answer(LATER);
  assert.deepEqual(posted(), [false, false]);
  queue.retry();
  await answer(LOST);
  assert.deepEqual(posted(), [true, false]);
  queue.retry();
  await answer(LATER);
  assert.deepEqual(posted(), [true, false], "the try before may have stored it");
});

Deno.test("SendQueue tries again by itself, with growing pauses, until it succeeds", async () => {
  const { queue, timers, posts, answer, shown } = setUp();
  queue.add("a");
  queue.add("b");
  const pauses: number[] = [];
  for (const result of [LOST, LATER, LOST, LATER, LOST, LOST, LOST]) {
    await answer(result);
    assert.deepEqual(shown(), ["a!", "b"]);
    const [pause] = timers.running;
    pauses.push(pause);
    timers.advance(pause);
    assert.deepEqual(timers.running, []);
  }
  assert.deepEqual(pauses, [750, 1_500, 3_000, 6_000, 12_000, 22_500, 22_500]);
  assert.deepEqual([...new Set(posts.map(({ tag }) => tag))], ["t1"]);
  assert.deepEqual(shown(), ["a!", "b"], "what is said stays while it is tried again");
  await answer({ message: stored(1, "a") });
  await answer(LATER);
  assert.deepEqual(timers.running, [750], "after a success it begins anew");
  queue.retry();
  assert.deepEqual(timers.running, []);
  await answer({ message: stored(2, "b") });
  assert.deepEqual([shown(), timers.running], [[], []]);
});

Deno.test("SendQueue waits for somebody to log in, and then to say so", async () => {
  const { queue, timers, answer, shown } = setUp();
  queue.add("a");
  await answer(LOGGED_OUT);
  assert.deepEqual([shown(), timers.running], [["a!"], []]);
  queue.release("t1");
  await answer({ message: stored(1, "a") });
  assert.deepEqual(shown(), []);
});

Deno.test("SendQueue hides what has arrived until it is certain that it was not this message", async () => {
  const { queue, answer, visible, shown } = setUp();
  queue.add("a");
  queue.arrived("another text");
  assert.deepEqual(visible(), ["a"]);
  assert.equal(queue.arrived("a"), true);
  assert.deepEqual(visible(), []);
  await answer(LOST);
  assert.deepEqual([shown(), visible()], [["a!"], []], "never shown as sent and as not sent");
  queue.retry();
  await answer({ message: stored(1, "a") });
  queue.add("b");
  queue.arrived("b");
  await answer(LATER);
  assert.deepEqual(visible(), ["b"], "it was another tab's");
});

Deno.test("SendQueue hides what arrives after no answer came, and asks at once", async () => {
  const { queue, posts, answer, visible, shown } = setUp();
  queue.add("a");
  await answer(LOST);
  assert.equal(queue.arrived("a"), true);
  assert.deepEqual([visible(), posts.length], [[], 2]);
  await answer({ message: stored(1, "a") });
  assert.deepEqual(shown(), []);
  queue.add("b");
  await answer(LATER);
  assert.equal(queue.arrived("b"), false, "it may be another tab's");
  assert.equal(posts.length, 4);
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
  assert.equal(pending()[0].problem, "old, maybe sent");
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
