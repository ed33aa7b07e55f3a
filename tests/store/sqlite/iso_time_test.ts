import assert from "node:assert/strict";
import fc from "fast-check";
import { isoTime } from "../../../lib/store/sqlite/iso_time.ts";

Deno.test("isoTime writes any time as Date does, whatever was written before", () => {
  const day = 24 * 60 * 60 * 1_000;
  const time = fc.oneof(
    fc.date({ noInvalidDate: true }).map((date) => date.getTime()),
    fc.integer({ min: 0, max: 3 * day }),
    fc.constantFrom(0, -1, day - 1, day, 253_402_300_799_999, 253_402_300_800_000, 1.5),
  );
  fc.assert(fc.property(fc.array(time), (times) => {
    for (const ms of times) assert.equal(isoTime(ms), new Date(ms).toISOString());
  }));
});

Deno.test("isoTime refuses what is no time as Date does", () => {
  for (const ms of [NaN, Infinity, 8.64e15 + 1]) assert.throws(() => isoTime(ms), RangeError);
});
