import assert from "node:assert/strict";
import { dueDay, isUnclear, orderOf } from "../../../../../client/pages/import/reading/due_days.ts";

Deno.test("dates are read as people and programs write them", () => {
  const local = (iso: string) => {
    const date = new Date(iso);
    const two = (value: number) => String(value).padStart(2, "0");
    return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  };
  const cases: [cell: string, day: string | null | undefined, monthFirst?: string][] = [
    ["", null],
    [" - ", null],
    ["0001-01-01T00:00:00Z", null],
    ["2026-12-01", "2026-12-01"],
    ["2026-12-01 17:00:00", "2026-12-01"],
    ["2026-12-01T17:00:00", "2026-12-01"],
    ["2026-12-01T18:30:00.000Z", local("2026-12-01T18:30:00.000Z")],
    ["2026-12-01T23:30:00-11:00", local("2026-12-01T23:30:00-11:00")],
    ["2026/12/1", "2026-12-01"],
    ["1/12/2026", "2026-12-01", "2026-01-12"],
    ["01-12-26", "2026-12-01", "2026-01-12"],
    ["1.12.2026", "2026-12-01", "2026-01-12"],
    ["1/12/2026 17:00", "2026-12-01", "2026-01-12"],
    ["31/12/2026", "2026-12-31", undefined],
    ["12/31/2026", undefined, "2026-12-31"],
    ["Dec 1, 2026", "2026-12-01"],
    ["Tuesday, December 1, 2026", "2026-12-01"],
    ["1 Dec 2026", "2026-12-01"],
    ["30/2/2026", undefined],
    ["2026-13-01", undefined],
    ["1/12", undefined],
    ["sắp tới", undefined],
    ["Foo 1, 2026", undefined],
    ["45992", undefined],
  ];
  for (const [cell, day, ...other] of cases) {
    assert.equal(dueDay(cell, "day_first"), day, cell);
    assert.equal(dueDay(cell, "month_first"), other.length > 0 ? other[0] : day, cell);
  }
});

Deno.test("the dates of a column show their order, where one of them does", () => {
  const cases: [string[], ReturnType<typeof orderOf>][] = [
    [[], null],
    [["", "2026-12-31"], null],
    [["1/12/2026", "2/3/2026"], null],
    [["1/12/2026", "13/1/2026"], "day_first"],
    [["1/12/2026", "1/13/2026"], "month_first"],
    [["13/1/2026", "1/13/2026"], "mixed"],
  ];
  for (const [cells, order] of cases) assert.equal(orderOf(cells), order, cells.join());
  for (const [cell, unclear] of [["1/12/2026", true], ["1/1/2026", false], ["x", false]] as const) {
    assert.equal(isUnclear(cell), unclear, cell);
  }
});
