import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { assertAccessible } from "../browser/accessibility.ts";
import {
  type BoardWindow,
  card,
  focused,
  hasFocus,
  hasTitles,
  middle,
  openBoard,
  says,
  titles,
} from "./board_window.ts";
import type { ChatWindows } from "./chat_windows.ts";
import { browserTest } from "./room_page.ts";

/** Registers a test on a board whose tasks to do are A, B and C. */
function boardTest(
  name: string,
  run: (board: BoardWindow, windows: ChatWindows) => Promise<void>,
): void {
  browserTest(name, async (windows) => {
    const board = await openBoard(windows, ["A", "B", "C"]);
    try {
      await run(board, windows);
    } finally {
      await board.close();
    }
    assert.deepEqual(windows.scriptErrors, []);
  });
}

const column = (page: Page, status: string) => page.locator(`#column-${status}`);
const title = (page: Page, name: string) => card(page, name).locator(".task-title");
const panel = (page: Page) => page.locator(".card-panel");
const notice = (page: Page) => page.locator(".board-notice");

async function fromMenu(page: Page, name: string, command: string): Promise<void> {
  await card(page, name).locator(".card-menu").click();
  await page.getByRole("menuitem", { name: command, exact: true }).click();
}

/** Whether the page would ask before it is left. */
function asksToStay(): boolean {
  const leaving = new Event("beforeunload", { cancelable: true });
  dispatchEvent(leaving);
  return leaving.defaultPrevented;
}

/** Takes a card with the mouse, and holds it over a point. */
async function take(page: Page, name: string, to: { x: number; y: number }): Promise<void> {
  const from = await middle(card(page, name));
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 10, from.y, { steps: 2 });
  await page.mouse.move(to.x, to.y, { steps: 3 });
}

/** A point above the middle of a card. */
async function above(page: Page, name: string): Promise<{ x: number; y: number }> {
  const { x, y } = await middle(card(page, name));
  return { x, y: y - 8 };
}

boardTest(
  "a mouse drags cards within a column and to others; every window shows it",
  async (board, w) => {
    const { page, url } = board;
    const second = await page.context().newPage();
    await second.goto(url);
    await page.bringToFront();
    await take(page, "C", await above(page, "A"));
    await page.locator(".card-gap").waitFor();
    assert.equal(await page.locator(".card-ghost").count(), 1);
    await page.mouse.up();
    for (const window of [page, second]) await hasTitles(window, "todo", ["C", "A", "B"]);
    assert.equal(await page.locator(".card-ghost, .card-gap").count(), 0);

    await take(page, "A", await middle(column(page, "done")));
    await page.mouse.up();
    for (const window of [page, second]) await hasTitles(window, "done", ["A"]);
    assert.equal(await panel(page).count(), 0, "what is dropped is not opened");
    await notice(page).getByRole("button", { name: "Undo" }).click();
    for (const window of [page, second]) await hasTitles(window, "todo", ["C", "A", "B"]);

    // Escape puts it back; so does somebody else who changes or deletes it.
    await take(page, "A", await middle(column(page, "done")));
    await page.keyboard.press("Escape");
    await page.mouse.up();
    await hasTitles(page, "todo", ["C", "A", "B"]);
    await take(page, "A", await middle(column(page, "done")));
    await board.bob("set_task", "A", "doing");
    await says(page, "bob has just changed");
    await page.mouse.up();
    for (const window of [page, second]) await hasTitles(window, "doing", ["A"]);
    assert.deepEqual(await titles(page, "done"), []);
    await take(page, "A", await middle(column(page, "done")));
    await board.bob("delete_task", "A");
    await page.locator(".card-ghost").waitFor({ state: "detached" });
    await page.mouse.up();
    for (const window of [page, second]) await hasTitles(window, "doing", []);

    await board.bob("set_task", "B", "done");
    await hasTitles(page, "done", ["B"]);
    await page.reload();
    await hasTitles(page, "todo", ["C"]);
    await hasTitles(page, "done", ["B"]);
    assert.deepEqual(w.scriptErrors, []);
  },
);

boardTest(
  "keys lift a card, move it and drop it or put it back, and each is said",
  async (board) => {
    const { page } = board;
    await title(page, "B").focus();
    for (
      const [key, next] of [["ArrowDown", "C"], ["Home", "A"], ["ArrowUp", "A"], ["ArrowDown", "B"]]
    ) {
      await page.keyboard.press(key);
      await hasFocus(page, next);
    }
    await page.keyboard.press("Space");
    await says(page, "position 2 of 3 in To do");
    await page.keyboard.press("ArrowUp");
    await says(page, "Position 1 of 3 in To do.");
    await hasTitles(page, "todo", ["B", "A", "C"]);
    await page.keyboard.press("ArrowRight");
    await says(page, "Position 1 of 1 in Doing.");
    await hasFocus(page, "B");
    await page.keyboard.press("Escape");
    await says(page, "stays where it was");
    await hasTitles(page, "todo", ["A", "B", "C"]);
    await hasFocus(page, "B");

    await page.keyboard.press("Space");
    await page.keyboard.press("End");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    await says(page, "at position 1 of 1 in Done");
    await hasFocus(page, "B");
    await hasTitles(page, "done", ["B"]);
    assert.equal(await panel(page).count(), 0);
    // Whoever goes on elsewhere with a lifted card leaves it there.
    await page.keyboard.press("Space");
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("Tab");
    await says(page, "stays where it was");
    await hasTitles(page, "done", ["B"]);

    // Somebody else is faster.
    await title(page, "C").focus();
    await page.keyboard.press("Space");
    await page.keyboard.press("ArrowRight");
    await board.bob("set_task", "C", "done");
    await says(page, "bob has just changed");
    await hasTitles(page, "done", ["B", "C"]);
    await hasFocus(page, "C");
    await page.keyboard.press("Space");
    await board.bob("delete_task", "C");
    await hasTitles(page, "done", ["B"]);
    await hasFocus(page, "B");
    await page.keyboard.press("ArrowLeft");
    await hasFocus(page, "A");
    await board.bob("delete_task", "A");
    await hasTitles(page, "todo", []);
    assert.match(await focused(page), /^To do/);
  },
);

boardTest(
  "a card's menu moves, assigns, dates and deletes, and the focus stays on the board",
  async (board) => {
    const { page } = board;
    const button = card(page, "B").locator(".card-menu");
    await button.focus();
    await page.keyboard.press("Enter");
    assert.equal(await focused(page), "Move to Doing");
    await page.keyboard.press("ArrowUp");
    assert.equal(await focused(page), "Delete the task");
    await page.keyboard.press("Escape");
    await page.waitForFunction(() => document.activeElement?.classList.contains("card-menu"));
    await fromMenu(page, "B", "Move up");
    await hasTitles(page, "todo", ["B", "A", "C"]);
    await hasFocus(page, "B");
    await fromMenu(page, "B", "Assign to me");
    await card(page, "B").locator(".task-assignee").waitFor();
    await hasFocus(page, "B");
    // A click elsewhere closes it, and the focus goes there; the button closes it too.
    await button.click();
    await page.getByRole("searchbox", { name: "Filter by words" }).click();
    await page.locator("[role=menu]").waitFor({ state: "detached" });
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute("name")), "q");
    await button.click();
    await page.getByRole("menu").waitFor();
    await button.click();
    await page.locator("[role=menu]").waitFor({ state: "detached" });

    await fromMenu(page, "B", "Delete the task");
    await hasTitles(page, "todo", ["A", "C"]);
    await hasFocus(page, "A");
    await notice(page).getByRole("button", { name: "Undo" }).click();
    await hasTitles(page, "todo", ["B", "A", "C"]);
    // A menu whose task somebody else deletes closes.
    await button.click();
    await board.bob("delete_task", "B");
    await page.locator("[role=menu]").waitFor({ state: "detached" });
    await hasFocus(page, "A");
  },
);

boardTest(
  "what is typed into an open card stays, whatever others do with it meanwhile",
  async (board) => {
    const { page } = board;
    await title(page, "A").click();
    const field = page.getByRole("textbox", { name: "Title" });
    await page.waitForURL(/\?task=\d+$/);
    await field.fill("A của tôi");
    await board.bob("set_task", "A", "doing");
    await hasTitles(page, "doing", ["A"]);
    await board.bob("rename_task", "A", "A của Bob");
    await hasTitles(page, "doing", ["A của Bob"]);
    await panel(page).getByText("bob has changed the title to").waitFor();
    assert.equal(await field.inputValue(), "A của tôi");
    assert.equal(await field.evaluate((element) => element === document.activeElement), true);
    await page.keyboard.press("Enter");
    await hasTitles(page, "doing", ["A của tôi"]);
    await page.locator(".task-card.waiting").waitFor({ state: "detached" });
    // A title that nobody is editing follows.
    await board.bob("rename_task", "A", "A");
    await hasTitles(page, "doing", ["A"]);
    await page.waitForFunction(() =>
      document.querySelector<HTMLTextAreaElement>("#card-title")?.value === "A"
    );

    await page.getByRole("button", { name: "Add notes" }).click();
    const notes = panel(page).getByRole("textbox", { name: "Notes" });
    await notes.fill("của tôi\ndòng hai");
    await board.bob("note_task", "A", "của Bob");
    await board.bob("set_task", "A", "todo");
    await panel(page).locator(".notice-box").filter({ hasText: "bob edited the notes" }).waitFor();
    assert.equal(await notes.inputValue(), "của tôi\ndòng hai");
    // Closing it, by whatever way, loses nothing either.
    await page.getByRole("link", { name: "Close the task" }).click();
    await hasFocus(page, "A");
    await title(page, "A").click();
    assert.equal(await notes.inputValue(), "của tôi\ndòng hai");
    await page.getByRole("button", { name: "Save mine" }).click();
    await panel(page).locator(".card-notes .text").filter({ hasText: "dòng hai" }).waitFor();
    assert.match(await panel(page).locator(".card-notes .text").innerText(), /của tôi\ndòng hai/);

    // People and days are saved once they stand.
    await panel(page).getByLabel("Assignee").selectOption("bob");
    await card(page, "A").locator(".task-assignee").filter({ hasText: "bob" }).waitFor();
    const due = panel(page).getByLabel("Due");
    await due.fill("2031-12-01");
    await panel(page).getByText("1 December 2031").waitFor();
    await board.bob("due", "A", "2031-12-02");
    await card(page, "A").getByText("2/12/2031", { exact: true }).waitFor();
    assert.equal(await due.inputValue(), "2031-12-02");
    const history = panel(page).locator(".card-history li");
    const before = await history.count();
    await panel(page).getByLabel("Assignee").focus();
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("ArrowUp");
    await due.focus();
    await page.keyboard.type("11112032", { delay: 20 });
    await page.keyboard.press("Tab");
    await card(page, "A").getByText("11/11/2032", { exact: true }).waitFor();
    await card(page, "A").locator(".task-assignee").waitFor({ state: "detached" });
    await page.waitForFunction(
      (count) => document.querySelectorAll(".card-history li").length === count,
      before + 2,
    ).catch(async () => assert.deepEqual(await history.allTextContents(), [before + 2]));
    await field.fill("chưa lưu");
    await page.keyboard.press("Escape");
    await hasTitles(page, "todo", ["B", "C", "chưa lưu"]);
    await hasFocus(page, "chưa lưu");
  },
);

boardTest(
  "a card that somebody deletes while it is open says who did, and can be brought back",
  async (board) => {
    const { page } = board;
    await title(page, "B").click();
    await page.getByRole("button", { name: "Add notes" }).click();
    await panel(page).getByRole("textbox", { name: "Notes" }).fill("ghi chú dở dang");
    await board.bob("delete_task", "B");
    await page.getByText("bob has deleted this task.").waitFor();
    assert.equal(await page.getByLabel("What you had typed").inputValue(), "ghi chú dở dang");
    assert.notEqual(await page.evaluate(() => document.activeElement?.tagName), "BODY");
    await page.getByRole("button", { name: "Bring it back" }).click();
    await hasTitles(page, "todo", ["A", "B", "C"]);
    const notes = panel(page).getByRole("textbox", { name: "Notes" });
    await notes.waitFor();
    assert.equal(await notes.inputValue(), "ghi chú dở dang");
    await panel(page).getByRole("button", { name: "Save", exact: true }).click();
    await card(page, "B").locator(".task-mark").waitFor();
    // The Back button closes it, and its own deletion leads to the next card.
    await page.goBack();
    await panel(page).waitFor({ state: "detached" });
    await hasFocus(page, "B");
    await page.goForward();
    await panel(page).getByRole("button", { name: "Delete the task" }).click();
    await hasTitles(page, "todo", ["A", "C"]);
    await hasFocus(page, "C");
  },
);

boardTest(
  "changes wait while the server is away, and are sent when it is back",
  async (board, w) => {
    const { page } = board;
    await title(page, "C").click();
    await panel(page).getByLabel("Due").waitFor();
    await w.stopServer();
    await fromMenu(page, "A", "Move to Done");
    await fromMenu(page, "B", "Delete the task");
    await page.getByRole("button", { name: "Add notes" }).click();
    await panel(page).getByRole("textbox", { name: "Notes" }).fill("viết khi mất mạng");
    await panel(page).getByRole("button", { name: "Save", exact: true }).click();
    const add = page.getByRole("textbox", { name: "Add a task to To do" });
    await add.fill("D");
    await add.press("Enter");
    await page.getByText("The change will be sent once it can.").waitFor();
    await hasTitles(page, "todo", ["C"]);
    await hasTitles(page, "done", ["A"]);
    assert.match(await panel(page).innerText(), /viết khi mất mạng/);
    assert.equal(await page.evaluate(asksToStay), true, "leaving would lose what waits");
    assert.equal(await add.inputValue(), "D", "what can't be added stays in its field");
    await w.startServer();
    await page.getByText("The change will be sent once it can.").waitFor({ state: "detached" });
    await add.press("Enter");
    await hasTitles(page, "todo", ["C", "D"]);
    await hasTitles(page, "done", ["A"]);
    assert.equal(await page.evaluate(asksToStay), false);
    await page.reload();
    await hasTitles(page, "todo", ["C", "D"]);
    await hasTitles(page, "done", ["A"]);
    assert.match(await panel(page).innerText(), /viết khi mất mạng/);
  },
);

browserTest(
  "of 1,000 tasks a part is drawn, more where it is asked for, and filters find the others",
  async (w) => {
    const board = await openBoard(w, []);
    const { page, url } = board;
    await board.close();
    await w.stopServer();
    await w.fillBoard("bob", Array.from({ length: 1_000 }, (_, at) => `Việc số ${at}.`));
    await w.startServer();
    await page.goto(url);
    const cards = column(page, "todo").locator(".task-card");
    await page.locator(".card-menu").first().waitFor({ state: "attached" });
    assert.equal(await cards.count(), 40);
    await page.getByRole("link", { name: "Show 960 more" }).click();
    await page.waitForFunction(() => document.querySelectorAll(".task-card").length === 80);
    const filter = page.getByRole("searchbox", { name: "Filter by words" });
    await filter.fill("viec so 987.");
    await hasTitles(page, "todo", ["Việc số 987."]);
    await page.getByText("1 of 1,000 tasks").or(page.getByText("1 of 1000 tasks")).waitFor();
    await filter.fill("");
    // Who drags to the end of what is drawn finds what follows there.
    const { x, y, height } = (await column(page, "todo").locator(".board-cards").boundingBox())!;
    await column(page, "todo").locator(".board-cards").evaluate((list) => list.scrollTo(0, 9_999));
    await take(page, "Việc số 77.", { x: x + 80, y: y + height - 4 });
    await page.waitForFunction(() =>
      document.querySelectorAll("#column-todo .task-card").length > 100
    );
    await page.keyboard.press("Escape");
    await page.mouse.up();
    // A card that keys take to the end stays in sight.
    await title(page, "Việc số 0.").focus();
    await page.keyboard.press("Space");
    await page.keyboard.press("End");
    await says(page, "Position 1000 of 1000");
    await hasFocus(page, "Việc số 0.");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() =>
      [...document.querySelectorAll(".task-title")].pop()?.textContent === "Việc số 0."
    );
    assert.deepEqual(w.scriptErrors, []);
  },
);

browserTest("a finger that is held on a card drags it, and one that swipes scrolls", async (w) => {
  const many = Array.from({ length: 20 }, (_, at) => `Việc ${at}.`);
  const size = { width: 375, height: 700 };
  const board = await openBoard(w, many, { viewport: size, hasTouch: true });
  const { page } = board;
  const devices = await page.context().newCDPSession(page);
  const touch = (type: "touchStart" | "touchMove" | "touchEnd", at?: { x: number; y: number }) =>
    devices.send("Input.dispatchTouchEvent", { type, touchPoints: at ? [at] : [] });
  const from = await middle(card(page, "Việc 5."));
  await touch("touchStart", from);
  for (let y = from.y; y > from.y - 180; y -= 15) await touch("touchMove", { x: from.x, y });
  await touch("touchEnd");
  await page.waitForFunction(() => document.querySelector(".board-cards")!.scrollTop > 50);
  // The cards go on a little after the finger has left.
  await column(page, "todo").locator(".board-cards").evaluate((cards) =>
    new Promise<void>((resolve) => {
      const look = (last: number, frames: number) => {
        if (frames === 10) return resolve();
        const { scrollTop } = cards;
        requestAnimationFrame(() => look(scrollTop, scrollTop === last ? frames + 1 : 0));
      };
      look(-1, 0);
    })
  );
  const scrolled = () => column(page, "todo").locator(".board-cards").evaluate((e) => e.scrollTop);
  assert.equal((await titles(page, "todo")).join(), many.join(), "and moves nothing");
  assert.equal(await panel(page).count(), 0);

  const held = await middle(card(page, "Việc 9."));
  await touch("touchStart", held);
  await page.locator(".card-ghost").waitFor();
  const before = await scrolled();
  const over = await middle(card(page, "Việc 7."));
  await touch("touchMove", { x: held.x, y: held.y - 10 });
  await touch("touchMove", { x: over.x, y: over.y - 10 });
  await page.locator(".card-gap").waitFor();
  await touch("touchEnd");
  assert.equal(await scrolled(), before, "the finger doesn't scroll meanwhile");
  const order = many.filter((name) => name !== "Việc 9.");
  await hasTitles(page, "todo", order.toSpliced(7, 0, "Việc 9."));
  // A tap opens the card, which covers the board.
  await title(page, "Việc 9.").tap();
  await panel(page).getByLabel("Due").waitFor();
  for (const covered of [title(page, "Việc 9."), page.locator(".board-filter select").first()]) {
    const visibility = await covered.evaluate((element) => getComputedStyle(element).visibility);
    assert.equal(visibility, "hidden");
  }
  await page.getByRole("link", { name: "Close the task" }).tap();
  await hasFocus(page, "Việc 9.");
  await board.close();
});

browserTest("a board is accessible in both themes and languages, and fits 320 px", async (w) => {
  const board = await openBoard(w, ["A", "x".repeat(200), "B"], { bypassCSP: true });
  const { page, url } = board;
  await board.bob("due", "A", "2020-01-01");
  await board.bob("note_task", "A", "**ghi chú** với `mã`");
  for (
    const [language, scheme, status] of [
      ["vi", "dark", "Cần làm"],
      ["en", "light", "To do"],
    ] as const
  ) {
    await page.goto(`${w.origin}/me`);
    const other = page.getByRole("button", { name: language === "vi" ? "Tiếng Việt" : "English" });
    if (await other.count() > 0) await other.click();
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 700 });
      await page.goto(url);
      await page.locator(".card-menu").first().waitFor({ state: "attached" });
      assert.ok((await column(page, "todo").innerText()).startsWith(status), status);
      const what = `${language} ${scheme} ${width}`;
      const fits = async (part: string) =>
        assert.equal(
          await page.evaluate(() => document.documentElement.scrollWidth),
          width,
          `${what} ${part}`,
        );
      await assertAccessible(page, `board ${what}`);
      await fits("board");
      await column(page, "todo").locator(".add-task input[name=title]").focus();
      await assertAccessible(page, `form ${what}`);
      await card(page, "A").locator(".card-menu").click();
      await assertAccessible(page, `menu ${what}`);
      await fits("menu");
      await page.keyboard.press("Escape");
      await title(page, "A").click();
      await panel(page).locator(".card-notes .text").waitFor();
      await panel(page).locator("summary").click();
      await assertAccessible(page, `card ${what}`);
      await fits("card");
    }
  }
  await board.close();
  assert.deepEqual(w.scriptErrors, []);
});
