import assert from "node:assert/strict";
import { isNotice } from "../../../client/shared/notice.ts";

const project = { id: 7, name: "Kế hoạch" };

Deno.test("a notice is told only if it can have come from a deed", () => {
  const cases: [unknown, boolean][] = [
    [{ did: "had_account" }, true],
    [{ did: "left", project }, true],
    [{ did: "archived", project }, true],
    [{ did: "restored", project }, true],
    [{ did: "rejoined", project }, true],
    [{ did: "removed", project, about: "bob" }, true],
    [{ did: "transferred", project, about: "an.nguyen_2-b" }, true],
    [{ did: "renamed", project, about: "Tên cũ" }, true],
    [{ did: "renamed", project: { ...project, name: "👍".repeat(255) }, about: "x" }, true],
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
