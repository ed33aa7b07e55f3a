import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { assertAccessible } from "../browser/accessibility.ts";
import { LineClient } from "../line_client.ts";
import type { ChatWindows } from "./chat_windows.ts";
import { browserTest, withoutScript } from "./room_page.ts";

/** Alice's connection, by which she gives bob work. */
interface Giver {
  line: LineClient;
  token: string;
  projects: number[];
  give(title: string, due?: string | null, project?: number): Promise<number>;
}

async function withGiver(w: ChatWindows, run: (giver: Giver) => Promise<void>): Promise<void> {
  const line = await LineClient.connect(w.serverPort);
  try {
    await line.ok("reg alice matkhau-123");
    const { token } = await line.ok("login alice matkhau-123");
    const projects: number[] = [];
    for (const name of ["Website", "Kitchen"]) {
      const { project } = await line.ok(`new_project ${token} ${name}`);
      await line.ok(`add_group ${token} ${project.id} bob`);
      projects.push(project.id);
    }
    await run({
      line,
      token,
      projects,
      async give(title, due = null, project = 0) {
        const { task } = await line.ok(`new_task ${token} ${projects[project]} ${title}`);
        if (due !== null) await line.ok(`due ${token} ${task.id} ${due}`);
        await line.ok(`assign ${token} ${task.id} bob`);
        return task.id;
      },
    });
  } finally {
    await line.close();
  }
}

/** A day from today on, `YYYY-MM-DD`, as the browser has it. */
const dayFrom = (page: Page, days: number) =>
  page.evaluate((days) => {
    const now = new Date();
    const then = new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, 12);
    return then.toISOString().slice(0, 10);
  }, days);

const row = (page: Page, title: string) => page.locator(".own-task").filter({ hasText: title });
const check = (page: Page, title: string) => row(page, title).locator(".check");
const badges = (page: Page) => page.locator(".tasks-link .badges").innerText();
const counted = (page: Page, text: string) =>
  page.waitForFunction(
    (text) =>
      document.querySelector<HTMLElement>(".tasks-link .badges")!.innerText.replace(/\s+/g, " ")
        .trim() === text,
    text,
  );
const said = (page: Page, text: string) =>
  page.getByRole("status").filter({ hasText: text }).waitFor({ state: "attached" });
const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.closest("li")?.querySelector(".title")?.textContent);

browserTest("the tasks of a person come, change and go as others have it", async (w) => {
  const bob = await w.join("bob");
  await withGiver(w, async ({ line, token, projects, give }) => {
    await bob.goto(`${w.origin}/tasks`);
    await bob.getByText("You have no open tasks").waitFor();
    const late = await give("Write the report", await dayFrom(bob, -2));
    await row(bob, "Write the report").waitFor();
    await said(bob, "A new task of yours: Write the report");
    await counted(bob, "1 , 1 overdue task 1 , 1 open task");
    const tea = await give("Buy tea", null, 1);
    await bob.getByRole("region", { name: "No date" }).getByText("Buy tea").waitFor();
    assert.match(await row(bob, "Buy tea").innerText(), /To do · Kitchen/);

    await line.ok(`due ${token} ${late} ${await dayFrom(bob, 0)}`);
    await bob.getByRole("region", { name: "Today" }).getByText("Write the report").waitFor();
    await counted(bob, "2 , 2 open tasks");
    await line.ok(`rename_task ${token} ${tea} Buy coffee`);
    await row(bob, "Buy coffee").waitFor();

    // What has the focus goes: the focus goes to what is there now.
    await check(bob, "Write the report").focus();
    await line.ok(`assign ${token} ${late} alice`);
    await row(bob, "Write the report").waitFor({ state: "detached" });
    await said(bob, "No longer yours, or done: Write the report");
    assert.equal(await focused(bob), "Buy coffee");
    await line.ok(`archive_project ${token} ${projects[1]}`);
    await bob.getByText("You have no open tasks").waitFor();
    assert.equal(
      await bob.evaluate(() => document.activeElement?.textContent),
      "You have no open tasks",
    );
    await counted(bob, "");
    await line.ok(`restore_project ${token} ${projects[1]}`);
    await row(bob, "Buy coffee").waitFor();

    // Events of a lost connection don't come again.
    await w.stopServer();
    await bob.locator("main .list-notice").waitFor();
    await w.startServer();
    await bob.locator("main .list-notice").waitFor({ state: "detached" });
  });
  const line = await LineClient.connect(w.serverPort);
  const { token } = await line.ok("login alice matkhau-123");
  await line.ok(`delete_task ${token} 2`);
  await bob.getByText("You have no open tasks").waitFor();
  await line.close();
  assert.deepEqual(w.scriptErrors, []);
});

browserTest("a task is finished in its place, and taken back there", async (w) => {
  const bob = await w.join("bob");
  await withGiver(w, async ({ line, token, give }) => {
    const ids = [];
    for (const title of ["One", "Two", "Three"]) ids.push(await give(title));
    await bob.goto(`${w.origin}/tasks`);
    await counted(bob, "3 , 3 open tasks");
    await check(bob, "Two").focus();
    await bob.keyboard.press("Space");
    await said(bob, "Finished: Two");
    await counted(bob, "2 , 2 open tasks");
    assert.equal(await focused(bob), "Two", "the focus stays");
    assert.equal(await check(bob, "Two").getAttribute("aria-pressed"), "true");
    const status = async () => {
      const { tasks } = await line.ok(`tasks ${token} 1`);
      return tasks.map(({ title, status }: { title: string; status: string }) =>
        `${title} ${status}`
      );
    };
    assert.deepEqual(await status(), ["One todo", "Three todo", "Two done"]);
    await give("Four");
    await row(bob, "Four").waitFor();
    assert.equal(await check(bob, "Two").getAttribute("aria-pressed"), "true", "it stays");
    await assertAccessible(bob, "a finished task");

    await row(bob, "Two").getByRole("button", { name: "Undo" }).click();
    await said(bob, "Reopened: Two");
    await counted(bob, "4 , 4 open tasks");
    assert.deepEqual(await status(), ["One todo", "Two todo", "Three todo", "Four todo"]);

    await line.ok(`delete_task ${token} ${ids[0]}`);
    await row(bob, "One").waitFor({ state: "detached" });
    const other = await bob.context().newPage();
    await other.goto(`${w.origin}/tasks`);
    await counted(other, "3 , 3 open tasks");
    await check(other, "Three").click();
    await row(bob, "Three").waitFor({ state: "detached" });
    await said(bob, "No longer yours, or done: Three");

    const plain = await withoutScript(bob);
    await plain.goto(`${w.origin}/tasks`);
    await check(plain, "Two").click();
    await plain.waitForURL(`${w.origin}/tasks`);
    assert.equal(await row(plain, "Two").count(), 0);
    assert.match(await badges(plain), /1 open task$/);
  });
  assert.deepEqual(w.scriptErrors, []);
});

browserTest("midnight, and waking up after it, moves tasks from group to group", async (w) => {
  const bob = await w.join("bob");
  await withGiver(w, async ({ give }) => {
    // A Friday.
    await bob.clock.install({ time: new Date(2026, 10, 27, 20) });
    await give("Today", "2026-11-27");
    await give("Sunday", "2026-11-29");
    await give("Monday", "2026-11-30");
    const groups = async () => {
      const texts = await bob.locator(".own-tasks section").allInnerTexts();
      return texts.map((text) =>
        text.split("\n").filter((line) => /day|week|Later|due/i.test(line))
      );
    };
    const cases: [day: number, expected: string, late: string][] = [
      [27, "Today:Today This week:Sunday Later:Monday", ""],
      [28, "Overdue:Today This week:Sunday Later:Monday", "1"],
      [30, "Overdue:Today,Sunday Today:Monday", "2"],
    ];
    await bob.goto(`${w.origin}/tasks`);
    for (const [day, expected, late] of cases) {
      await bob.clock.setSystemTime(new Date(2026, 10, day, 20));
      await bob.waitForFunction(
        ([expected, late]) => {
          dispatchEvent(new Event("focus"));
          const groups = [...document.querySelectorAll(".own-tasks section")].map((section) =>
            `${section.querySelector("h2")!.firstChild!.textContent}:${
              [...section.querySelectorAll(".title")].map(({ textContent }) => textContent)
            }`
          );
          const shown = document.querySelector(".tasks-link .late > span")?.textContent ?? "";
          return groups.join(" ") === expected && shown === late;
        },
        [expected, late],
        { polling: 50 },
      );
    }
    assert.equal((await groups()).length, 2);
  });
  assert.deepEqual(w.scriptErrors, []);
});

browserTest("in a room too the count is live, and an assignment leads to its card", async (w) => {
  const bob = await w.join("bob");
  await withGiver(w, async ({ line, token, projects, give }) => {
    await bob.context().grantPermissions(["notifications"], { origin: w.origin });
    await bob.addInitScript(() => {
      const shown: Notification[] = [];
      Object.assign(globalThis, { shown });
      globalThis.Notification = class extends Notification {
        // The headless shell grants none.
        static override readonly permission = "granted";
        constructor(title: string, options?: NotificationOptions) {
          super(title, options);
          shown.push(this);
        }
      };
    });
    const shown = (count: number) =>
      bob.waitForFunction((count) => {
        const { shown } = globalThis as unknown as { shown: Notification[] };
        return shown.length === count && shown.map(({ title, body }) => `${title}: ${body}`);
      }, count).then((handle) => handle.jsonValue());
    await bob.goto(`${w.origin}/projects/${projects[1]}`);
    await bob.locator(".member-list .online").filter({ hasText: "bob" }).waitFor({
      state: "attached",
    });
    const task = await give("Write the report");
    await counted(bob, "1 , 1 open task");
    assert.deepEqual(await shown(1), [
      "alice assigned you a task: A task for you: Write the report",
    ]);
    const site = bob.locator(".project").filter({ hasText: "Website" });
    await site.getByText("@1").waitFor();
    await line.ok(`assign ${token} ${task} alice`);
    await counted(bob, "");
    await site.getByText("@1").waitFor({ state: "detached" });

    await bob.goto(`${w.origin}/me`);
    // What is counted after the page was drawn has come by its events.
    await give("Buy milk");
    await counted(bob, "1 , 1 open task");
    const again = await give("Buy tea");
    const told = "alice in Website: A task for you: Buy tea";
    await bob.waitForFunction((told) => {
      const { shown } = globalThis as unknown as { shown: Notification[] };
      const last = shown.at(-1);
      return last !== undefined && `${last.title}: ${last.body}` === told;
    }, told);
    await bob.evaluate(() => {
      const { shown } = globalThis as unknown as { shown: Notification[] };
      setTimeout(() => shown.at(-1)!.onclick!(new Event("click")));
    });
    await bob.waitForURL(`${w.origin}/projects/${projects[0]}/board?task=${again}`);
  });
  assert.deepEqual(w.scriptErrors, []);
});
