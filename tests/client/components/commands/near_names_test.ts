import assert from "node:assert/strict";
import { nearNames } from "../../../../client/components/commands/near_names.ts";

Deno.test("names are near that begin with what is typed, have it, or differ in a few letters", () => {
  const names = ["alice", "bob", "An.Nguyen", "binh", "bo-le", "minh.tran"];
  const cases: [typed: string, near: string[]][] = [
    ["bo", ["bob", "bo-le"]],
    ["Bính", ["binh"]],
    ["alcie", ["alice"]],
    ["allice", ["alice"]],
    ["nguyen", ["An.Nguyen"]],
    ["minh.trn", ["minh.tran"]],
    ["carol", []],
    ["n", ["An.Nguyen", "binh", "minh.tran"]],
  ];
  for (const [typed, near] of cases) assert.deepEqual(nearNames(typed, names), near, typed);
});
