import assert from "node:assert/strict";
import { Allowance } from "../../../client/sharing/allowance.ts";
import { Places } from "../../../client/sharing/places.ts";
import { ChungError } from "../../../lib/errors.ts";

const SECOND = 1_000;

function allowance(capacity?: number) {
  let now = 0;
  const clock = { monotonic: () => now };
  return {
    allowance: new Allowance({ most: 3, refillMs: 10 * SECOND, clock, capacity }),
    advance: (milliseconds: number) => now += milliseconds,
  };
}

const refused = (wait: number) => (error: unknown) =>
  error instanceof ChungError && error.code === "rate_limited" &&
  error.message.endsWith(`in ${wait} s`);

Deno.test("Allowance gives an address its uses at once, and then one after another", () => {
  const { allowance: uses, advance } = allowance();
  for (let i = 0; i < 3; i++) uses.take("a");
  assert.throws(() => uses.take("a"), refused(10));
  uses.take("b");
  advance(4 * SECOND);
  assert.throws(() => uses.take("a"), refused(6));
  advance(6 * SECOND);
  uses.take("a");
  assert.throws(() => uses.take("a"), refused(10));
  advance(1_000 * SECOND);
  for (let i = 0; i < 3; i++) uses.take("a");
  assert.throws(() => uses.take("a"), refused(10), "no more than that are saved up");
});

Deno.test("Allowance takes back what did no harm", () => {
  const { allowance: uses } = allowance();
  for (let i = 0; i < 20; i++) {
    uses.take("a");
    uses.giveBack("a");
  }
  for (let i = 0; i < 3; i++) uses.take("a");
  assert.throws(() => uses.take("a"), refused(10));
});

Deno.test("Allowance remembers no more addresses than it may, and none that is whole again", () => {
  const { allowance: uses, advance } = allowance(2);
  for (const address of ["a", "b", "c"]) uses.take(address);
  assert.equal(uses.size, 2);
  advance(60 * SECOND);
  uses.take("d");
  assert.equal(uses.size, 1);
});

Deno.test("Places gives an address its share, and forgets who has nothing in hand", () => {
  const places = new Places(2);
  const leave = [places.take("a"), places.take("a")];
  assert.equal(places.take("a"), null);
  assert(places.take("b") !== null);
  leave[0]!();
  leave[0]!();
  assert(places.take("a") !== null);
  assert.equal(places.take("a"), null, "what was given back twice counts once");
  leave[1]!();
  assert.equal(places.size, 2);
});
