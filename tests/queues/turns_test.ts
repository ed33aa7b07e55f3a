import assert from "node:assert/strict";
import { Turns } from "../../lib/queues/turns.ts";

/** Turns with a clock and an event loop that stand still. */
function standing() {
  let time = 0;
  const next: { callback: () => void; at: number }[] = [];
  const turns = new Turns({
    monotonic: () => time,
    set: (callback, ms) => next.push({ callback, at: time + ms }),
    clear: () => {},
  });
  const begun: string[] = [];
  return {
    turns,
    begun,
    /** Begins a piece of work, now or at its turn. */
    begin(name: string, lane = name) {
      const turn = turns.wait(lane);
      if (turn === undefined) begun.push(name);
      else turn.then(() => begun.push(name));
    },
    pass: (milliseconds: number) => time += milliseconds,
    /** Calls back what is due. */
    async turn() {
      for (const each of next.splice(0)) {
        if (each.at <= time) each.callback();
        else next.push(each);
      }
      await Promise.resolve();
    },
    scheduled: () => next.length,
  };
}

Deno.test("Turns begins work at once when there is none before it", async () => {
  const { turns, begin, begun, turn, scheduled } = standing();
  begin("a");
  assert.deepEqual(begun, ["a"]);
  turns.done();
  begin("b");
  assert.deepEqual(begun, ["a", "b"]);
  await turn();
  assert.equal(scheduled(), 0, "nothing is scheduled where nothing waits");
  begin("c");
  assert.deepEqual(begun, ["a", "b", "c"]);
});

Deno.test("Turns begins long pieces one a turn, and the lanes take turns", async () => {
  const { turns, begin, begun, pass, turn } = standing();
  for (const name of ["a1", "a2", "a3", "b1", "b2", "c1"]) begin(name, name[0]);
  const expected = ["a1", "a2", "b1", "c1", "a3", "b2"];
  for (let count = 1; count <= expected.length; count++) {
    assert.deepEqual(begun, expected.slice(0, count));
    pass(5);
    turns.done();
    await Promise.resolve();
    assert.equal(begun.length, count, "the turn's time is over");
    await turn();
  }
});

Deno.test("Turns begins short pieces in one turn while there is time", async () => {
  const { turns, begin, begun, pass, turn } = standing();
  for (let i = 0; i < 10; i++) begin(`${i}`);
  for (let i = 0; i < 4; i++) {
    pass(0.3);
    turns.done();
    await Promise.resolve();
  }
  assert.equal(begun.length, 4);
  await turn();
  assert.equal(begun.length, 5);
});

Deno.test("Turns goes on without a piece that waits for something else", async () => {
  const { begin, begun, turn } = standing();
  for (const name of ["a", "b", "c"]) begin(name);
  await turn();
  await turn();
  assert.deepEqual(begun, ["a", "b", "c"]);
});

Deno.test("Turns leaves most of the time to other work, while there is some", async () => {
  const { turns, begin, begun, pass, turn } = standing();
  for (let i = 0; i < 5; i++) begin(`${i}`);
  turns.otherWork();
  pass(4);
  turns.done();
  await turn();
  assert.equal(begun.length, 1, "it pauses for 24 ms");
  begin("late");
  pass(23);
  await turn();
  assert.equal(begun.length, 1);
  pass(1);
  await turn();
  assert.equal(begun.length, 2);
  // Other work is expected for a while, and then no more.
  pass(1_600);
  await turn();
  assert.equal(begun.length, 3);
  pass(4);
  await turn();
  assert.equal(begun.length, 4);
});

Deno.test("Turns pauses for who comes later too, and not after short pieces", async () => {
  const { turns, begin, begun, pass, turn } = standing();
  turns.otherWork();
  begin("long");
  pass(4);
  turns.done();
  await turn();
  begin("later");
  assert.deepEqual(begun, ["long"]);
  pass(24);
  await turn();
  assert.deepEqual(begun, ["long", "later"]);
  pass(0.1);
  turns.done();
  await turn();
  begin("at once");
  assert.deepEqual(begun, ["long", "later", "at once"]);
});
