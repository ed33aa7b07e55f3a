import assert from "node:assert/strict";
import fc from "fast-check";
import { computed, type Signal, signal } from "@preact/signals";
import { readIslandProps, writeIslandProps } from "../../lib/fresh/render/island_props.ts";

function roundTrip(...props: Record<string, unknown>[]): Record<string, unknown>[] {
  return readIslandProps(JSON.parse(JSON.stringify(writeIslandProps(props))), signal);
}

Deno.test("island props come back as they were, for all JSON values and Dates", () => {
  const value = fc.letrec((tie) => ({
    any: fc.oneof(
      // JSON has no -0.
      fc.jsonValue().map((one) => JSON.parse(JSON.stringify(one))),
      fc.date({ noInvalidDate: true }),
      fc.array(tie("any"), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom("$", "a", "__proto__", "constructor", "value"), tie("any"), {
        noNullPrototype: true,
      }),
    ),
  })).any;
  fc.assert(fc.property(value, (one) => {
    assert.deepEqual(roundTrip({ one }), [{ one }]);
  }));
});

Deno.test("writeIslandProps says where the props are plain JSON, and then writes them as they are", () => {
  const plain = { a: [1, { b: null }], c: "d" };
  assert.deepEqual(writeIslandProps([plain, {}]), { props: [plain, {}], signals: [], plain: true });
  for (const a of [new Date(0), signal(1), [{ $: 1 }]]) {
    assert.equal(writeIslandProps([plain, { a }]).plain, false);
  }
});

Deno.test("island props keep one signal one, across islands and inside itself", () => {
  const shared = signal<unknown>({ list: [1, new Date(0)] });
  const [first, second] = roundTrip({ a: shared, b: [shared] }, { c: { d: shared } });
  const read = first.a as Signal<unknown>;
  assert.equal((first.b as unknown[])[0], read);
  assert.equal((second.c as Record<string, unknown>).d, read);
  assert.deepEqual(read.value, { list: [1, new Date(0)] });
  assert.notEqual(roundTrip({ a: signal(1), b: signal(1) })[0].a, shared);
});

Deno.test("island props read a computed signal's value", () => {
  const count = signal(2);
  const [{ double }] = roundTrip({ double: computed(() => count.value * 2) });
  assert.equal((double as Signal<number>).value, 4);
});

Deno.test("island props leave out what is undefined, as JSON does", () => {
  assert.deepEqual(roundTrip({ a: undefined, b: { c: undefined } }), [{ b: {} }]);
});

Deno.test("writeIslandProps throws, naming the place, when a value is none of its kinds", () => {
  const loop: Record<string, unknown> = {};
  loop.self = loop;
  const cases: [unknown, RegExp][] = [
    [NaN, /props of island 0.a is NaN/],
    [Infinity, /is Infinity/],
    [1n, /is a bigint/],
    [Symbol("s"), /is a symbol/],
    [() => 1, /is a function/],
    [[undefined], /a\[0\] is a undefined/],
    [new Set(), /is Set/],
    [new URL("http://localhost"), /is URL/],
    [Object.create(null), /is an object without a prototype/],
    [new Date(NaN), /is an invalid Date/],
    [loop, /a.self is a value that contains itself/],
  ];
  for (const [a, message] of cases) {
    assert.throws(() => writeIslandProps([{ a }]), message);
  }
});
