import assert from "node:assert/strict";
import fc from "fast-check";
import { SilenceTracker } from "../../../lib/net/admission/silence_tracker.ts";

Deno.test("SilenceTracker knows who has been waiting so long, the longest first", () => {
  const step = fc.record({
    what: fc.constantFrom("begin", "end", "pass", "ask"),
    who: fc.nat(5),
    ms: fc.nat(50),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 100 }), (steps) => {
      let now = 0;
      const waiting = new SilenceTracker<number>({ monotonic: () => now });
      let model: { who: number; at: number }[] = [];
      for (const { what, who, ms } of steps) {
        if (what === "pass") now += ms;
        if (what === "begin" || what === "end") {
          waiting[what](who);
          model = model.filter((one) => one.who !== who);
          if (what === "begin") model.push({ who, at: now });
        }
        const long = model.filter(({ at }) => now - at >= ms).map(({ who }) => who);
        assert.deepEqual([...waiting.since(ms)], long);
        assert.equal(waiting.has(who), model.some((one) => one.who === who));
      }
    }),
  );
});

Deno.test("SilenceTracker may be changed by whoever asks it", () => {
  let now = 0;
  const waiting = new SilenceTracker<string>({ monotonic: () => now });
  for (const one of ["a", "b", "c", "d"]) waiting.begin(one);
  now = 10;
  const seen: string[] = [];
  for (const one of waiting.since(10)) {
    seen.push(one);
    if (one === "a") waiting.begin(one);
    if (one === "b") waiting.end("c");
  }
  assert.deepEqual(seen, ["a", "b", "d"], "who begins again has not been waiting any more");
});
