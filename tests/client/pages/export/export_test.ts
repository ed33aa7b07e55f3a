import assert from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import { CuttingProxy } from "../../live/cutting_proxy.ts";
import { startTestServer, type TestServer } from "../../../server_fixture.ts";
import { LineClient } from "../../../line_client.ts";
import { startTestClient, type TestBrowser, type TestClient } from "../../test_browser.ts";

interface Setup {
  server: TestServer;
  proxy: CuttingProxy;
  client: TestClient;
  line: LineClient;
  alice: TestBrowser;
  /** The path of Alice's project, with Bob as a member. */
  path: string;
  id: number;
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
    const path = await alice.makeProject("Hoá đơn", "bob");
    await run({ server, proxy, client, line, alice, path, id: Number(path.split("/")[2]) });
    assert.deepEqual(client.reports, []);
  } finally {
    client.close();
    await line.close();
    await proxy.close();
    await server.close();
  }
}

// deno-lint-ignore no-explicit-any
async function lines(response: Response): Promise<any[]> {
  assert.equal(response.status, 200);
  const text = await response.text();
  assert(text.endsWith("\n"));
  return text.trimEnd().split("\n").map((line) => JSON.parse(line));
}

/** What the server itself says is in the log. */
async function log({ line, alice, id }: Setup): Promise<unknown[]> {
  const { messages } = await line.ok(`history ${alice.token} ${id}`);
  return messages;
}

async function statusOf(answer: Promise<Response>): Promise<number> {
  const response = await answer;
  await response.body?.cancel();
  return response.status;
}

/** Adds messages to a room of which the server has none but lines of activity. */
function addMessages({ server, id }: Setup, count: number, letters: number): void {
  const database = new DatabaseSync(`${server.directory}/data/chung.db`);
  database.exec(`
    PRAGMA busy_timeout = 5000;
    WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers LIMIT ${count})
    INSERT INTO chats (room_id, user, message, timestamp, ordinal)
    SELECT ${id}, 1, n || ' ' || substr(hex(zeroblob(${letters})), 1, ${letters}),
      1700000000000 + n, n FROM numbers;
    UPDATE search_progress SET indexed_id = (SELECT max(id) FROM chats);
  `);
  database.close();
}

Deno.test("the file of a project has everything, as the server has it, and says that it is whole", async () => {
  await withProject(async (setup) => {
    const { line, alice, path, id, client } = setup;
    const { token } = alice;
    const { message } = await line.ok(`chat ${token} ${id} lời \\n dòng hai`);
    const gone = await line.ok(`chat ${token} ${id} xoá đi`);
    await line.ok(`edit ${token} ${message.id} sửa "rồi" \\\\ 🎉`);
    await line.ok(`delete ${token} ${gone.message.id}`);
    const { task } = await line.ok(`new_task ${token} ${id} Viết báo cáo`);
    await line.ok(`assign ${token} ${task.id} bob`);
    await line.ok(`note_task ${token} ${task.id} một\\nhai`);
    await line.ok(`set_task ${token} ${task.id} doing`);
    const { task: removed } = await line.ok(`new_task ${token} ${id} Thôi`);
    await line.ok(`delete_task ${token} ${removed.id}`);
    await line.ok(`promote ${token} ${message.id}`);

    const response = await alice.get(`${path}/export/project.jsonl`);
    assert.equal(response.headers.get("content-type"), "application/x-ndjson; charset=utf-8");
    assert.match(
      response.headers.get("content-disposition")!,
      /^attachment; filename="Hoa don \d{4}-\d\d-\d\d\.jsonl"; filename\*=UTF-8''Ho%C3%A1%20/,
    );
    const [head, ...rest] = await lines(response);
    const end = rest.pop();
    assert.equal(head.format, "chung-project");
    assert.equal(head.version, 1);
    assert.equal(head.project.name, "Hoá đơn");
    assert.deepEqual(head.members, [
      { username: "alice", role: "owner" },
      { username: "bob", role: "member" },
    ]);
    const messages = rest.filter((each) => each.message !== undefined);
    assert.deepEqual(messages.map(({ message }) => message), await log(setup));
    const { tasks } = await line.ok(`tasks ${token} ${id}`);
    const exported = rest.slice(messages.length);
    assert.deepEqual(exported.map(({ task }) => task), tasks);
    for (const { task, changes } of exported) {
      assert.deepEqual(changes, (await line.ok(`task_history ${token} ${task.id}`)).changes);
    }
    assert.deepEqual(end, { end: true, messages: messages.length, tasks: 2 });

    await line.ok(`archive_project ${token} ${id}`);
    const [archived] = await lines(await alice.get(`${path}/export/project.jsonl`));
    assert.equal(archived.project.archived, true);

    const [bob, stranger] = [client.browser(), client.browser()];
    await stranger.join("carol");
    const { token: his } = await line.ok("login bob matkhau-123");
    client.give(bob, his);
    for (const file of ["project.jsonl", "tasks.csv"]) {
      const address = `${path}/export/${file}`;
      assert.equal(await statusOf(bob.get(address)), 200);
      assert.equal(await statusOf(stranger.get(address)), 403);
      assert.equal(await statusOf(client.browser().get(address)), 303);
      assert.equal(await statusOf(alice.head(address)), 405);
      assert.equal(await statusOf(alice.get(address, { "sec-fetch-site": "cross-site" })), 403);
      assert.equal(await statusOf(alice.get(`/projects/999/export/${file}`)), 404);
      assert.equal(await statusOf(alice.get(`/projects/x/export/${file}`)), 404);
    }
  });
});

Deno.test("the table of tasks is what spreadsheets read, without formulas", async () => {
  await withProject(async ({ line, alice, path, id }) => {
    const { token } = alice;
    const { task } = await line.ok(
      `new_task ${token} ${id} =HYPERLINK("https://example.com", "x")`,
    );
    await line.ok(`note_task ${token} ${task.id} một; hai\\n"ba"`);
    await line.ok(`due ${token} ${task.id} 2026-12-01`);
    await line.ok(`new_task ${token} ${id} -5`);
    const read = async (query: string) => {
      const response = await alice.get(`${path}/export/tasks.csv${query}`);
      assert.equal(response.headers.get("content-type"), "text/csv; charset=utf-8; header=present");
      const bytes = new Uint8Array(await response.arrayBuffer());
      assert.deepEqual([...bytes.slice(0, 3)], [0xef, 0xbb, 0xbf]);
      return new TextDecoder().decode(bytes);
    };
    const [head, first, ...rest] = (await read("")).split("\r\n");
    assert.equal(head, "ID,Title,Status,Assignee,Due,Notes,Created by,Created (UTC),Updated (UTC)");
    const time = "\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d";
    assert.match(
      first,
      new RegExp(
        `^${task.id},"'=HYPERLINK\\(""https://example\\.com"", ""x""\\)",todo,,2026-12-01,` +
          `"một; hai\\n""ba""",alice,${time},${time}$`,
      ),
    );
    assert.match(rest[0], /^\d+,-5,todo,,,,alice,/);
    assert.deepEqual(rest.slice(1), [""]);
    assert.match(await read("?cells=semicolon"), /^.?ID;Title;Status;.*\r\n\d+;"'=HYP/su);
  });
});

Deno.test("a long log is read as fast as it is taken, and the person's requests go in between", async () => {
  await withProject(async (setup) => {
    const { alice, path, line, id } = setup;
    const count = 100_000;
    addMessages(setup, count, 100);
    const key = crypto.randomUUID();
    const progress = async () =>
      (await (await alice.get(`${path}/export/progress?key=${key}`)).json()).progress;
    assert.equal(await progress(), null);
    const response = await alice.get(`${path}/export/project.jsonl?key=${key}`);
    const reader = response.body!.getReader();
    const decoder = new TextDecoder();
    let text = "";
    for (let pieces = 0; pieces < 3; pieces++) {
      text += decoder.decode((await reader.read()).value, { stream: true });
    }
    // Whoever takes nothing has nothing read for them: another request is answered after any page that is under way.
    await line.ok(`history ${alice.token} ${id} 1`);
    const early = await progress();
    assert.equal(early.state, "running");
    assert(early.messages >= 500 && early.messages <= 2_000, `${early.messages} messages`);
    assert(early.share > 0 && early.share < 0.05, `${early.share}`);

    let [next, messages, answered] = [1, 0, 0];
    let [last, asked]: [unknown, Promise<void> | undefined] = [null, undefined];
    for (let done = false; !done;) {
      const all = text.split("\n");
      text = all.pop()!;
      for (const each of all) {
        const parsed = last = JSON.parse(each);
        if (parsed.message !== undefined) messages++;
        if (parsed.message?.message) {
          assert(parsed.message.message.startsWith(`${next++} 00`), each);
        }
      }
      // The other requests of the person, who goes on working.
      asked ??= alice.get(`${path}/export`).then(async (page) => {
        assert.equal(page.status, 200);
        await page.text();
        answered = next;
      });
      const read = await reader.read();
      done = read.done;
      text += decoder.decode(read.value, { stream: !done });
    }
    await asked;
    assert.equal(text, "");
    assert.equal(next, count + 1);
    assert.deepEqual(last, { end: true, messages, tasks: 0 });
    assert.equal((await progress()).state, "done");
    assert(answered > 0 && answered < count, "answered while the export ran");
  });
});

Deno.test("the memory that an export takes doesn't grow with the log", async () => {
  await withProject(async (setup) => {
    const { server, alice, id } = setup;
    addMessages(setup, 100_000, 1_000);
    const program = new URL("export_program.ts", import.meta.url).pathname;
    // Collects garbage before 64 MB of it are there; the log is 110 MB.
    const { success, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
      args: ["run", "-A", "--v8-flags=--max-old-space-size=64", program, `${server.port}`, `${id}`],
      env: { CHUNG_TOKEN: alice.token },
    }).output();
    assert(success, new TextDecoder().decode(stderr));
    const { bytes, early, most } = JSON.parse(new TextDecoder().decode(stdout));
    assert(bytes > 100 * 1024 * 1024, `${bytes} bytes`);
    assert(most - early < 64 * 1024 * 1024, `${most - early} bytes of memory more than at first`);
  });
});

Deno.test("an export whose server is lost, or that is stopped, ends as a file that isn't whole", async () => {
  await withProject(async (setup) => {
    const { alice, path, proxy, client } = setup;
    addMessages(setup, 20_000, 2_000);
    const onError = () => new Response(null, { status: 500 });
    const options = { hostname: "127.0.0.1", port: 0, onListen() {}, onError };
    const web = Deno.serve(options, client.handler);
    try {
      const { port } = web.addr;
      const [login] = alice.cookies.values();
      const headers = { cookie: `chung_session_${port}=${login}` };
      const stranger = client.browser();
      await stranger.join("carol");
      const attempts: [string, (key: string) => Promise<unknown>][] = [
        ["failed", () => Promise.resolve(proxy.cut(true))],
        ["cancelled", async (key) => {
          // Nobody else stops it, or sees it.
          await statusOf(stranger.post(`${path}/export/progress`, { key }));
          const seen = await stranger.get(`${path}/export/progress?key=${key}`);
          assert.deepEqual(await seen.json(), { progress: null });
          assert.equal(await statusOf(alice.post(`${path}/export/progress`, { key })), 303);
        }],
      ];
      for (const [state, end] of attempts) {
        proxy.restore();
        const key = crypto.randomUUID();
        const address = `http://127.0.0.1:${port}${path}/export/project.jsonl?key=${key}`;
        const response = await fetch(address, { headers });
        assert.equal(response.status, 200);
        const reader = response.body!.getReader();
        await reader.read();
        await end(key);
        await assert.rejects(async () => {
          while (!(await reader.read()).done);
        }, state);
        const { progress } = await (await alice.get(`${path}/export/progress?key=${key}`)).json();
        assert.equal(progress.state, state);
      }
    } finally {
      await web.shutdown();
    }
  });
});

Deno.test("few exports of a person run at once, and one that nobody reads any more has ended", async () => {
  await withProject(async (setup) => {
    const { alice, path } = setup;
    addMessages(setup, 5_000, 200);
    const open = () => alice.get(`${path}/export/project.jsonl`);
    const running = await Promise.all([open(), open(), open(), open()]);
    assert.equal(await statusOf(open()), 429);
    for (const { body } of running) await body!.cancel();
    assert.equal((await lines(await open())).at(-1).messages, 5_001);
  });
});
