import assert from "node:assert/strict";
import type { OwnTaskList } from "../../../../client/shared/tasks/own_task.ts";
import { LineClient } from "../../../line_client.ts";
import { locationOf, textOf, withBrowsers } from "../../with_browsers.ts";

/** A day from today on in this time zone, `YYYY-MM-DD`. */
function dayFrom(days: number): string {
  const now = new Date();
  const then = new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, 12);
  return then.toISOString().slice(0, 10);
}

const plain = (html: string) => html.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");

/** The sidebar's link as text. */
const link = (html: string) => plain(/<a class="tasks-link[\s\S]*?<\/a>/.exec(html)![0]).trim();

Deno.test("the page of tasks has those of all projects by when they are due, and can finish each", async () => {
  await withBrowsers(async (open, server) => {
    const [alice, bob] = [open(), open()];
    await alice.join("alice");
    await bob.join("bob");
    const line = await LineClient.connect(server.port);
    const paths = [
      await alice.makeProject("Website", "bob"),
      await alice.makeProject("Kitchen", "bob"),
    ];
    const empty = await textOf(await bob.get("/tasks"));
    assert.match(empty, /You have no open tasks/);
    assert.equal(link(empty), "My tasks");

    const { token } = alice;
    const rows: [project: number, title: string, due: string | null, status: string][] = [
      [0, "Someday", null, "todo"],
      [1, "Far & away", dayFrom(40), "todo"],
      [0, "Today", dayFrom(0), "doing"],
      [1, "Too late", dayFrom(-3), "todo"],
      [0, "Over", dayFrom(-3), "done"],
    ];
    const ids: number[] = [];
    for (const [project, title, due, status] of rows) {
      const { task } = await line.ok(`new_task ${token} ${paths[project].split("/")[2]} ${title}`);
      ids.push(task.id);
      await line.ok(`assign ${token} ${task.id} bob`);
      if (due !== null) await line.ok(`due ${token} ${task.id} ${due}`);
      await line.ok(`set_task ${token} ${task.id} ${status}`);
    }
    const html = await textOf(await bob.get("/tasks"));
    const main = html.slice(html.indexOf("<main"));
    assert.match(
      plain(main),
      /Overdue 1 Too late To do · Kitchen .* Today 1 Today Doing · Website Later 1 Far &amp; away To do · Kitchen .* No date 1 Someday/,
    );
    assert.doesNotMatch(main, /Over</, "it is done");
    const form = new RegExp(
      `<form[^>]*action="${paths[1]}/tasks/${
        ids[3]
      }\\?server=[^"]*&amp;user=bob"[^>]*>(.*?)</form>`,
    ).exec(main)![1];
    const fields = Object.fromEntries(
      [...form.matchAll(/name="(\w+)"(?: value="([^"]*)")?/g)].map(([, name, value = ""]) => [
        name,
        value,
      ]),
    );
    assert.deepEqual(fields, { do: "move", status: "done", before: "", back: "tasks", undo: "1" });
    assert.match(form, /aria-label="Done: Too late"/);
    assert.ok(main.includes(`href="${paths[1]}/board?task=${ids[3]}"`), "leads to the card");
    assert.ok(main.includes(`href="${paths[1]}"`), "leads to the project");

    assert.match(html, /<a class="tasks-link here" href="\/tasks" aria-current="page">/);
    assert.equal(link(html), "My tasks 1 , 1 overdue task 4 , 4 open tasks");
    const start = await textOf(await bob.get("/"));
    assert.equal(link(start), "My tasks 1 , 1 overdue task 4 , 4 open tasks", "on every page");
    assert.doesNotMatch(start, /tasks-link here/);
    bob.cookies.set("language", "vi");
    assert.equal(
      link(await textOf(await bob.get(paths[0]))),
      "Việc của tôi 1 , 1 việc quá hạn 4 , 4 việc chưa xong",
    );
    await line.close();
  });
});

Deno.test("without script a task is finished and taken back, and the page stays that of the tasks", async () => {
  await withBrowsers(async (open, server) => {
    const alice = open();
    await alice.join("alice");
    const line = await LineClient.connect(server.port);
    const { token } = alice;
    const path = await alice.makeProject("Website");
    for (const title of ["One", "Two"]) {
      const { task } = await line.ok(`new_task ${token} ${path.split("/")[2]} ${title}`);
      await line.ok(`assign ${token} ${task.id} alice`);
    }
    const titles = (html: string) =>
      [...html.matchAll(/<a class="title"[^>]*>([^<]*)/g)].map(([, title]) => title);
    /** Posts the first form that is about a task. */
    const post = async (html: string) => {
      const [, action, inputs] = /<form[^>]*action="([^"]*\/tasks\/[^"]*)"[^>]*>(.*?)<\/form>/.exec(
        html,
      )!;
      const fields = [...inputs.matchAll(/name="(\w+)"(?: value="([^"]*)")?/g)];
      const location = await locationOf(
        await alice.post(
          action.replaceAll("&amp;", "&"),
          Object.fromEntries(fields.map(([, name, value = ""]) => [name, value])),
        ),
      );
      assert.equal(location, "/tasks");
      return await textOf(await alice.get(location));
    };
    const finished = await post(await textOf(await alice.get("/tasks")));
    assert.deepEqual(titles(finished), ["Two"]);
    assert.match(plain(finished), /Moved One to Done ?\. Undo/);
    const back = await post(finished);
    assert.deepEqual(titles(back), ["One", "Two"]);
    const { tasks } = await line.ok(`tasks ${token} ${path.split("/")[2]}`);
    assert.deepEqual(tasks.map(({ title }: { title: string }) => title), ["One", "Two"]);
    await line.close();
  });
});

Deno.test("a long list is shown in parts, with the names of projects beyond the first page", async () => {
  await withBrowsers(async (open, server) => {
    const alice = open();
    await alice.join("alice");
    const line = await LineClient.connect(server.port);
    const { token } = alice;
    const { project } = await line.ok(`new_project ${token} The oldest`);
    for (let count = 0; count < 203; count++) {
      const { task } = await line.ok(`new_task ${token} ${project.id} Task ${count}`);
      await line.ok(`assign ${token} ${task.id} alice`);
    }
    for (let count = 0; count < 201; count++) await line.ok(`new_project ${token} P${count}`);
    const rows = (html: string) => html.match(/<li class="own-task/g)?.length;
    const first = await textOf(await alice.get("/tasks"));
    assert.equal(rows(first), 200);
    assert.match(first, /<a class="button secondary" href="\/tasks\?most=400">Show 3 more tasks</);
    assert.match(first, /The oldest/);
    assert.equal(rows(await textOf(await alice.get("/tasks?most=400"))), 203);
    assert.equal(rows(await textOf(await alice.get("/tasks?most=-1"))), 200);

    const list: OwnTaskList = await (await alice.get("/tasks/mine.json?most=2")).json();
    assert.deepEqual(list.tasks.map(({ title }) => title), ["Task 0", "Task 1"]);
    assert.deepEqual(list.projects, { [project.id]: "The oldest" });
    assert.equal(list.count.open, 203);
    await line.close();
  });
});

Deno.test("who isn't logged in gets to the tasks by logging in, and no list", async () => {
  await withBrowsers(async (open) => {
    const nobody = open();
    const page = await nobody.get("/tasks?most=400");
    await page.body?.cancel();
    assert.equal(page.headers.get("location"), "/login?next=%2Ftasks");
    const list = await nobody.get("/tasks/mine.json");
    assert.equal(list.status, 401);
    assert.equal((await list.json()).error.code, "invalid_token");
    const alice = open();
    await alice.join("alice");
    const other = await alice.get("/tasks/mine.json?user=bob");
    await other.body?.cancel();
    assert.equal(other.status, 401, "a page of another user");
  });
});
