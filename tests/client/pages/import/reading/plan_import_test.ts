import assert from "node:assert/strict";
import {
  type ImportChoices,
  type ImportPlan,
  planImport,
} from "../../../../../client/pages/import/reading/plan_import.ts";
import type { TableRow } from "../../../../../client/pages/import/reading/read_table.ts";

const CHOICES: ImportChoices = {
  order: "day_first",
  shorten: true,
  archived: false,
  statuses: new Map(),
};

function plan(rows: Omit<TableRow, "line">[], choices: Partial<ImportChoices> = {}): ImportPlan {
  const numbered = rows.map((row, at) => ({ ...row, line: at + 2 }));
  return planImport({ rows: numbered }, ["alice", "Bob", "lan.nguyen"], { ...CHOICES, ...choices });
}

Deno.test("the status of a task is that of its list, unless it is done", () => {
  const cases: [status: string, done: string, expected: string][] = [
    ["", "", "todo"],
    ["To Do", "", "todo"],
    ["Cần làm", "", "todo"],
    ["IN-PROGRESS", "", "doing"],
    ["Đang làm", "false", "doing"],
    ["✅ Done", "", "done"],
    ["Hoàn thành", "", "done"],
    ["Xong", "", "done"],
    ["Đang làm", "true", "done"],
    ["doing", "TRUE", "done"],
    ["Ý tưởng", "", "todo"],
  ];
  for (const [status, done, expected] of cases) {
    const { tasks, lists } = plan([{ title: "x", status, done }]);
    assert.equal(tasks[0].status, expected, status);
    assert.deepEqual([...lists], status === "Ý tưởng" ? [["Ý tưởng", 1]] : []);
  }
  const chosen = { statuses: new Map([["Ý tưởng", "doing" as const]]) };
  assert.equal(plan([{ title: "x", status: " Ý tưởng " }], chosen).tasks[0].status, "doing");
});

Deno.test("assignees are found among the members, and others are named", () => {
  const cases: [cell: string, assignee: string | null, strangers: string[]][] = [
    ["", null, []],
    ["ALICE", "alice", []],
    ["@bob", "Bob", []],
    ["Lan.Nguyên", "lan.nguyen", []],
    ["Alice Nguyễn (alice)", "alice", []],
    ["Trần Bình", null, ["Trần Bình"]],
    ["Trần Bình; bob", "Bob", ["Trần Bình"]],
    ["-", null, []],
  ];
  for (const [assignee, expected, names] of cases) {
    const { tasks, strangers } = plan([{ title: "x", assignee }]);
    assert.equal(tasks[0].assignee, expected, assignee);
    assert.deepEqual([...strangers.keys()], names);
  }
  const both = plan([{ title: "x", assignee: "bob, alice" }]);
  assert.deepEqual([both.tasks[0].assignee, both.several], ["Bob", 1]);
});

Deno.test("what doesn't fit is shortened or left out, and told", () => {
  const title = "đ".repeat(300);
  const notes = "x".repeat(16_001);
  const wide = "🎉".repeat(15_999);
  const shortened = plan([{ title, notes: "a" }, { title: "x", notes }, {
    title: "x",
    notes: wide,
  }]);
  assert.deepEqual([shortened.long, shortened.refused], [3, []]);
  const [one, two, three] = shortened.tasks;
  assert.equal(one.title, `${"đ".repeat(254)}…`);
  assert.equal(one.notes, `${title}\n\na`);
  assert.equal(two.notes, `${"x".repeat(15_999)}…`);
  assert.equal([...three.notes].length, 12_000);

  const refused = plan([
    { title, notes: "a" },
    { title: "x", notes },
    { title: " \u200b", notes: "a" },
    { title: "ok" },
  ], { shorten: false });
  assert.deepEqual(refused.refused, [
    { line: 2, why: "title_too_long" },
    { line: 3, why: "notes_too_long" },
    { line: 4, why: "no_title" },
  ]);
  assert.deepEqual(refused.tasks.map(({ title }) => title), ["ok"]);

  const odd = plan([{ title: " a\r\nb\u0000 ", notes: "a\r\nb\u0001\tc \n", due: "mai" }]);
  assert.deepEqual(odd.tasks, [
    { title: "a b", notes: "a\nb\tc", status: "todo", assignee: null, due: null },
  ]);
  assert.deepEqual(odd.unread, [{ line: 2, cell: "mai" }]);
});

Deno.test("archived rows are left out unless they are chosen", () => {
  const rows = [{ title: "a", archived: "true" }, { title: "b", archived: "false" }];
  assert.deepEqual(plan(rows).tasks.map(({ title }) => title), ["b"]);
  assert.equal(plan(rows).archived, 1);
  assert.equal(plan(rows, { archived: true }).tasks.length, 2);
});
