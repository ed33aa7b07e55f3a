import assert from "node:assert/strict";
import { RequestTurns } from "../../lib/net/request_turns.ts";

/** Turns with a clock and an event loop that stand still. */
function standing() {
  let time = 0;
  const next: (() => void)[] = [];
  const turns = new RequestTurns({
    monotonic: () => time,
    set: (callback) => next.push(callback),
    clear: () => {},
  });
  const begun: string[] = [];
  const note = (name: string, turn: Promise<void> | undefined) => {
    if (turn === undefined) begun.push(name);
    // What begins takes its time.
    else turn.then(() => (begun.push(name), time += 0.3));
  };
  return {
    turns,
    begun,
    begin: (name: string, lane = name) => note(name, turns.begin(lane)),
    goOn: (name: string, lane = name) => note(name, turns.goOn(lane)),
    pass: (milliseconds: number) => time += milliseconds,
    async turn() {
      for (const callback of next.splice(0)) callback();
      for (let step = 0; step < 20; step++) await null;
    },
    scheduled: () => next.length,
  };
}

Deno.test("RequestTurns lets requests begin at once within a turn's time", async () => {
  const { turns, begin, begun, pass, turn, scheduled } = standing();
  begin("a");
  begin("b");
  assert.equal(turns.isOver(), false);
  pass(0.9);
  begin("a");
  assert.deepEqual(begun, ["a", "b", "a"]);
  assert.equal(scheduled(), 1);
  await turn();
  assert.equal(scheduled(), 0, "no timer is kept where nothing waits");
});

Deno.test("RequestTurns lets a few reads of each lane begin past the time, and lanes take turns", async () => {
  const { turns, begin, begun, pass, turn } = standing();
  begin("a0", "a");
  pass(2);
  assert.equal(turns.isOver(), true);
  for (let i = 1; i <= 7; i++) begin(`a${i}`, "a");
  for (let i = 1; i <= 5; i++) begin(`b${i}`, "b");
  begin("c1", "c");
  assert.deepEqual(begun.join(" "), "a0 a1 a2 a3 a4 b1 b2 b3 b4 c1");
  begun.length = 0;
  await turn();
  await turn();
  assert.deepEqual(begun, ["a5", "b5", "a6", "a7"], "each of them took 0.3 ms");
});

Deno.test("RequestTurns lets what was just read go before every other piece of what is left", async () => {
  const { begin, goOn, begun, pass, turn } = standing();
  begin("a0", "a");
  pass(2);
  for (let i = 1; i <= 4; i++) begin(`a${i}`, "a");
  for (const name of ["left1", "left2", "left3"]) goOn(name, "x");
  for (const name of ["fresh1", "fresh2"]) begin(name, "a");
  begun.length = 0;
  await turn();
  await turn();
  assert.deepEqual(begun, ["fresh1", "left1", "fresh2", "left2", "left3"]);
});

Deno.test("RequestTurns lets all that waits go on, a part in each turn", async () => {
  const { goOn, begun, turn, begin, pass, scheduled } = standing();
  begin("first");
  pass(5);
  const names = Array.from({ length: 50 }, (_, index) => `${index}`);
  for (const name of names) goOn(name, `lane ${Number(name) % 7}`);
  let turns = 0;
  for (; scheduled() > 0 && turns < 100; turns++) await turn();
  assert.deepEqual(begun.slice(1).toSorted(), names.toSorted());
  assert(turns > 10, `${turns} turns`);
});
