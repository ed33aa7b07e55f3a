import assert from "node:assert/strict";
import { filterTasks, isFiltering } from "../../../../client/components/board/filter_tasks.ts";
import { boardFilter } from "../../../../client/shared/board/board_query.ts";
import { taskOf } from "./tasks_of_tests.ts";

const NOW = new Date(2026, 10, 27, 15);
const tasks = [
  taskOf(1, { title: "Viết báo cáo tháng", due: "2026-11-27", assignee: "bob" }),
  taskOf(2, { title: "Đặt phòng họp".normalize("NFD"), due: "2026-11-26", assignee: "alice" }),
  taskOf(3, { title: "Dat coc", notes: "gửi BÁO giá cho Đức", due: "2026-11-29" }),
  taskOf(4, { title: "Xong rồi", due: "2026-11-01", status: "done" }),
  taskOf(5, { title: "<b>C++</b> 50% (a|b)", due: "2026-11-30" }),
];

const found = (query: string) =>
  filterTasks(tasks, boardFilter(new URLSearchParams(query)), NOW).map(({ id }) => id);

Deno.test("words are found without accents, and with them where they are typed", () => {
  const cases: [words: string, ids: number[]][] = [
    ["bao", [1, 3]],
    ["BAO CAO", [1]],
    ["cao viet", [1]],
    ["báo", [1, 3]],
    ["báo".normalize("NFD"), [1, 3]],
    ["bảo", []],
    ["dat", [2, 3]],
    ["đặt", [2]],
    ["Đặt".normalize("NFD"), [2]],
    ["duc", [3]],
    ["đuc", []],
    ["  ", [1, 2, 3, 4, 5]],
    ["c++", [5]],
    ["(a|b)", [5]],
    [".*", []],
  ];
  for (const [words, ids] of cases) {
    assert.deepEqual(found(String(new URLSearchParams({ q: words }))), ids, words);
  }
});

Deno.test("tasks are found by person and by day, and by all of it at once", () => {
  const cases: [query: string, ids: number[]][] = [
    ["", [1, 2, 3, 4, 5]],
    ["assignee=bob", [1]],
    ["assignee=BOB", [1]],
    ["assignee=-", [3, 4, 5]],
    ["assignee=carol", []],
    ["due=late", [2]],
    ["due=today", [1]],
    ["due=week", [1, 3]],
    ["due=none", []],
    ["due=week&q=bao&assignee=-", [3]],
  ];
  for (const [query, ids] of cases) assert.deepEqual(found(query), ids, query);
});

Deno.test("spaces filter nothing", () => {
  assert.equal(isFiltering({ assignee: "", due: "", words: "  " }), false);
  assert.equal(isFiltering({ assignee: "-", due: "", words: "" }), true);
});
