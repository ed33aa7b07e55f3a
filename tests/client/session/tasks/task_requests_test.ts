import assert from "node:assert/strict";
import { NOTHING } from "../../../../client/shared/cursor.ts";
import type { TaskEvent } from "../../../../client/shared/live_events.ts";
import { ChungError, type ErrorCode } from "../../../../lib/errors.ts";
import { LineClient } from "../../../line_client.ts";
import { PASSWORD, Reader, withSessions } from "../sessions.ts";

const coded = (code: ErrorCode) => (error: unknown) =>
  error instanceof ChungError && error.code === code;

Deno.test("a session makes tasks, changes everything about them, and lists them", async () => {
  await withSessions(async ({ session }) => {
    const [alice, bob] = [await session("alice"), await session("bob")];
    const { id } = await alice.createProject("Website");
    await alice.addMembers(id, "bob");
    const one = await alice.tasks.create(id, "  Viết báo cáo ", "tag-1");
    assert.equal((await alice.tasks.create(id, "Viết báo cáo", "tag-1")).id, one.id);
    const message = await bob.chat(id, "Gọi khách\nvề hợp đồng");
    const two = await alice.tasks.promote(message.id);
    assert.deepEqual([two.title, two.message_id], ["Gọi khách", message.id]);

    assert.equal((await alice.tasks.assign(one.id, "BOB")).assignee, "bob");
    assert.equal((await alice.tasks.due(one.id, "2026-12-01")).due, "2026-12-01");
    assert.equal((await alice.tasks.rename(one.id, "Báo cáo \\ mới")).title, "Báo cáo \\ mới");
    assert.equal((await alice.tasks.note(one.id, "một\n\thai")).notes, "một\n\thai");
    assert.deepEqual((await bob.tasks.mine()).tasks.map(({ id }) => id), [one.id]);
    await alice.tasks.move(two.id, "todo", one.id);
    const board = await bob.tasks.board(id);
    assert.deepEqual(board.tasks.map(({ id }) => id), [two.id, one.id]);
    const { changes } = await bob.tasks.history(one.id);
    assert.deepEqual(
      changes.map(({ change }) => change),
      ["new", "assign", "due", "title", "notes"],
    );
    assert(changes.at(-1)!.id < board.last_change);

    assert.equal((await alice.tasks.note(one.id, " \n")).notes, "");
    assert.equal((await alice.tasks.due(one.id, null)).due, null);
    assert.equal((await alice.tasks.assign(one.id, null)).assignee, null);
    await alice.tasks.delete(one.id);
    assert.deepEqual((await bob.tasks.board(id)).tasks.map(({ id }) => id), [two.id]);
    await alice.tasks.restore(one.id);
    assert.deepEqual((await bob.tasks.board(id)).tasks.map(({ id }) => id), [two.id, one.id]);

    const cases: [() => Promise<unknown>, ErrorCode][] = [
      [() => alice.tasks.create(id, "  "), "invalid_title"],
      [() => alice.tasks.create(id, "x".repeat(70_000)), "invalid_title"],
      [() => alice.tasks.rename(one.id, "two\nlines"), "invalid_title"],
      [() => alice.tasks.assign(one.id, "bob x"), "user_not_found"],
      [() => alice.tasks.assign(one.id, ""), "user_not_found"],
      [() => alice.tasks.due(one.id, "2026-12-01 x"), "bad_request"],
      [() => alice.tasks.note(one.id, "x".repeat(70_000)), "message_too_long"],
      [() => alice.tasks.move(1.5, "todo"), "task_not_found"],
      [() => alice.tasks.promote(-1), "message_not_found"],
    ];
    for (const [attempt, code] of cases) await assert.rejects(attempt, coded(code), code);
  });
});

Deno.test("a long board is read in all its pages", async () => {
  await withSessions(async ({ session }) => {
    const alice = await session("alice");
    const { id } = await alice.createProject("Website");
    for (let count = 0; count < 70; count++) {
      const { id: task } = await alice.tasks.create(id, `Task ${count}`);
      await alice.tasks.note(task, "x".repeat(16_000));
    }
    const { tasks } = await alice.tasks.board(id, 2);
    assert.deepEqual(
      tasks.map(({ title }) => title),
      Array.from({ length: 70 }, (_, n) => `Task ${n}`),
    );
    // Of all notes only the open card's are kept whole.
    assert.deepEqual(tasks.slice(0, 4).map(({ notes }) => notes.length), [200, 16_000, 200, 200]);
  });
});

Deno.test("a room hears of each change of a task, and lists count those of their person", async () => {
  await withSessions(async ({ session }) => {
    const [alice, bob] = [await session("alice"), await session("bob")];
    const { id } = await alice.createProject("Website");
    await alice.addMembers(id, "bob");
    const room = new Reader(alice.events(id, NOTHING));
    await room.until("presence");
    const list = new Reader(bob.watch());
    assert.equal((await list.until("tasks")).data.open, 0);
    const task = await alice.tasks.create(id, "Viết báo cáo");
    await alice.tasks.assign(task.id, "bob");
    assert.equal((await list.until("tasks")).data.open, 1);
    await alice.tasks.due(task.id, "2026-12-01");
    assert.deepEqual((await list.until("tasks")).data.due, [["2026-12-01", 1]]);
    await alice.tasks.assign(task.id, "alice");
    assert.equal((await list.until("tasks")).data.open, 0);
    await alice.tasks.delete(task.id);
    const kind = ({ data: { change } }: { data: TaskEvent }) => change.change;
    const told = [];
    while (told.at(-1) !== "delete") told.push(kind(await room.until("task")));
    assert.deepEqual(told, ["new", "assign", "due", "assign", "delete"]);
  });
});

Deno.test("a session counts its person's tasks right, whether a tab listens or not", async () => {
  await withSessions(async ({ server, session, proxy }) => {
    const [alice, bob] = [await session("alice"), await session("bob")];
    const open = async () => (await bob.taskCount()).open;
    const projects: number[] = [];
    for (const name of ["Website", "Kitchen", "Garden"]) {
      const { id } = await alice.createProject(name);
      projects.push(id);
      await alice.addMembers(id, "bob");
      await alice.tasks.assign((await alice.tasks.create(id, "One")).id, "bob");
    }
    assert.equal(await open(), 3, "asked");
    const list = new Reader(bob.watch());
    const until = async (open: number) => {
      while ((await list.until("tasks")).data.open !== open);
    };
    await until(3);
    const cases: [() => Promise<unknown>, number, string][] = [
      [() => alice.archive(projects[0]), 2, "an archived project's aren't asked for"],
      [
        () => alice.removeMember(projects[1], "bob"),
        1,
        "nor those of a project that one is out of",
      ],
      [() => alice.restore(projects[0]), 2, "restored"],
      [() => alice.addMembers(projects[1], "bob"), 3, "added again"],
    ];
    for (const [act, expected, why] of cases) {
      await act();
      await until(expected);
      assert.equal(await open(), expected, why);
    }
    const line = await LineClient.connect(server.port);
    const { token } = await line.ok(`login alice ${PASSWORD}`);
    proxy.cut(true);
    while ((await list.until("connection")).data.online);
    const { task } = await line.ok(`new_task ${token} ${projects[2]} Two`);
    await line.ok(`assign ${token} ${task.id} bob`);
    await line.close();
    proxy.restore();
    await until(4);
    list.subscriber.close();
  });
});
