import assert from "node:assert/strict";
import type { Task } from "../../../lib/model/task.ts";
import { startTestServer } from "../../server_fixture.ts";
import { startTestClient, type TestBrowser, type TestClient } from "../test_browser.ts";

interface Setup {
  client: TestClient;
  alice: TestBrowser;
  bob: TestBrowser;
  /** The path of Alice's project, with Bob as a member. */
  path: string;
}

async function withProject(run: (setup: Setup) => Promise<void>): Promise<void> {
  const server = await startTestServer();
  const client = await startTestClient(server);
  try {
    const [alice, bob] = [client.browser(), client.browser()];
    await alice.join("alice");
    await bob.join("bob");
    const path = await alice.makeProject("Website", "bob");
    await run({ client, alice, bob, path });
    assert.deepEqual(client.reports, []);
  } finally {
    client.close();
    await server.close();
  }
}

/** Posts like a form without script; returns the status, where the browser goes on, and the page. */
async function form(browser: TestBrowser, path: string, fields: Record<string, string>) {
  const response = await browser.post(path, fields);
  return {
    status: response.status,
    location: response.headers.get("location"),
    page: await response.text(),
  };
}

const JSON_HEADERS = { "accept": "application/json", "sec-fetch-site": "same-origin" };

/** Posts like the island. */
async function posted(browser: TestBrowser, path: string, fields: Record<string, string>) {
  const response = await browser.post(path, fields, JSON_HEADERS);
  return { status: response.status, body: await response.json() };
}

async function page(browser: TestBrowser, path: string): Promise<string> {
  const response = await browser.get(path);
  assert.equal(response.status, 200, path);
  return await response.text();
}

async function tasks(browser: TestBrowser, path: string): Promise<Task[]> {
  return (await (await browser.get(`${path}/tasks`, JSON_HEADERS)).json()).tasks;
}

async function add(
  browser: TestBrowser,
  path: string,
  title: string,
  fields: Record<string, string> = {},
): Promise<Task> {
  const { status, body } = await posted(browser, `${path}/tasks`, { title, ...fields });
  assert.equal(status, 200, JSON.stringify(body));
  return body.task;
}

/** The titles on a page's cards, by column. */
function columns(html: string): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  for (const column of html.split('<section class="board-column"').slice(1)) {
    const status = /data-status="(\w+)"/.exec(column)![1];
    const cards = column.split("</section>")[0].matchAll(/class="task-title"[^>]*>([^<]*)</g);
    found[status] = [...cards].map(([, title]) => title);
  }
  return found;
}

const field = (html: string, name: string) =>
  [...html.matchAll(/<textarea[^>]*name="(\w+)"[^>]*>([^<]*)</g)].find(([, of]) => of === name)
    ?.[2];

/** The part of a page that shows what its island gets, without which texts are found twice. */
const shown = (html: string) => html.replace(/<script[\s\S]*?<\/script>/g, "");

Deno.test("without script a board is three lists with forms, and a task is added with all it has", async () => {
  await withProject(async ({ alice, path }) => {
    const empty = await page(alice, `${path}/board`);
    assert.deepEqual(columns(empty), { todo: [], doing: [], done: [] });
    assert.equal(empty.match(/class="add-task"/g)?.length, 3);
    assert.match(empty, /<title>[^<]*Website[^<]*<\/title>/);

    const fields = { status: "doing", title: " Viết báo cáo ", assignee: "bob", due: "2031-12-01" };
    const sent = { ...fields, tag: "tag-1", filter: "due=late&x=//evil.example" };
    const { status, location } = await form(alice, `${path}/tasks`, sent);
    const [task] = await tasks(alice, path);
    assert.deepEqual([status, location], [303, `${path}/board?due=late#task-${task.id}`]);
    const { title, assignee, due } = task;
    assert.deepEqual([title, task.status, assignee, due], [
      "Viết báo cáo",
      "doing",
      "bob",
      "2031-12-01",
    ]);
    // Sent twice by mistake.
    await form(alice, `${path}/tasks`, sent);
    assert.equal((await tasks(alice, path)).length, 1);
    const board = await page(alice, `${path}/board`);
    assert.deepEqual(columns(board).doing, ["Viết báo cáo"]);
    assert.match(board, /1\/12\/2031/);
  });
});

Deno.test("a task that can't be added keeps what was typed, and leaves nothing behind", async () => {
  await withProject(async ({ alice, client, path }) => {
    const carol = client.browser();
    await carol.join("carol");
    const good = { status: "done", title: "Họp <b>đội</b>", assignee: "", due: "", filter: "q=x" };
    const cases: Record<string, string>[] = [
      { assignee: "carol" },
      { assignee: "nobody-at-all" },
      { due: "2026-02-30" },
      { title: "x".repeat(256) },
      { title: "\u200b" },
    ];
    for (const wrong of cases) {
      const fields = { ...good, ...wrong };
      const { status, page } = await form(alice, `${path}/tasks`, fields);
      const html = shown(page);
      assert(status === 403 || status === 422, `${status} ${JSON.stringify(wrong)}`);
      assert.match(html, /role="alert" id="add-done-problem"/);
      const typed = /id="add-done-problem"[\s\S]*?<input name="title"[^>]*value="([^"]*)"/.exec(
        html,
      )?.[1];
      assert.equal(typed, fields.title.replaceAll("<", "&lt;"), JSON.stringify(wrong));
      assert.doesNotMatch(html, /<b>đội/);
    }
    assert.deepEqual(await tasks(alice, path), []);
  });
});

Deno.test("a card saves what was edited alone, whatever others have changed meanwhile", async () => {
  await withProject(async ({ alice, bob, path }) => {
    const { id } = await add(alice, path, "Cũ", { due: "2031-01-01" });
    const html = shown(await page(alice, `${path}/board?task=${id}`));
    assert.equal(field(html, "title"), "Cũ");
    const was = { was_title: "Cũ", was_assignee: "", was_due: "2031-01-01", was_notes: "" };
    const same = { title: "Cũ", assignee: "", due: "2031-01-01", notes: "" };
    await posted(bob, `${path}/tasks/${id}`, { do: "rename", title: "Của Bob" });
    await posted(bob, `${path}/tasks/${id}`, { do: "assign", assignee: "alice" });

    const fields = { do: "save", ...was, ...same, notes: "dòng 1\r\n  dòng 2", due: "" };
    const { status, location } = await form(alice, `${path}/tasks/${id}`, {
      ...fields,
      filter: "assignee=bob",
    });
    assert.deepEqual([status, location], [303, `${path}/board?assignee=bob&task=${id}`]);
    const [task] = await tasks(alice, path);
    assert.deepEqual(
      [task.title, task.assignee, task.due, task.notes],
      ["Của Bob", "alice", null, "dòng 1\n  dòng 2"],
    );
  });
});

Deno.test("notes that somebody else has changed meanwhile are shown beside one's own", async () => {
  await withProject(async ({ alice, bob, path }) => {
    const { id } = await add(alice, path, "Việc");
    const url = `${path}/tasks/${id}`;
    await posted(bob, url, { do: "note", notes: "của Bob" });
    const fields = {
      do: "save",
      was_title: "Việc",
      title: "Việc",
      was_notes: "",
      notes: "của Alice",
    };
    const refused = await form(alice, url, fields);
    assert.equal(refused.status, 422);
    const html = shown(refused.page);
    assert.equal(field(html, "notes"), "của Alice");
    assert.match(html, /của Bob/);
    assert.equal((await tasks(alice, path))[0].notes, "của Bob");
    // Having seen them, she decides.
    const decided = await form(alice, url, { ...fields, was_notes: "của Bob" });
    assert.equal(decided.status, 303);
    assert.equal((await tasks(alice, path))[0].notes, "của Alice");
  });
});

Deno.test("a card whose title is refused keeps what was typed, and shows no other notes than these", async () => {
  await withProject(async ({ alice, path }) => {
    const { id } = await add(alice, path, "Việc");
    const { status, page } = await form(alice, `${path}/tasks/${id}`, {
      ...{ do: "save", was_title: "Việc", title: "y".repeat(256), was_notes: "", notes: "ghi-chú" },
    });
    const html = shown(page);
    assert.equal(status, 422);
    assert.equal(field(html, "title"), "y".repeat(256));
    assert.equal(field(html, "notes"), "ghi-chú");
    assert.equal(
      html.split("ghi-chú").length - 1,
      2,
      "in the field and in what it was opened with",
    );
  });
});

Deno.test("a task is moved before another one, deleted, and brought back by the notice's button", async () => {
  await withProject(async ({ alice, path }) => {
    const [a, b] = [await add(alice, path, "A"), await add(alice, path, "B")];
    const c = await add(alice, path, "C", { status: "done" });
    const card = shown(await page(alice, `${path}/board?task=${c.id}`));
    assert.match(card, new RegExp(`<option value="${b.id}">B</option>`));
    const moving = { do: "move", status: "todo", before: `${b.id}`, undo: "1", project: "Website" };
    const moved = await form(alice, `${path}/tasks/${c.id}`, { ...moving, filter: "" });
    assert.deepEqual([moved.status, moved.location], [303, `${path}/board`]);
    const board = shown(await page(alice, `${path}/board`));
    assert.deepEqual(columns(board), { todo: ["A", "C", "B"], doing: [], done: [] });
    // The form of the notice moves it back.
    const [, action, inputs] = /action="([^"]*)" class="undo">((?:<input[^>]*>)+)/.exec(board)!;
    const fields = [...inputs.matchAll(/name="(\w+)" value(?:="([^"]*)")?/g)];
    const undone = await form(
      alice,
      action.replaceAll("&amp;", "&"),
      Object.fromEntries(fields.map(([, name, value = ""]) => [name, value])),
    );
    assert.equal(undone.status, 303);
    assert.deepEqual((await tasks(alice, path)).map(({ title }) => title), ["A", "B", "C"]);
    assert.doesNotMatch(shown(await page(alice, `${path}/board`)), /class="undo"/);

    await form(alice, `${path}/tasks/${a.id}`, { do: "delete", filter: "", project: "Website" });
    const without = shown(await page(alice, `${path}/board`));
    assert.deepEqual(columns(without).todo, ["B"]);
    assert.match(without, /name="do" value="restore"/);
    await form(alice, `${path}/tasks/${a.id}`, { do: "restore" });
    assert.deepEqual(columns(await page(alice, `${path}/board`)).todo, ["A", "B"]);
  });
});

Deno.test("a move that can't be done is told on the board", async () => {
  await withProject(async ({ alice, bob, path }) => {
    const { id } = await add(alice, path, "A");
    await posted(bob, `${path}/tasks/${id}`, { do: "delete" });
    const gone = await form(alice, `${path}/tasks/${id}`, {
      do: "move",
      status: "done",
      before: "",
    });
    assert.equal(gone.status, 422);
    assert.match(shown(gone.page), /class="problem undone" role="alert"/);
    const saved = await form(alice, `${path}/tasks/${id}`, {
      do: "save",
      title: "B",
      was_title: "A",
    });
    assert.equal(saved.status, 422);
    assert.match(shown(saved.page), /role="alert"/);
    const board = await alice.get(`${path}/board?task=${id}`);
    assert.equal(board.status, 404);
    await board.body?.cancel();
    for (const [status, before] of [["later", ""], ["done", "x"], ["", ""]]) {
      const fields = { do: "move", status, before };
      assert.equal((await form(alice, `${path}/tasks/${id}`, fields)).status, 422);
    }
    assert.equal((await form(alice, `${path}/tasks/${id}`, { do: "toString" })).status, 400);
  });
});

Deno.test("filters work by the address, and a long column is shown whole where that is asked for", async () => {
  await withProject(async ({ alice, client, path }) => {
    const session = (await client.sessions.find(alice.token))!;
    const id = Number(path.split("/").at(-1));
    await Promise.all(Array.from({ length: 45 }, (_, i) => session.tasks.create(id, `Việc ${i}`)));
    await add(alice, path, "Đặt phòng họp", { assignee: "bob", due: "2020-01-01" });
    const board = await page(alice, `${path}/board`);
    assert.equal(columns(board).todo.length, 40);
    const [, more] = /class="column-more"><a href="([^"]*)"/.exec(board)!;
    assert.equal(more, `${path}/board?all=todo#column-todo`);
    assert.equal(columns(await page(alice, more)).todo.length, 46);
    for (const query of ["q=dat+phong", "assignee=bob", "due=late", "q=h%E1%BB%8Dp&due=late"]) {
      assert.deepEqual(
        columns(await page(alice, `${path}/board?${query}`)).todo,
        ["Đặt phòng họp"],
        query,
      );
    }
    assert.deepEqual(columns(await page(alice, `${path}/board?q=x&due=late`)).todo, []);
    const filtered = await page(alice, `${path}/board?q=viec`);
    assert.match(filtered, /href="[^"]*board\?q=viec&amp;all=todo#column-todo"/);
    assert.match(filtered, /<input type="hidden" name="filter" value="q=viec"/);
  });
});

Deno.test("an archived project's board can be read and not changed", async () => {
  await withProject(async ({ alice, client, path }) => {
    const { id } = await add(alice, path, "A");
    const session = (await client.sessions.find(alice.token))!;
    await session.archive(Number(path.split("/").at(-1)));
    const html = shown(await page(alice, `${path}/board?task=${id}`));
    assert.deepEqual(columns(html).todo, ["A"]);
    assert.doesNotMatch(html, /class="add-task"|type="submit" class="danger"/);
    const { status, body } = await posted(alice, `${path}/tasks`, { title: "B" });
    assert.deepEqual([status, body.error.code], [409, "project_archived"]);
  });
});

Deno.test("a board is for members, and nobody else learns anything of it", async () => {
  await withProject(async ({ alice, client, path }) => {
    const { id } = await add(alice, path, "Bí mật");
    const [carol, stranger] = [client.browser(), client.browser()];
    await carol.join("carol");
    for (const url of [`${path}/board`, `${path}/board?task=${id}`]) {
      const response = await carol.get(url);
      assert.equal(response.status, 403);
      assert.doesNotMatch(await response.text(), /Bí mật|Website/);
      const asked = await stranger.get(url);
      assert.equal(asked.status, 303);
      assert.match(asked.headers.get("location")!, /^\/login/);
    }
    for (const url of [`${path}/tasks`, `${path}/tasks/${id}`]) {
      const answers = await Promise.all(
        [carol, stranger].map(async (browser) =>
          (await (await browser.get(url, JSON_HEADERS)).json()).error.code
        ),
      );
      assert.match(answers[0], /^(not_a_member|task_not_found)$/, url);
      assert.equal(answers[1], "invalid_token", url);
    }
    const fields = { do: "rename", title: "x" };
    assert.equal(
      (await posted(carol, `${path}/tasks/${id}`, fields)).body.error.code,
      "task_not_found",
    );
    const typed = await form(carol, `${path}/tasks`, { title: "Không mất" });
    assert.equal(typed.status, 403);
    assert.match(shown(typed.page), /Không mất/);
    assert.equal((await tasks(alice, path))[0].title, "Bí mật");
    // A task of another project has no card here.
    const other = await carol.makeProject("Khác");
    const theirs = await add(carol, other, "Của Carol");
    const own = await alice.makeProject("Riêng");
    const response = await alice.get(`${own}/board?task=${id}`);
    assert.equal(response.status, 404);
    await response.body?.cancel();
    const card = await alice.get(`${path}/tasks/${theirs.id}`, JSON_HEADERS);
    assert.equal((await card.json()).error.code, "task_not_found");
  });
});

Deno.test("whatever a title holds, it stays text of its card", async () => {
  await withProject(async ({ alice, path }) => {
    const titles = [
      "<img src=x onerror=alert(1)>",
      '"><script>alert(1)</script>',
      "\u202Egpj.exe",
      `Z${"\u0301".repeat(150)}`,
      "x".repeat(255),
      "{title} {user} $& $1",
      "مهمة",
    ];
    for (const title of titles) await add(alice, path, title);
    const [first] = await tasks(alice, path);
    const html = shown(await page(alice, `${path}/board?task=${first.id}`));
    assert.doesNotMatch(html, /<img src=x|<script>alert/);
    assert.match(
      html,
      /<a class="task-title"[^>]*dir="auto"[^>]*>&lt;img src=x onerror=alert\(1\)>/,
    );
    assert.equal(columns(html).todo.length, titles.length);
    assert.match(html, /\{title\} \{user\} \$&amp; \$1/);
    // A notice with such a title tells it, and nothing more.
    await form(alice, `${path}/tasks/${first.id}`, { do: "delete", project: "Website" });
    assert.doesNotMatch(shown(await page(alice, `${path}/board`)), /<img src=x/);
  });
});

Deno.test("script gets tasks and their changes as JSON; a browser that comes by itself goes to the board", async () => {
  await withProject(async ({ alice, bob, path }) => {
    const task = await add(alice, path, "A", { assignee: "bob" });
    const url = `${path}/tasks/${task.id}`;
    await posted(alice, url, { do: "note", notes: "n".repeat(300) });
    const card = await (await bob.get(url, JSON_HEADERS)).json();
    assert.equal(card.task.notes.length, 300);
    assert.deepEqual(
      card.changes.map(({ change, by }: { change: string; by: string }) => `${change} ${by}`),
      ["new alice", "assign alice", "notes alice"],
    );
    assert.equal((await tasks(bob, path))[0].notes.length, 200, "the board has their beginning");
    assert.equal(
      (await posted(bob, url, { do: "due", due: "tomorrow" })).body.error.code,
      "bad_request",
    );
    assert.equal(
      (await posted(bob, url, { do: "due", due: "2031-05-06" })).body.task.due,
      "2031-05-06",
    );
    assert.equal((await posted(bob, url, { do: "due", due: "" })).body.task.due, null);
    assert.equal((await posted(bob, url, { do: "assign", assignee: "" })).body.task.assignee, null);
    const moved = await posted(bob, url, { do: "move", status: "done", before: "", undo: "1" });
    assert.deepEqual(moved.body.was, { status: "todo", before: null });

    const browse = async (to: string) => (await alice.get(to)).headers.get("location");
    assert.equal(await browse(`${path}/tasks`), `${path}/board`);
    assert.equal(await browse(url), `${path}/board?task=${task.id}`);
    const none = await alice.get(`${path}/tasks/0x1`);
    assert.equal(none.status, 404);
    await none.body?.cancel();
  });
});
