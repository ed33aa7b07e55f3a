import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { browserTest } from "../islands/room_page.ts";
import { assertAccessibleInBothThemes } from "./accessibility.ts";
import { type Workplace, workplaceOf } from "./workplace.ts";

type Options = Parameters<Workplace["person"]>[0];

const testPages = (name: string, test: (workplace: Workplace) => Promise<void>): void =>
  browserTest(name, (windows) => test(workplaceOf(windows)));

async function join(workplace: Workplace, username: string, options: Options = {}): Promise<Page> {
  const page = await workplace.person(options);
  page.setDefaultTimeout(15_000);
  await page.goto(`${workplace.url}/register`);
  await page.getByLabel("Username").fill(username);
  await page.getByLabel("Password").fill("matkhau-123");
  await page.getByRole("button", { name: "Register" }).click();
  await page.getByRole("heading", { name: "Your projects" }).waitFor();
  return page;
}

async function createProject(page: Page, name: string, members: string): Promise<string> {
  await page.getByLabel("Project name").fill(name);
  await page.getByLabel("Members").fill(members);
  await page.getByRole("button", { name: "Create project" }).click();
  await page.getByRole("heading", { name }).waitFor();
  return page.url();
}

const member = (page: Page, name: string) =>
  page.locator(".member-list li").filter({ has: page.getByText(name, { exact: true }) });

/** Sends a message with the form, with or without script. */
async function send(page: Page, text: string): Promise<void> {
  await page.getByLabel("Your message").fill(text);
  await page.getByRole("button", { name: "Send" }).click();
  await page.locator(".message:not(.pending)").filter({ hasText: text }).last().waitFor();
}

/** Sends messages as the page's user, but without the browser, which is limited to six connections. */
async function sender(page: Page, room: string): Promise<(message: string) => Promise<void>> {
  const { origin } = new URL(room);
  const cookies = await page.context().cookies(origin);
  const headers = {
    accept: "application/json",
    cookie: cookies.map(({ name, value }) => `${name}=${value}`).join("; "),
    origin,
  };
  return async (message) => {
    const body = new URLSearchParams({ message });
    const response = await fetch(room, { method: "POST", headers, body });
    await response.body?.cancel();
    assert.equal(response.status, 200);
  };
}

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "with script" : "without script";
  const options = { javaScriptEnabled, viewport: { width: 1280, height: 800 } };

  testPages(`a project is renamed, given away and left ${how}`, async (workplace) => {
    const [bob, carol] = [
      await join(workplace, "bob", options),
      await join(workplace, "carol", options),
    ];
    const alice = await join(workplace, "alice", options);
    const room = await createProject(alice, "Websiet", "bob, carol");
    const open = async (page: Page) => void await page.goto(room);

    await alice.getByRole("link", { name: "Project settings" }).click();
    await alice.getByText("Make another member the owner first").waitFor();
    await alice.getByLabel("Project name").fill("Website");
    await alice.getByRole("button", { name: "Save" }).click();
    await alice.getByText("The project is called Website now.").waitFor();
    await alice.getByRole("link", { name: "Back to the room" }).click();
    await alice.getByRole("heading", { name: "Website" }).waitFor();

    await open(carol);
    await member(alice, "carol").locator("summary").click();
    await alice.getByRole("link", { name: "Remove carol from the project" }).click();
    await alice.getByRole("heading", { name: "Remove carol from Website?" }).waitFor();
    await alice.getByText("carol can no longer read or write here").waitFor();
    await alice.getByRole("button", { name: "Remove carol" }).click();
    await alice.getByText("carol was removed from Website.").waitFor();
    await member(alice, "carol").waitFor({ state: "detached" });
    if (!javaScriptEnabled) await carol.reload();
    await carol.getByText(/removed you from|(no longer|not) a member/).first().waitFor();

    await member(alice, "bob").locator("summary").click();
    await alice.getByRole("link", { name: "Make bob the owner" }).click();
    await alice.getByRole("heading", { name: "Make bob the owner of Website?" }).waitFor();
    await alice.getByRole("button", { name: "Make bob the owner" }).click();
    await alice.getByText("bob owns Website now.").waitFor();
    await member(alice, "bob").getByText("owner").waitFor();
    assert.equal(await alice.getByText("Manage").count(), 0);

    await alice.getByRole("link", { name: "Project settings" }).click();
    await alice.getByRole("link", { name: "Leave the project" }).click();
    await alice.getByRole("heading", { name: "Leave Website?" }).waitFor();
    await alice.getByRole("button", { name: "Leave now" }).click();
    await alice.getByText("You left Website.").waitFor();
    await alice.getByText("No projects yet").waitFor();
    await open(bob);
    assert.deepEqual(await bob.locator(".member-name").allInnerTexts(), ["bob"]);
    assert.deepEqual(workplace.complaints, []);
  });

  testPages(`messages are found, changed and deleted ${how}`, async (workplace) => {
    const alice = await join(workplace, "alice", options);
    const room = await createProject(alice, "Website", "");
    await send(alice, "Hóa đơn số 17");
    await send(alice, "something else");
    const search = alice.getByRole("search", { name: "this project" });
    await search.getByRole("searchbox").fill("hoa don");
    await search.getByRole("button", { name: "Search" }).click();
    await alice.getByText("1 message.").waitFor();
    assert.deepEqual(await alice.locator("mark").allInnerTexts(), ["Hóa", "đơn"]);
    await alice.locator(".result .place").click();
    await alice.waitForURL(/\?at=(\d+)&q=hoa\+don#message-\1$/);
    await alice.locator(".message").filter({ hasText: "Hóa đơn" }).waitFor();
    await alice.getByRole("link", { name: "Results for “hoa don”" }).click();
    await alice.waitForURL(/\/search\?q=hoa\+don&at=(\d+)#result-\1$/);
    await alice.locator(".result:target .place").click();
    await alice.locator(".message.found, .message:target").waitFor();
    await alice.goBack();
    await alice.waitForURL(/\/search\?q=hoa\+don&at=(\d+)#result-\1$/);
    await alice.getByText("1 message.").waitFor();
    await alice.goForward();
    await alice.locator(".message.found, .message:target").waitFor();
    if (javaScriptEnabled) {
      await alice.locator(".message.found:focus").press("Escape");
      await alice.waitForURL(/\/search\?q=hoa\+don&at=(\d+)#result-\1$/);
      await alice.locator(".result .place").click();
      await alice.locator(".message.found:focus").waitFor();
    }

    const [, id] = /at=(\d+)/.exec(alice.url())!;
    await alice.goto(`${room}/messages/${id}`);
    await alice.getByLabel("Text of the message").fill("Biên lai số 18");
    await alice.getByRole("button", { name: "Save the message" }).click();
    await alice.locator(`#message-${id}`).filter({ hasText: "Biên lai số 18" }).waitFor();
    await alice.goto(`${room}/search?q=hoa+don`);
    await alice.getByText("No message has “hoa don”.").waitFor();
    await alice.goto(`${room}/messages/${id}`);
    await alice.getByRole("button", { name: "Delete the message" }).click();
    await alice.locator(`#message-${id}`).filter({ hasText: "(deleted message)" }).waitFor();
    assert.deepEqual(workplace.complaints, []);
  });
}

testPages("nothing is wider than a small window without script", async (workplace) => {
  const alice = await join(workplace, "alice");
  const bob = await join(workplace, "bob", {
    javaScriptEnabled: false,
    viewport: { width: 320, height: 640 },
  });
  const room = await createProject(alice, "Website", "bob");
  await send(alice, "hello");
  const id = (await alice.locator(".message").first().getAttribute("id"))!.split("-")[1];
  const long = "w".repeat(32);
  await join(workplace, long);
  const own = await createProject(bob, "Of bob", long);
  const asking = [
    "/people",
    "/settings",
    "/archive",
    `/owner?username=${long}`,
    `/members/remove?username=${long}`,
  ];
  const metrics = await bob.context().newCDPSession(bob);
  for (const language of ["English", "Tiếng Việt"]) {
    await bob.goto(`${workplace.url}/me`);
    const other = bob.getByRole("button", { name: language });
    if (await other.count() > 0) await other.click();
    for (const width of [320, 360]) {
      await bob.setViewportSize({ width, height: 640 });
      const rooms = ["", `?at=${id}&q=hello`, "?problem=not_owner"];
      const others = [`?before=${id}&q=hello`, "/search?q=hello", `/messages/${id}?q=hello`];
      const pages = [...rooms, ...others].map((query) => room + query);
      for (
        const page of [
          workplace.url,
          `${workplace.url}/me`,
          ...pages,
          ...asking.map((path) => own + path),
        ]
      ) {
        await bob.goto(page);
        const { cssContentSize } = await metrics.send("Page.getLayoutMetrics");
        assert.equal(cssContentSize.width, width, page);
      }
      for (const query of rooms) {
        await bob.goto(room + query);
        const pieces = await bob.locator(".without-script > *").all();
        assert.equal(pieces.length, 2, "to mark all read, and to reload");
        for (const piece of pieces) {
          const box = (await piece.boundingBox())!;
          assert.ok(box.x >= 16 && box.x + box.width <= width - 16, `${query} at ${width}`);
        }
      }
    }
  }
});

testPages("what is unread is read to its end without script", async (workplace) => {
  const alice = await join(workplace, "alice");
  const bob = await join(workplace, "bob", { javaScriptEnabled: false });
  const room = await createProject(alice, "Website", "bob");
  for (let number = 0; number < 3; number++) await send(alice, `message ${number}`);
  await bob.reload();
  assert.match(await bob.title(), /^\(3\)/);
  await bob.getByRole("link", { name: "Website" }).click();
  await bob.getByRole("button", { name: "Mark all read" }).click();
  await bob.getByRole("button", { name: "Mark all read" }).waitFor({ state: "detached" });
  await bob.getByRole("link", { name: "Chung", exact: true }).click();
  assert.equal(await bob.title(), "Your projects · Chung");
  assert.equal(bob.url(), `${new URL(room).origin}/`);
});

testPages(
  "a search leads to its place in a room of thousands of messages",
  async (workplace) => {
    const alice = await join(workplace, "alice");
    const room = await createProject(alice, "Website", "");
    const say = await sender(alice, room);
    for (let from = 0; from < 3_000; from += 100) {
      if (from === 1_000) await say("cây kim dưới đáy bể");
      const texts = Array.from({ length: 100 }, (_, number) => `cọng rơm số ${from + number}`);
      await Promise.all(texts.map(say));
    }
    await alice.goto(`${room}/search?q=cay+kim`);
    await alice.locator(".result .place").click();
    const needle = alice.locator(".message").filter({ hasText: "cây kim dưới đáy bể" });
    await needle.waitFor();
    await alice.waitForFunction((line) => {
      const { top, bottom } = line!.getBoundingClientRect();
      const log = document.querySelector(".log")!.getBoundingClientRect();
      return top >= log.top && bottom <= log.bottom;
    }, await needle.elementHandle());
    assert.ok(await alice.locator(".message").count() <= 400);
    assert.deepEqual(workplace.complaints, []);
  },
);

testPages("the pages of projects are accessible in both themes", async (workplace) => {
  const options = { bypassCSP: true, reducedMotion: "reduce" } as const;
  const bob = await join(workplace, "bob", options);
  const alice = await join(workplace, "alice", options);
  const room = await createProject(alice, "Website", "bob");
  await send(alice, "chào @bob, xem https://example.com/ nhé");
  await bob.locator(".badge").waitFor();
  await assertAccessibleInBothThemes(bob, "the list");
  await (await sender(bob, room))("một dòng dài ".repeat(200));
  const long = alice.locator(".message").filter({ hasText: "một dòng dài" });
  const longId = (await long.getAttribute("id"))!.split("-")[1];
  const id = (await alice.locator(".message").first().getAttribute("id"))!.split("-")[1];
  const pages = [
    "/search?q=chao",
    `?at=${id}&q=${"một+câu+hỏi+dài+".repeat(20)}`,
    `?before=${longId}&q=chao`,
    "/search?q=zebra",
    `/messages/${id}`,
    `/messages/${longId}`,
    `?before=${id}`,
    "/people",
    "/settings",
    "?problem=not_owner",
  ];
  for (const viewport of [{ width: 1280, height: 800 }, { width: 360, height: 640 }]) {
    await alice.setViewportSize(viewport);
    for (const page of pages) {
      await alice.goto(room + page);
      await assertAccessibleInBothThemes(alice, `${page} at ${viewport.width}`);
      const wide = await alice.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(wide <= viewport.width, `${page} scrolls sideways at ${viewport.width}`);
    }
  }
  for (const summary of await alice.locator("details:not([open]) > summary").all()) {
    if (await summary.isVisible()) await summary.click();
  }
  await assertAccessibleInBothThemes(alice, "the room with everything unfolded");
  const { y, height } = (await alice.getByRole("button", { name: "Send" }).boundingBox())!;
  assert.ok(y + height <= 640, "the composer stays in view");
});
