import assert from "node:assert/strict";
import { WorkerThread } from "../../lib/threads/worker_thread.ts";

/** Echoes what it is asked, and dies of `die`. */
const ECHO = `data:application/javascript,${
  encodeURIComponent(`self.onmessage = ({ data }) => {
    if (data === "die") throw new Error("died as asked");
    self.postMessage(data);
  };`)
}`;

function echoThread(died: (thread: WorkerThread<string, string>) => void = () => {}) {
  const reports: string[] = [];
  let started = 0;
  const thread: WorkerThread<string, string> = new WorkerThread(() => {
    started++;
    return new Worker(ECHO, { type: "module" });
  }, (reason) => {
    reports.push(reason);
    died(thread);
  });
  const ask = (question: string) =>
    new Promise<string>((resolve) =>
      thread.ask(question, resolve, (reason) => resolve(`failed: ${reason}`))
    );
  return { thread, ask, reports, started: () => started };
}

Deno.test("WorkerThread answers in the order of the questions, and starts with the first", async () => {
  const { thread, ask, started } = echoThread();
  assert.deepEqual([thread.started, started()], [false, 0]);
  const questions = ["a", "b", "c"];
  assert.deepEqual(await Promise.all(questions.map(ask)), questions);
  assert.deepEqual([thread.started, started()], [true, 1]);
  thread.terminate();
});

Deno.test("WorkerThread fails what is unanswered when its worker dies, once that was reported", async () => {
  const { thread, ask, reports, started } = echoThread((thread) => thread.terminate());
  const answers = await Promise.all(["a", "die", "b"].map(ask));
  assert.equal(answers[0], "a");
  for (const answer of answers.slice(1)) assert.match(answer, /^failed: .*died as asked$/);
  assert.equal(reports.length, 1);
  assert.equal(thread.started, false);
  assert.equal(await ask("c"), "c");
  assert.equal(started(), 2);
  thread.terminate();
});

Deno.test("WorkerThread starts no other worker until the dead one is terminated", async () => {
  const { thread, ask, started } = echoThread();
  assert.match(await ask("die"), /died as asked/);
  assert.deepEqual([thread.started, started()], [true, 1]);
  thread.terminate();
  assert.equal(await ask("a"), "a");
  assert.equal(started(), 2);
  thread.terminate();
});

Deno.test("WorkerThread.terminate fails what is unanswered, and no late answer reaches a new question", async () => {
  const { thread, ask } = echoThread();
  const unanswered = [ask("a"), ask("b")];
  thread.terminate();
  for (const answer of await Promise.all(unanswered)) assert.match(answer, /^failed: /);
  assert.equal(await ask("c"), "c");
  thread.terminate();
});
