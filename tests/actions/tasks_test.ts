import assert from "node:assert/strict";
import type { ChangedTask } from "../../lib/store/task_writes.ts";
import { type RecordingPeer, room, testInWorld } from "./harness.ts";

const AT = "2026-11-23T08:15:30.123Z";

/** The kinds of events, with what each tells. */
function summaries(peer: RecordingPeer): string[] {
  return peer.told().map(([type, data]) => {
    if (type === "task") return `task ${data.change.change} ${data.task.id}`;
    if (data.task !== undefined) return `${type} line ${data.task.change.change}`;
    return type === "edit" ? `edit ${data.id} of task ${data.task_id}` : type;
  });
}

testInWorld("a task is made, told as a line and as itself, and listed", async (world) => {
  const { alice, bob, token, bobToken } = await room(world);
  await bob.ok(`enter ${bobToken} 1`);
  await alice.ok(`enter ${token} 1`);
  for (const peer of [alice, bob]) peer.events();
  const { task } = await alice.ok(`new_task ${token} 1  Viết báo cáo `);
  const { position, ...rest } = task;
  assert(Number.isSafeInteger(position) && position > 0);
  assert.deepEqual(rest, {
    ...{ id: 1, project_id: 1, title: "Viết báo cáo", notes: "", status: "todo" },
    ...{ assignee: null, due: null, message_id: null, created_by: "alice" },
    ...{ created_at: AT, updated_at: AT },
  });
  const change = { id: 1, task_id: 1, change: "new", from: null, to: null, by: "alice", at: AT };
  const line = ["chat", {
    ...{ id: 2, project_id: 1, user: "alice", message: "", timestamp: AT },
    task: { id: 1, title: "Viết báo cáo", change },
  }];
  for (const peer of [alice, bob]) {
    assert.deepEqual(peer.told(), [line, ["task", { task, change }]]);
  }
  assert.deepEqual(await bob.ok(`tasks ${bobToken} 1`), {
    tasks: [task],
    more: false,
    last_change: change.id,
  });
  const history = await bob.ok(`task_history ${bobToken} 1`);
  assert.deepEqual(history, { changes: [change], more: false });
  const entry = world.audit.find(({ response }) => response.startsWith("event task "));
  assert.equal(entry?.user, "alice");
});

testInWorld(
  "each change tells the room what it is, and what changes nothing tells nobody",
  async (world) => {
    const { alice, bob, token, bobToken } = await room(world);
    await bob.ok(`enter ${bobToken} 1`);
    await alice.ok(`new_task ${token} 1 One`);
    await alice.ok(`new_task ${token} 1 Two`);
    bob.events();
    const cases: [
      request: string,
      change: string,
      from: string | null,
      to: string | null,
      line: boolean,
    ][] = [
      ["assign % 1 BOB", "assign", null, "bob", true],
      ["assign % 1 alice", "assign", "bob", "alice", true],
      ["assign % 1 -", "assign", "alice", null, true],
      ["due % 1 2026-12-01", "due", null, "2026-12-01", true],
      ["due % 1 2028-02-29", "due", "2026-12-01", "2028-02-29", true],
      ["due % 1 -", "due", "2028-02-29", null, true],
      ["rename_task % 1 Uno", "title", "One", "Uno", true],
      ["note_task % 1 first\\nsecond", "notes", null, null, false],
      ["note_task % 1", "notes", null, null, false],
      ["set_task % 1 DOING", "status", "todo", "doing", true],
      ["set_task % 1 done 2", "status", "doing", "done", true],
      ["set_task % 1 todo 2", "status", "done", "todo", true],
      ["set_task % 1 todo", "status", "todo", "todo", false],
      ["delete_task % 1", "delete", null, null, true],
      ["restore_task % 1", "restore", null, null, true],
      ["delete_task % 1", "delete", null, null, true],
    ];
    for (const [request, change, from, to, line] of cases) {
      const [action] = request.split(" ");
      const { task } = await alice.ok(request.replace("%", token));
      const told = bob.told();
      assert.deepEqual(told.map(([type]) => type), line ? ["chat", "task"] : ["task"], request);
      const [, event] = told.at(-1)!;
      assert.deepEqual(event.task, task, request);
      const { id: _id, ...rest } = event.change;
      assert.deepEqual(rest, { task_id: 1, change, from, to, by: "alice", at: AT }, request);
      if (line) {
        assert.deepEqual(told[0][1].task, {
          id: 1,
          title: task.title,
          change: event.change,
        });
      }
      if (action === "delete_task") continue;
      assert.deepEqual(await alice.ok(request.replace("%", token)), { task }, `${request} again`);
      assert.deepEqual(bob.told(), [], `${request} again`);
    }
    for (const action of ["assign % 1 -", "due % 1 -", "delete_task % 1", "task_history % 1"]) {
      assert.equal(await alice.err(action.replace("%", token)), "task_not_found", "it is deleted");
    }
    const { tasks } = await bob.ok(`tasks ${bobToken} 1`);
    assert.deepEqual(tasks.map(({ title }: { title: string }) => title), ["Two"]);
  },
);

testInWorld(
  "an assignment that wasn't read stops counting once the task is another's or deleted",
  async (world) => {
    const { alice, bob, token, bobToken } = await room(world);
    const mentions = async () => (await bob.ok(`projects ${bobToken}`)).projects[0].mentions;
    await alice.ok(`chat ${token} 1 @bob look`);
    for (const title of ["One", "Two"]) await alice.ok(`new_task ${token} 1 ${title}`);
    const cases: [requests: string[], counted: number, why: string][] = [
      [["assign % 1 bob", "assign % 2 bob"], 3, "a message and two tasks"],
      [["assign % 1 alice"], 2, "the other task and the message stay"],
      [["assign % 1 bob"], 3, "assigned anew"],
      [["assign % 1 -"], 2, "nobody's"],
      [["rename_task % 2 Zwei", "set_task % 2 done"], 2, "it is still his"],
      [["delete_task % 2"], 1, "deleted"],
      [["restore_task % 2"], 1, "brought back, but assigned before"],
    ];
    for (const [requests, counted, why] of cases) {
      for (const request of requests) await alice.ok(request.replace("%", token));
      assert.equal(await mentions(), counted, why);
    }
  },
);

testInWorld(
  "who is assigned a task by somebody else is told as of a mention, and it counts as one",
  async (world) => {
    const { alice, bob, token, bobToken } = await room(world);
    await bob.ok(`watch ${bobToken}`);
    await alice.ok(`watch ${token}`);
    await alice.ok(`new_task ${token} 1 One`);
    for (const peer of [alice, bob]) {
      assert.deepEqual(
        summaries(peer),
        [],
        "nobody is its assignee",
      );
    }
    const { task } = await alice.ok(`assign ${token} 1 bob`);
    const mention = bob.told();
    assert.deepEqual(mention.map(([type]) => type), ["mention", "task"]);
    assert.equal(mention[0][1].task.change.to, "bob");
    assert.deepEqual(mention[1][1].task, task);
    const row = async () => (await bob.ok(`projects ${bobToken}`)).projects[0];
    const { unread, mentions } = await row();
    assert.deepEqual([unread, mentions], [0, 1], "a line is not unread");
    await bob.ok(`read ${bobToken} 1 ${mention[0][1].id}`);
    assert.equal((await row()).mentions, 0);
    bob.events();
    await alice.ok(`assign ${token} 1 alice`);
    assert.deepEqual(summaries(alice), ["task assign 1"], "by oneself it is no mention");
    assert.deepEqual(
      summaries(bob),
      ["task assign 1"],
      "who was its assignee learns that it is not",
    );
    await alice.ok(`rename_task ${token} 1 Uno`);
    assert.deepEqual(summaries(bob), []);
  },
);

testInWorld(
  "a task is made of a message once, and its deletion frees the message",
  async (world) => {
    const { alice, bob, token, bobToken } = await room(world);
    await alice.ok(`chat ${token} 1 \\nDòng một\\nDòng hai`);
    await bob.ok(`enter ${bobToken} 1`);
    bob.events();
    const { task } = await alice.ok(`promote ${token} 2`);
    assert.deepEqual([task.title, task.message_id], ["Dòng một", 2]);
    assert.deepEqual(summaries(bob), ["chat line new", "task new 1", "edit 2 of task 1"]);
    const message = async () =>
      (await bob.ok(`history ${bobToken} 1`)).messages.find(({ id }: { id: number }) => id === 2);
    assert.deepEqual([(await message()).task_id, (await message()).edited_at], [1, undefined]);
    const again = await bob.ok(`promote ${bobToken} 2`);
    assert.deepEqual(again, { task, duplicate: true });
    await bob.ok(`delete_task ${bobToken} 1`);
    assert.equal((await message()).task_id, undefined);
    assert.deepEqual(summaries(bob), [
      "chat line delete",
      "task delete 1",
      "edit 2 of task undefined",
    ]);
    assert.equal((await alice.ok(`promote ${token} 2`)).task.id, 2);
    const changed = await bob.ok(`enter ${bobToken} 1 99 0`);
    assert.deepEqual(
      changed.changed.map(({ id, task_id }: { id: number; task_id: number }) => [id, task_id]),
      [[2, 2]],
      "who resumes learns of it too",
    );
    await alice.ok(`delete ${token} 2`);
    assert.equal(await alice.err(`promote ${token} 2`), "message_not_found");
    assert.equal(await alice.err(`promote ${token} 1`), "message_not_found", "a line of activity");
  },
);

testInWorld("notes of nothing but invisible characters are none", async (world) => {
  const { alice, token } = await room(world);
  await alice.ok(`new_task ${token} 1 One`);
  for (const text of ["\u200b", "\u3164 \u2060\ufeff", "\\n\u200d\\t"]) {
    await alice.ok(`note_task ${token} 1 some`);
    assert.equal((await alice.ok(`note_task ${token} 1 ${text}`)).task.notes, "");
  }
  assert.equal((await alice.ok(`note_task ${token} 1 \u200b.`)).task.notes, "\u200b.");
});

testInWorld(
  "a deleted task comes back to its place, with its message if that is free",
  async (world) => {
    const { alice, bob, token, bobToken } = await room(world);
    await alice.ok(`chat ${token} 1 Viết báo cáo`);
    for (const title of ["a", "b", "c"]) await alice.ok(`new_task ${token} 1 ${title}`);
    await alice.ok(`promote ${token} 2`);
    await alice.ok(`set_task ${token} 4 todo 2`);
    await alice.ok(`note_task ${token} 4 gửi chị Lan`);
    await alice.ok(`assign ${token} 4 bob`);
    const order = async () =>
      (await bob.ok(`tasks ${bobToken} 1`)).tasks.map(({ id }: { id: number }) => id);
    const before = (await bob.ok(`tasks ${bobToken} 1`)).tasks[1];
    await alice.ok(`delete_task ${token} 4`);
    assert.deepEqual(await order(), [1, 2, 3]);
    await bob.ok(`enter ${bobToken} 1`);
    bob.events();
    const { task } = await bob.ok(`restore_task ${bobToken} 4`);
    assert.deepEqual(task, before);
    assert.deepEqual(await order(), [1, 4, 2, 3]);
    assert.deepEqual(summaries(bob), ["chat line restore", "task restore 4", "edit 2 of task 4"]);
    assert.deepEqual(await bob.ok(`restore_task ${bobToken} 4`), { task }, "it is there");
    assert.deepEqual(summaries(bob), []);
    const { changes } = await bob.ok(`task_history ${bobToken} 4`);
    assert.deepEqual(
      changes.map(({ change }: { change: string }) => change),
      ["new", "status", "notes", "assign", "delete", "restore"],
    );

    // Its message is another task by now, then deleted.
    await alice.ok(`delete_task ${token} 4`);
    await alice.ok(`promote ${token} 2`);
    assert.equal((await alice.ok(`restore_task ${token} 4`)).task.message_id, null);
    await alice.ok(`delete_task ${token} 5`);
    await alice.ok(`delete ${token} 2`);
    assert.equal((await alice.ok(`restore_task ${token} 5`)).task.message_id, null);
    assert.deepEqual(await order(), [1, 4, 2, 3, 5]);
  },
);

testInWorld("a long first line becomes a title that fits", async (world) => {
  const { alice, token } = await room(world);
  await alice.ok(`chat ${token} 1 ${"ệ".repeat(300)}`);
  const { task } = await alice.ok(`promote ${token} 2`);
  assert.equal(task.title, `${"ệ".repeat(254)}…`);
});

testInWorld("a tag makes one task, and no other", async (world) => {
  const { alice, token } = await room(world);
  const { task } = await alice.ok(`@a new_task ${token} 1 One`);
  assert.deepEqual(await alice.ok(`@a new_task ${token} 1 One`), { task, duplicate: true });
  assert.equal(await alice.err(`@a new_task ${token} 1 Two`), "tag_reused");
  const { project } = await alice.ok(`new_project ${token} Another`);
  assert.equal(await alice.err(`@a new_task ${token} ${project.id} One`), "tag_reused");
  assert.deepEqual((await alice.ok(`tasks ${token} ${project.id}`)).tasks, []);
  // The tag of another action is another one.
  await alice.ok(`@a chat ${token} 1 One`);
  assert.equal((await alice.ok(`tasks ${token} 1`)).tasks.length, 1);
});

testInWorld(
  "tasks are a project's own: a stranger learns nothing, and nothing is written in an archive",
  async (world) => {
    const { alice, bob, token, bobToken } = await room(world);
    const carol = await alice.join("carol");
    await alice.ok(`new_project ${carol} Elsewhere`);
    await alice.ok(`new_task ${carol} 2 Hers`);
    await alice.ok(`new_task ${token} 1 Ours`);
    await bob.ok(`chat ${bobToken} 1 said`);
    const changes = [
      "assign % ID alice",
      "set_task % ID done",
      "due % ID 2026-12-01",
      "rename_task % ID Other",
      "note_task % ID some",
      "delete_task % ID",
      "restore_task % ID",
    ];
    for (const request of [...changes, "task_history % ID"]) {
      for (const id of [1, 99]) {
        const line = request.replace("%", token).replace("ID", String(id));
        assert.equal(await alice.err(line), "task_not_found", line);
      }
    }
    const cases: [string, string][] = [
      [`new_task ${carol} 1 Mine`, "not_a_member"],
      [`new_task ${carol} 9 Mine`, "project_not_found"],
      [`tasks ${carol} 1`, "not_a_member"],
      [`tasks ${token} 9`, "project_not_found"],
      [`tasks ${token} 1 - 1`, "bad_request"],
      [`tasks ${token} 1 todo doing.0`, "bad_request"],
      [`my_tasks ${token} 1`, "bad_request"],
      [`my_tasks ${token} later.1`, "bad_request"],
      [`set_task ${token} 2 todo 1`, "task_not_found"],
      [`set_task ${token} 2 todo 99`, "task_not_found"],
      [`assign ${token} 2 nobody`, "user_not_found"],
      [`assign ${token} 2 carol`, "not_a_member"],
      [`promote ${carol} 4`, "message_not_found"],
      [`promote ${carol} 99`, "message_not_found"],
      [`set_task ${token} 2 later`, "bad_request"],
      [`due ${token} 2 2026-02-30`, "bad_request"],
      [`due ${token} 2 1/12/2026`, "bad_request"],
      [`due ${token} 2 0000-01-01`, "bad_request"],
      [`due ${token} 2`, "bad_request"],
      [`assign ${token} 2`, "bad_request"],
      [`new_task ${token} 1 `, "invalid_title"],
      [`new_task ${token} 1 ${"x".repeat(256)}`, "invalid_title"],
      [`new_task ${token} 1 two\\nlines`, "invalid_title"],
      ...["\u200b", "\u3164 \u2060\ufeff", "two\u2028lines", "two\u2029lines"].flatMap((
        title,
      ): [string, string][] => [
        [`new_task ${token} 1 ${title}`, "invalid_title"],
        [`rename_task ${token} 2 ${title}`, "invalid_title"],
      ]),
      [`note_task ${token} 2 ${"x".repeat(16_001)}`, "message_too_long"],
      [`task_history ${token} 2 0`, "bad_request"],
    ];
    for (const [line, code] of cases) assert.equal(await alice.err(line), code, line);
    await alice.ok(`assign ${token} 2 bob`);
    await alice.ok(`archive_project ${token} 1`);
    for (const request of [...changes, "new_task % 1 Other"]) {
      const line = request.replace("%", token).replace("ID", "2");
      assert.equal(await alice.err(line), "project_archived", line);
    }
    assert.equal(await bob.err(`promote ${bobToken} 4`), "project_archived");
    assert.equal((await alice.ok(`tasks ${token} 1`)).tasks.length, 1);
    assert.deepEqual(
      (await bob.ok(`my_tasks ${bobToken}`)).tasks,
      [],
      "nothing to do in an archive",
    );
  },
);

testInWorld("who is removed keeps a task, and learns no more of it", async (world) => {
  const { alice, bob, token, bobToken } = await room(world);
  await bob.ok(`watch ${bobToken}`);
  await alice.ok(`new_task ${token} 1 One`);
  await alice.ok(`assign ${token} 1 bob`);
  await alice.ok(`kick ${token} 1 bob`);
  bob.events();
  const { task } = await alice.ok(`rename_task ${token} 1 A secret`);
  assert.equal(task.assignee, "bob");
  assert.deepEqual(bob.told(), []);
  assert.deepEqual((await bob.ok(`my_tasks ${bobToken}`)).tasks, []);
  assert.equal(await bob.err(`task_history ${bobToken} 1`), "task_not_found");
  assert.equal((await alice.ok(`assign ${token} 1 alice`)).task.assignee, "alice");
});

testInWorld(
  "my_tasks has the soonest due first, over all projects, and ends with what is done",
  async (world) => {
    const { alice, bob, token, bobToken } = await room(world);
    await alice.ok(`new_project ${token} Other`);
    await alice.ok(`add_group ${token} 2 bob`);
    const due = ["-", "2027-01-01", "2026-12-01", "-", "2026-12-01"];
    for (const [index, day] of due.entries()) {
      await alice.ok(`new_task ${token} ${index % 2 + 1} ${index}`);
      await alice.ok(`assign ${token} ${index + 1} bob`);
      if (day !== "-") await alice.ok(`due ${token} ${index + 1} ${day}`);
    }
    const ids = async (next = "") =>
      (await bob.ok(`my_tasks ${bobToken} ${next}`)).tasks.map(({ id }: { id: number }) => id);
    assert.deepEqual(await ids(), [3, 5, 2, 1, 4]);
    assert.deepEqual(await ids("2026-12-01.3"), [5, 2, 1, 4]);
    assert.deepEqual(await ids("2026-12-01.5"), [2, 1, 4]);
    assert.deepEqual(await ids("-.1"), [4]);
    await bob.ok(`set_task ${bobToken} 5 done`);
    assert.deepEqual(await ids(), [3, 2, 1, 4]);
    assert.deepEqual(await ids("2026-12-01.5"), [2, 1, 4], "a page goes on after what has left it");
  },
);

testInWorld("lists of tasks and changes come in pages", async (world) => {
  const { alice, bob, token } = await room(world);
  for (let i = 0; i < 75; i++) {
    await alice.ok(`new_task ${token} 1 ${i}`);
    await alice.ok(`note_task ${token} ${i + 1} ${"x".repeat(16_000)}`);
    if (i % 3 > 0) await alice.ok(`set_task ${token} ${i + 1} ${i % 3 === 1 ? "doing" : "done"}`);
  }
  const all: { id: number }[] = [];
  for (let next = "";;) {
    const page = await bob.ok(`tasks ${token} 1 - ${next}`);
    all.push(...page.tasks);
    if (!page.more) break;
    assert(page.tasks.length > 50 && page.tasks.length < 75, "a page ends at 1 MiB");
    // Whoever moves the last one of the page takes nothing from the next.
    await alice.ok(`set_task ${token} ${all.pop()!.id} done`);
    next = page.next;
  }
  const ids = (rest: number) => Array.from({ length: 25 }, (_, index) => index * 3 + rest + 1);
  assert.equal(new Set(all.map(({ id }) => id)).size, 75);
  assert.deepEqual(all.slice(0, 25).map(({ id }) => id), ids(0));
  for (const status of ["doing", "todo", "done"]) await alice.ok(`set_task ${token} 1 ${status}`);
  const page = await alice.ok(`task_history ${token} 1 2`);
  assert.deepEqual(page.changes.map(({ to }: { to: string }) => to), ["todo", "done"]);
  const older = await alice.ok(`task_history ${token} 1 1000 ${page.changes[0].id}`);
  const kinds = older.changes.map(({ change }: { change: string }) => change);
  assert.deepEqual([page.more, older.more, kinds], [true, false, ["new", "notes", "status"]]);
});

testInWorld("many tasks that make room for one are told as one event", async (world) => {
  const { alice, bob, token, bobToken } = await room(world);
  for (let i = 0; i < 100; i++) await alice.ok(`new_task ${token} 1 ${i}`);
  const { store } = world.services;
  const write = store.write.bind(store);
  let moved: number[] = [];
  store.write = (name, input, scheduling) =>
    write(name, input, scheduling).map((output) => {
      if (name !== "moveTask") return output;
      const changed = output as ChangedTask;
      return { ...changed, moved: moved.map((id) => ({ ...changed.task, id })) } as typeof output;
    });
  await bob.ok(`enter ${bobToken} 1`);
  for (const [count, events, reordered] of [[32, 33, undefined], [33, 1, true]] as const) {
    moved = Array.from({ length: count }, (_, index) => index + 2);
    bob.events();
    await alice.ok(`set_task ${token} 1 todo ${count}`);
    const told = bob.told();
    assert.deepEqual(told.map(([type]) => type), Array.from({ length: events }, () => "task"));
    assert.equal(told.at(-1)![1].reordered, reordered);
    assert.equal(told.at(-1)![1].task.id, 1);
  }
});
