import assert from "node:assert/strict";
import fc from "fast-check";
import type { Task } from "../../../../lib/model/task.ts";
import { csvRow } from "../../../../client/shared/csv/csv_row.ts";
import { LineClient } from "../../../line_client.ts";
import { startTestServer, type TestServer } from "../../../server_fixture.ts";
import { CuttingProxy } from "../../live/cutting_proxy.ts";
import { startTestClient, type TestBrowser, type TestClient } from "../../test_browser.ts";

interface Setup {
  server: TestServer;
  proxy: CuttingProxy;
  client: TestClient;
  line: LineClient;
  alice: TestBrowser;
  /** The path of Alice's project, with Bob as a member. */
  path: string;
}

async function withProject(run: (setup: Setup) => Promise<void>): Promise<void> {
  const server = await startTestServer();
  const proxy = new CuttingProxy({ hostname: "127.0.0.1", port: server.port });
  const client = await startTestClient(proxy.address, { random: () => 0 });
  const line = await LineClient.connect(server.port);
  try {
    const alice = client.browser();
    await alice.join("alice");
    await line.ok("reg bob matkhau-123");
    const path = await alice.makeProject("Website", "bob");
    await run({ server, proxy, client, line, alice, path });
    assert.deepEqual(client.reports, []);
  } finally {
    client.close();
    await line.close();
    await proxy.close();
    await server.close();
  }
}

/** Chooses a file, and returns the address of its preview. */
async function choose(alice: TestBrowser, path: string, content: BlobPart): Promise<string> {
  const response = await alice.upload(`${path}/import`, content);
  const text = await response.text();
  assert.equal(response.status, 303, text.match(/role="alert">[^<]*/)?.[0]);
  return response.headers.get("location")!;
}

async function textOf(answer: Promise<Response>): Promise<string> {
  const response = await answer;
  assert.equal(response.status, 200);
  return (await response.text()).replace(/<script.*?<\/script>/gs, "").replace(/<[^>]*>/g, " ")
    .replaceAll("&quot;", '"').replace(/\s+/g, " ");
}

const keyOf = (preview: string) => new URL(preview, "http://a").searchParams.get("file")!;

/** Imports what a preview shows, without script, and returns the text of the page that tells how it ended. */
async function run(
  alice: TestBrowser,
  path: string,
  preview: string,
  fields: Record<string, string> = {},
): Promise<string> {
  const file = keyOf(preview);
  const response = await alice.post(`${path}/import/run`, { file, ...fields });
  await response.body?.cancel();
  assert.equal(response.status, 303);
  return await textOf(alice.get(response.headers.get("location")!));
}

async function board({ line, alice }: Setup, path: string): Promise<Task[]> {
  const tasks: Task[] = [];
  for (let next = "";;) {
    const page = await line.ok(`tasks ${alice.token} ${path.split("/")[2]} ${next}`);
    tasks.push(...page.tasks);
    if (!page.more) return tasks;
    next = `- ${page.next}`;
  }
}

Deno.test("a file of another program is previewed, then imported in one go, and once", async () => {
  await withProject(async (setup) => {
    const { alice, path, line } = setup;
    const head = ["Card ID", "Card Name", "Card Description", "Labels", "Members", "Due Date"];
    const rows = [
      [...head, "List Name", "Archived", "Due Complete"],
      [
        "1",
        "Viết báo cáo",
        "dòng một\ndòng hai",
        "đỏ",
        "bob",
        "2026-12-01",
        "Đang làm",
        "false",
        "",
      ],
      ["2", "=1+1", "", "", "Trần Bình", "", "Ý tưởng", "false", "false"],
      ["3", "Xong rồi", "", "", "", "mai", "To Do", "false", "true"],
      ["4", "Cũ", "", "", "", "", "To Do", "true", ""],
      ["5", "", "không tên", "", "", "", "To Do", "false", ""],
    ];
    const content = "\ufeff" + rows.map((row) => csvRow(row)).join("");
    const preview = await choose(alice, path, content);
    const shown = await textOf(alice.get(preview));
    for (
      const text of [
        "3 tasks will be imported",
        "1 row can’t be imported: line 7 has no title",
        "1 archived task is left out.",
        "1 due date can’t be read and is left out: “mai” (5)",
        "assigned to nobody: Trần Bình (1)",
        "Card Name Title",
        "Not taken: Card ID, Labels",
        "Read as UTF-8, with cells parted by commas.",
        "List “Ý tưởng” (1)",
        "Import 3 tasks",
      ]
    ) assert(shown.includes(text), `${text} in ${shown}`);
    assert.deepEqual(await board(setup, path), []);

    const done = await run(alice, path, preview, { chosen: "1", "list:Ý tưởng": "doing" });
    assert(done.includes("3 tasks were imported."), done);
    const tasks = await board(setup, path);
    assert.deepEqual(
      tasks.map(({ title, notes, status, assignee, due }) => [title, notes, status, assignee, due]),
      [
        ["Viết báo cáo", "dòng một\ndòng hai", "doing", "bob", "2026-12-01"],
        ["=1+1", "", "doing", null, null],
        ["Xong rồi", "", "done", null, null],
      ],
    );
    // Pressed once more on the old page; then the same file, chosen again.
    assert((await run(alice, path, preview)).includes("3 tasks were imported."));
    const again = await choose(alice, path, content);
    const choices = { chosen: "1", "list:Ý tưởng": "doing" };
    const repeated = await run(alice, path, again, choices);
    assert(repeated.includes("3 tasks were there already"), repeated);
    assert.equal((await board(setup, path)).length, 3);
    // With other choices it would be another import.
    await choose(alice, path, content);
    const other = await run(alice, path, again);
    assert(other.includes("imported before with other choices"), other);
    assert((await run(alice, path, again, { again: "1" })).includes("3 tasks were imported."));
    assert.equal((await board(setup, path)).length, 6);

    await line.ok(`archive_project ${alice.token} ${path.split("/")[2]}`);
    assert((await textOf(alice.get(`${path}/import`))).includes("no tasks can be imported"));
  });
});

Deno.test("the order of day and month is asked for where the dates don't show it", async () => {
  await withProject(async (setup) => {
    const { alice, path } = setup;
    const preview = await choose(alice, path, "Title;Due\nmột;1/12/2026\nhai;2/3/2027\n");
    const shown = await textOf(alice.get(preview));
    assert(shown.includes("1/12 in the file is 1 December 12 January"), shown);
    assert(shown.includes("read as day/month/year"), shown);
    const other = await textOf(alice.get(`${preview}&chosen=1&order=month_first`));
    assert(other.includes("read as month/day/year"), other);
    await run(alice, path, preview, { chosen: "1", order: "month_first" });
    const tasks = await board(setup, path);
    assert.deepEqual(tasks.map(({ due }) => due), ["2026-01-12", "2027-02-03"]);
  });
});

Deno.test("what is exported is imported as it was", async () => {
  await withProject(async (setup) => {
    const { alice, path, line } = setup;
    const text = fc.array(fc.constantFrom(..."=+-@'\",;\\ aạ🎉1＝"), { minLength: 1, maxLength: 9 })
      .map((letters) => letters.join("").trim()).filter((text) => text !== "");
    const notes = fc.array(fc.constantFrom(..."=- '\"\n\t,aạ"), { maxLength: 9 })
      .map((letters) => letters.join("").trim());
    const task = fc.record({
      ...{ title: text, notes, status: fc.constantFrom("todo", "doing", "done") },
      assignee: fc.constantFrom(null, "alice", "bob"),
      due: fc.constantFrom(null, "2026-12-01", "2027-02-28"),
    });
    const tasks = fc.sample(task, 120);
    await line.ok(`import_tasks ${alice.token} ${path.split("/")[2]} 120 ${JSON.stringify(tasks)}`);
    const plain = ({ title, notes, status, assignee, due }: Task) => (
      { title, notes, status, assignee, due }
    );
    const before = (await board(setup, path)).map(plain);
    for (const query of ["", "?cells=semicolon"]) {
      const file = await (await alice.get(`${path}/export/tasks.csv${query}`)).arrayBuffer();
      const other = await alice.makeProject("Other", "bob");
      const preview = await choose(alice, other, file);
      await run(alice, other, preview);
      assert.deepEqual((await board(setup, other)).map(plain), before);
    }
  });
});

Deno.test("an import that is broken off goes on without doubling anything", async () => {
  await withProject(async (setup) => {
    const { alice, path, proxy, client } = setup;
    const count = 5_000;
    const rows = Array.from({ length: count }, (_, n) => `Việc ${n + 1};${"x".repeat(200)}\n`);
    const preview = await choose(alice, path, `Title;Notes\n${rows.join("")}`);
    const file = keyOf(preview);
    const progress = async (browser: TestBrowser) =>
      (await (await browser.get(`${path}/import/progress?file=${file}`)).json()).progress;
    assert.deepEqual(await progress(alice), { state: "ready", done: 0, total: 0 });
    const stranger = client.browser();
    await stranger.join("carol");
    assert.equal(await progress(stranger), null);

    // Cut in the middle of an answer; what was sent may be done or not.
    proxy.cutAfter(400_000);
    const first = await run(alice, path, preview);
    assert(first.includes(`${count.toLocaleString("en")} tasks were imported.`), first);
    const tasks = await board(setup, path);
    assert.deepEqual(tasks.map(({ title }) => title), rows.map((row) => row.split(";")[0]));
    assert.deepEqual(await progress(alice), { state: "done", done: count, total: count });
    assert(proxy.connections > 1);

    // Refused in the middle.
    const third = await alice.makeProject("Third");
    const cut = await choose(alice, third, `Title;Notes\n${rows.join("")}`);
    const address = `${third}/import/progress?file=${keyOf(cut)}`;
    const running = alice.post(`${third}/import/run`, { file: keyOf(cut) });
    let done = 0;
    while (done === 0) ({ done } = (await (await alice.get(address)).json()).progress);
    proxy.swallow();
    await setup.line.ok(`archive_project ${alice.token} ${third.split("/")[2]}`);
    proxy.cut();
    await (await running).body?.cancel();
    await setup.line.ok(`restore_project ${alice.token} ${third.split("/")[2]}`);
    const page = await textOf(alice.get(cut));
    assert.match(page, /archived.* broke off after [\d,]+ tasks.*Import the other/);
    assert((await run(alice, third, cut)).includes("5,000 tasks were imported."));
    assert.equal((await board(setup, third)).length, count);

    // Refused at once.
    const other = await alice.makeProject("Other");
    const second = await choose(alice, other, `Title;Notes\n${rows.join("")}`);
    const id = other.split("/")[2];
    await setup.line.ok(`archive_project ${alice.token} ${id}`);
    const response = await alice.post(`${other}/import/run`, { file: keyOf(second) }, {
      ...{ "accept": "application/json", "sec-fetch-site": "same-origin" },
    });
    assert.equal(response.status, 409);
    assert.equal((await response.json()).error.code, "project_archived");
    await setup.line.ok(`restore_project ${alice.token} ${id}`);
    assert((await textOf(alice.get(second))).includes("5,000 tasks will be imported"));
    assert((await run(alice, other, second)).includes("5,000 tasks were imported."));
    assert.equal((await board(setup, other)).length, count);
  });
});

Deno.test("only members import, and only what is a file of tasks", async () => {
  await withProject(async (setup) => {
    const { alice, path, client } = setup;
    const stranger = client.browser();
    await stranger.join("carol");
    const refused = async (browser: TestBrowser, content: BlobPart) => {
      const response = await browser.upload(`${path}/import`, content);
      const text = await response.text();
      return [
        response.status,
        /role="alert">([^<]*)/.exec(text)?.[1] ?? response.headers.get("location"),
      ];
    };
    const cases: [BlobPart, number, RegExp][] = [
      ["", 422, /choose a CSV file/],
      ["Title\n", 422, /no tasks/],
      ["a,b\n1,2", 422, /No column with titles .* a, b$/],
      ['Title\n"x', 422, /line 2 is never closed/],
      ["PK\u0003\u0004", 422, /no CSV file/],
      [`Title\n${"x\n".repeat(5_001)}`, 422, /more than 5,000/],
      [new Uint8Array(8 * 1024 * 1024), 303, /import\?problem=large$/],
    ];
    for (const [content, status, text] of cases) {
      const [found, told] = await refused(alice, content);
      assert.equal(found, status);
      assert.match(`${told}`, text);
    }
    assert((await textOf(alice.get(`${path}/import?problem=large`))).includes("larger than 8 MB"));
    assert.equal((await refused(stranger, "Title\nx"))[0], 403);
    assert.equal((await refused(client.browser(), "Title\nx"))[0], 401);

    const preview = await choose(alice, path, "Title\nx");
    assert.equal((await stranger.get(preview)).status, 403);
    const other = await stranger.makeProject("Hers");
    const file = keyOf(preview);
    const gone = await stranger.get(`${other}/import?file=${file}`);
    assert.match(await gone.text(), /no longer kept/);
    const taken = await stranger.post(`${other}/import/run`, { file });
    await taken.body?.cancel();
    assert.deepEqual(await board(setup, path), []);
    assert.match(await (await alice.get(`${path}/import?file=x`)).text(), /no longer kept/);
  });
});
