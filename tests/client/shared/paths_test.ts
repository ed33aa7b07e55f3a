import assert from "node:assert/strict";
import { afterLogin, pageBefore, projectId } from "../../../client/shared/paths.ts";
import { searchQuery } from "../../../client/shared/search_query.ts";

Deno.test("projectId takes plain positive numbers only", () => {
  const cases: [string, number | null][] = [
    ["1", 1],
    ["907", 907],
    ["0", null],
    ["01", null],
    ["-1", null],
    ["1.0", null],
    ["1e3", null],
    ["０１", null],
    ["1 ", null],
    ["", null],
    ["9".repeat(16), null],
    ["1/../2", null],
  ];
  for (const [param, expected] of cases) assert.equal(projectId(param), expected, param);
});

Deno.test("afterLogin leads to a page of a project or to the list", () => {
  const cases: [string | null, string][] = [
    ["/projects/5", "/projects/5"],
    [null, "/"],
    ["", "/"],
    ["/projects/5/members", "/"],
    ["/projects/5/export", "/projects/5/export"],
    ["/projects/5/export/tasks.csv", "/"],
    ["/projects/5/import?file=x", "/projects/5/import"],
    ["/projects/5?x=1", "/projects/5"],
    ["/projects/5?problem=not_owner&at=17", "/projects/5?at=17"],
    ["/projects/5/search?q=h%C3%B3a+%26", "/projects/5/search?q=h%C3%B3a+%26"],
    ["/projects/5/search?q=a#b", "/projects/5/search?q=a%23b"],
    ["/search?q=h%C3%B3a&at=17&page=2", "/search?q=h%C3%B3a&at=17"],
    ["/projects/5?at=17&all=a", "/projects/5?at=17&all=a"],
    ["/search/x", "/"],
    ["/tasks?most=400", "/tasks"],
    ["/tasks/mine.json", "/"],
    ["/projects/5/tasks/7", "/"],
    ["/projects/5/export", "/projects/5/export"],
    ["/projects/5/import", "/projects/5/import"],
    [
      "/projects/5/board?assignee=-&due=week&q=b%C3%A1o&task=7&problem=x",
      "/projects/5/board?assignee=-&due=week&q=b%C3%A1o&task=7",
    ],
    ["/projects/5/boards", "/"],
    ["/projects/5/messages/17", "/projects/5/messages/17"],
    ["/projects/5/messages/x", "/"],
    ["/projects/5/messages/17/", "/"],
    ["/projects/5/search?q=a\r\nset-cookie:+b", "/"],
    [`/projects/5/search?q=${"a".repeat(4_000)}`, "/"],
    ["//evil.example/projects/5", "/"],
    ["https://evil.example/projects/5", "/"],
    ["/projects/5\n", "/"],
  ];
  for (const [next, expected] of cases) assert.equal(afterLogin(next), expected, String(next));
});

Deno.test("searchQuery takes what a search can ask for", () => {
  const cases: [string, string][] = [
    ["", ""],
    ["q=", ""],
    ["q=+hoa%0D%0A%00don+", "hoa don"],
    ["q=%3Ci%3E", "<i>"],
    [`q=${"x".repeat(2_000)}`, "x".repeat(1_000)],
    [`q=${"x".repeat(999)}😀`, `${"x".repeat(999)}\u{fffd}`],
    ["at=5&q=a&q=b", "a"],
  ];
  for (const [parameters, query] of cases) {
    assert.equal(searchQuery(new URLSearchParams(parameters)), query, parameters.slice(0, 30));
  }
});

Deno.test("pageBefore never leads to another site", () => {
  const here = new URL("http://127.0.0.1:7080/language");
  const cases: [string | null, string][] = [
    ["http://127.0.0.1:7080/projects/5?before=3", "/projects/5?before=3"],
    ["http://127.0.0.1:7080/login?next=%2Fprojects%2F5#top", "/login?next=%2Fprojects%2F5"],
    [null, "/"],
    ["", "/"],
    ["/login", "/"],
    ["http://127.0.0.1:7080//evil.example/", "/"],
    ["http://127.0.0.1:7080/\\evil.example/", "/"],
    ["http://127.0.0.1:7081/x", "/"],
    ["http://127.0.0.1:7080@evil.example/x", "/"],
    ["https://127.0.0.1:7080/x", "/"],
    ["javascript:alert(1)", "/"],
  ];
  for (const [referrer, expected] of cases) {
    assert.equal(pageBefore(referrer, here), expected, String(referrer));
  }
});
