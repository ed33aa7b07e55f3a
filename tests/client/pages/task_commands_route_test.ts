import assert from "node:assert/strict";
import type { Task } from "../../../lib/model/task.ts";
import type { TestBrowser } from "../test_browser.ts";
import { JSON_WANTED, locationOf, textOf, withBrowsers } from "../with_browsers.ts";

async function order(
  browser: TestBrowser,
  path: string,
  fields: Record<string, string>,
): Promise<{ status: number; task?: Task; error?: { code: string } }> {
  const answer = await browser.post(`${path}/tasks`, fields, JSON_WANTED);
  return { status: answer.status, ...await answer.json() };
}

async function board(browser: TestBrowser, path: string): Promise<Task[]> {
  return JSON.parse(await textOf(await browser.get(`${path}/tasks`, JSON_WANTED))).tasks;
}

Deno.test("a task is ordered whole or not at all, and once by its tag", async () => {
  await withBrowsers(async (open) => {
    const [alice, bob] = [open(), open()];
    for (const [name, browser] of Object.entries({ alice, bob })) await browser.join(name);
    const path = await alice.makeProject("Website", "bob");
    const fields = { title: "Gọi khách", assignee: "bob", due: "2026-12-01", tag: "a" };
    const first = await order(alice, path, fields);
    const again = await order(alice, path, fields);
    assert.deepEqual([first.task?.assignee, first.task?.due], ["bob", "2026-12-01"]);
    assert.equal(again.task?.id, first.task?.id);
    const stranger = await order(alice, path, { ...fields, assignee: "carol", tag: "b" });
    assert.deepEqual([stranger.status, stranger.error?.code], [403, "not_a_member"]);
    const noDay = await order(alice, path, { ...fields, due: "2026-02-30", tag: "c" });
    assert.deepEqual([noDay.status, noDay.error?.code], [422, "bad_request"]);
    assert.deepEqual((await board(bob, path)).map(({ id }) => id), [first.task?.id]);
  });
});

Deno.test("without script a command is a message like any other", async () => {
  await withBrowsers(async (open) => {
    const alice = open();
    await alice.join("alice");
    const path = await alice.makeProject("Website");
    await locationOf(await alice.post(path, { message: "/task Gọi khách", tag: "a" }));
    assert.match(await textOf(await alice.get(path)), /\/task Gọi khách/);
    assert.deepEqual(await board(alice, path), []);
  });
});
