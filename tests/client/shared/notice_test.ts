import assert from "node:assert/strict";
import { isNotice } from "../../../client/shared/notice.ts";

const project = { id: 7, name: "Kế hoạch" };
const task = { id: 5, status: "doing" };
const was = { status: "todo", before: 4 };

Deno.test("a notice is told only if it can have come from a deed", () => {
  const cases: [unknown, boolean][] = [
    [{ did: "had_account" }, true],
    [{ did: "name_removed" }, true],
    [{ did: "name_set", about: "Nguyễn Thị Lan" }, true],
    [{ did: "name_set" }, false],
    [{ did: "disabled", about: "bob" }, true],
    [{ did: "disabled", about: "bob, mallory" }, false],
    [{ did: "left", project }, true],
    [{ did: "archived", project }, true],
    [{ did: "restored", project }, true],
    [{ did: "rejoined", project }, true],
    [{ did: "removed", project, about: "bob" }, true],
    [{ did: "transferred", project, about: "an.nguyen_2-b" }, true],
    [{ did: "renamed", project, about: "Tên cũ" }, true],
    [{ did: "renamed", project: { ...project, name: "👍".repeat(255) }, about: "x" }, true],
    [{ did: "task_deleted", project, about: "Việc", task }, true],
    [{ did: "task_moved", project, about: "Việc", task }, true],
    [{ did: "task_moved", project, about: "Việc", task: { ...task, was } }, true],
    [
      { did: "task_moved", project, about: "x", task: { ...task, was: { ...was, before: null } } },
      true,
    ],
    [{ did: "task_deleted", project, task }, false],
    [{ did: "task_deleted", project, about: "Việc" }, false],
    [{ did: "task_deleted", about: "Việc", task }, false],
    [{ did: "task_deleted", project, about: "Việc", task: { ...task, id: 0 } }, false],
    [{ did: "task_deleted", project, about: "Việc", task: { ...task, id: "5" } }, false],
    [{ did: "task_deleted", project, about: "Việc", task: { ...task, status: "later" } }, false],
    [
      { did: "task_moved", project, about: "x", task: { ...task, was: { ...was, before: "4" } } },
      false,
    ],
    [{ did: "task_moved", project, about: "x", task: { ...task, was: { status: "todo" } } }, false],
    [{ did: "task_moved", project, about: "x", task: { ...task, was: null } }, false],
    [{ did: "removed", project }, false],
    [{ did: "removed", project, about: "" }, false],
    [{ did: "removed", project, about: "bob, mallory" }, false],
    [{ did: "renamed", project }, false],
    [{ did: "renamed", project, about: "x".repeat(256) }, false],
    [{ did: "left" }, false],
    [{ did: "left", project: { id: 7, name: "" } }, false],
    [{ did: "left", project: { id: 7, name: "x".repeat(256) } }, false],
    [{ did: "left", project: { id: 0, name: "x" } }, false],
    [{ did: "left", project: { id: "7/../8", name: "x" } }, false],
    [{ did: "page_failed_text", project }, false],
    [{ did: "toString", project }, false],
    ["left", false],
    [null, false],
    [[], false],
  ];
  for (const [value, expected] of cases) {
    assert.equal(isNotice(value), expected, JSON.stringify(value));
  }
});
