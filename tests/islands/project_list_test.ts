import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { browserTest } from "./room_page.ts";

/** Posts a form like the room's island; returns the JSON of the response. */
// deno-lint-ignore no-explicit-any
async function post(page: Page, path: string, fields: Record<string, string>): Promise<any> {
  return await page.evaluate(async ([path, body]) => {
    const response = await fetch(path, {
      method: "POST",
      headers: {
        "accept": "application/json",
        "content-type": "application/x-www-form-urlencoded",
      },
      body,
    });
    const json = response.headers.get("content-type")?.includes("json");
    return json ? await response.json() : response.url;
  }, [path, String(new URLSearchParams(fields))]);
}

/** Creates a project from another page of its owner; returns its path. */
async function makeProject(owner: Page, name: string, members: string): Promise<string> {
  const url: string = await post(owner, "/", { name, members });
  return new URL(url).pathname;
}

/** There the last messages show. */
const NARROW = { viewport: { width: 360, height: 740 } };

const card = (page: Page, name: string) => page.locator(".project").filter({ hasText: name });
const names = (page: Page) => page.locator(".project > a").allInnerTexts();
const titled = (page: Page, title: string) =>
  page.waitForFunction((title) => document.title === title, title);

browserTest(
  "ProjectList counts what is new at once, mentions apart, and in the title",
  async (windows) => {
    const alice = await windows.join("alice");
    const bob = await windows.join("bob");
    await titled(bob, "Your projects · Chung");
    const website = await makeProject(alice, "Website", "bob");
    const kitchen = await makeProject(alice, "Kitchen", "bob");
    await card(bob, "Website").waitFor();
    await card(bob, "Kitchen").waitFor();
    assert.equal(await bob.locator(".badge").count(), 0);

    await post(alice, website, { message: "hello" });
    await card(bob, "Website").getByText("1 unread message").waitFor();
    await post(alice, website, { message: "@bob look" });
    await card(bob, "Website").getByText("2 unread messages").waitFor();
    await card(bob, "Website").getByText("1 mention or task for you").waitFor();
    await post(alice, kitchen, { message: "tea?" });
    await titled(bob, "(3) Your projects · Chung");
    assert.deepEqual(await names(bob), ["Kitchen", "Website"], "the latest activity first");
    assert.equal(await card(bob, "Website").locator(".preview").innerText(), "alice: @bob look");
    assert.equal(await alice.locator(".badge").count(), 0, "one's own are not unread");

    const reader = await bob.context().newPage();
    await reader.goto(windows.origin + website);
    await titled(bob, "(1) Your projects · Chung");
    assert.equal(await card(bob, "Website").locator(".badge").count(), 0);
    assert.deepEqual(windows.scriptErrors, []);
  },
);

browserTest(
  "ProjectList shows what became of the last message when one comes back",
  async (windows) => {
    const alice = await windows.join("alice");
    const bob = await windows.join("bob", NARROW);
    const path = await makeProject(alice, "Website", "bob");
    const { message } = await post(alice, path, { message: "frist" });
    await card(bob, "Website").getByText("frist").waitFor();
    const change = `${path}/messages/${message.id}`;
    await post(alice, change, { do: "edit", message: "first" });
    await bob.reload();
    await card(bob, "Website").getByText("1 unread message").waitFor();
    await card(bob, "Website").getByText("first").waitFor();
    await post(alice, change, { do: "delete" });
    await bob.reload();
    await card(bob, "Website").getByText("(deleted message)").waitFor();
    assert.equal(await card(bob, "Website").locator(".badge").count(), 0);
  },
);

browserTest(
  "ProjectList shows a project that is joined, renamed, and left",
  async (windows) => {
    const alice = await windows.join("alice");
    const bob = await windows.join("bob");
    await bob.getByText("No projects yet").waitFor();
    const path = await makeProject(alice, "Websiet", "");
    await post(alice, `${path}/members`, { members: "bob" });
    await card(bob, "Websiet").waitFor();
    await post(alice, `${path}/name`, { name: "Website" });
    await card(bob, "Website").waitFor();
    await post(alice, `${path}/owner`, { username: "bob" });
    await card(alice, "Website").waitFor();
    await post(bob, `${path}/members/remove`, { username: "alice" });
    await alice.getByText("No projects yet").waitFor();
  },
);

browserTest(
  "ProjectList keeps the focus and what is typed when its order changes",
  async (windows) => {
    const alice = await windows.join("alice");
    const bob = await windows.join("bob", NARROW);
    const paths: string[] = [];
    for (const name of ["One", "Two", "Three", "Four"]) {
      paths.push(await makeProject(alice, name, "bob"));
    }
    await card(bob, "Four").waitFor();
    const focused = bob.getByRole("link", { name: "Two" });
    await focused.focus();
    for (const [at, path] of paths.entries()) {
      await post(alice, path, { message: `message ${at}` });
      await bob.locator(".project").first().getByText(`message ${at}`).waitFor();
      assert.equal(await focused.evaluate((link) => link === document.activeElement), true);
    }
    assert.deepEqual(await names(bob), ["Four", "Three", "Two", "One"]);
    const field = bob.getByLabel("Project name");
    await field.fill("half a na");
    await post(alice, paths[0], { message: "again" });
    await bob.locator(".project").first().getByText("again").waitFor();
    assert.equal(await field.evaluate((input) => input === document.activeElement), true);
    assert.equal(await field.inputValue(), "half a na");
  },
);

browserTest("ProjectList says when the server is lost, and catches up", async (windows) => {
  const alice = await windows.join("alice");
  const bob = await windows.join("bob");
  const path = await makeProject(alice, "Website", "bob");
  for (let number = 0; number < 4; number++) await makeProject(alice, `Other ${number}`, "bob");
  await bob.locator(".project").nth(4).waitFor();
  await bob.setViewportSize({ width: 360, height: 300 });
  await card(bob, "Website").scrollIntoViewIfNeeded();
  await windows.stopServer();
  const lost = bob.getByText("The connection to the server is lost");
  await lost.waitFor();
  const { y } = (await lost.boundingBox())!;
  assert.ok(y >= 0 && y < 300, "in view however far the list is scrolled");
  await windows.startServer();
  await post(alice, path, { message: "back again" });
  await card(bob, "Website").getByText("1 unread message").waitFor();
  await bob.getByText("The connection to the server is lost").waitFor({ state: "detached" });
});

browserTest("ProjectList says so when the session ends elsewhere", async (windows) => {
  const bob = await windows.join("bob");
  await makeProject(bob, "Website", "");
  await card(bob, "Website").waitFor();
  const other = await bob.context().newPage();
  await other.goto(windows.origin);
  await other.getByRole("button", { name: "Log out" }).click();
  await bob.getByText("this list no longer updates").waitFor();
  const link = bob.locator(".live-list").getByRole("link", { name: "Log in" });
  assert.equal(await link.getAttribute("href"), "/login");
});

browserTest(
  "ProjectList has the browser notify of a mention, and of nothing else",
  async (windows) => {
    const alice = await windows.join("alice");
    const bob = await windows.join("bob");
    await bob.context().grantPermissions(["notifications"], { origin: windows.origin });
    // Replaces notifications, which a headless browser doesn't show.
    await bob.addInitScript(() => {
      const shown: string[] = [];
      Object.assign(globalThis, { shown });
      globalThis.Notification = class extends Notification {
        // The headless shell grants none.
        static override readonly permission = "granted";
        constructor(title: string, options?: NotificationOptions) {
          super(title, options);
          shown.push(`${title}: ${options?.body}`);
        }
      };
    });
    const path = await makeProject(alice, "Website", "bob");
    await bob.reload();
    await post(alice, path, { message: "nothing for anybody" });
    // The list is live from here on: earlier mentions are counted, but not notified.
    await card(bob, "Website").getByText("1 unread message").waitFor();
    await post(alice, path, { message: "@bob look" });
    await bob.waitForFunction(() =>
      (globalThis as unknown as { shown: string[] }).shown.length > 0
    );
    assert.deepEqual(
      await bob.evaluate(() => (globalThis as unknown as { shown: string[] }).shown),
      ["alice in Website: @bob look"],
    );
  },
);
