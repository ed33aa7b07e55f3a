import assert from "node:assert/strict";
import type { Task } from "../../lib/model/task.ts";
import { room, testInWorld } from "./harness.ts";

const AT = "2026-11-23T08:15:30.123Z";

const titled = (count: number) => Array.from({ length: count }, (_, n) => ({ title: `T${n + 1}` }));
const listOf = (tasks: unknown) => JSON.stringify(tasks);

testInWorld("tasks are imported in their order, as they are given, in one line", async (world) => {
  const { alice, bob, token, bobToken } = await room(world);
  await alice.ok(`enter ${token} 1`);
  await bob.ok(`watch ${bobToken}`);
  await alice.ok(`new_task ${token} 1 Có sẵn`);
  for (const peer of [alice, bob]) peer.events();
  const { tasks } = await alice.ok(`import_tasks ${token} 1 3 ${
    listOf([
      {
        title: " Một ",
        notes: "\n  a\n\tb \\n\n",
        status: "DOING",
        assignee: "BOB",
        due: "2026-12-01",
      },
      { title: "Hai", notes: null, status: null, assignee: "", due: null, labels: ["x"] },
      { title: "Ba" },
    ])
  }`);
  const rest = {
    project_id: 1,
    message_id: null,
    created_by: "alice",
    created_at: AT,
    updated_at: AT,
  };
  assert.deepEqual(tasks.map(({ position: _, ...task }: Task) => task), [
    {
      ...{ id: 2, title: "Một", notes: "  a\n\tb \\n", status: "doing" },
      ...{ assignee: "bob", due: "2026-12-01" },
      ...rest,
    },
    { id: 3, title: "Hai", notes: "", status: "todo", assignee: null, due: null, ...rest },
    { id: 4, title: "Ba", notes: "", status: "todo", assignee: null, due: null, ...rest },
  ]);
  const change = (id: number) => ({
    ...{ id, task_id: id, change: "import", from: null, to: "3", by: "alice", at: AT },
  });
  const [line, ...events] = alice.told();
  assert.deepEqual([line[0], line[1].task, line[1].message], [
    "chat",
    { id: 2, title: "Một", change: change(2) },
    "",
  ]);
  assert.deepEqual(
    events,
    tasks.map((task: Task) => ["task", { task, change: change(task.id) }]),
  );
  // No mention, and only the task that is his.
  assert.deepEqual(bob.told(), [events[0]]);
  const list = await bob.ok(`tasks ${bobToken} 1`);
  assert.deepEqual(list.tasks.map(({ title }: Task) => title), ["Có sẵn", "Hai", "Ba", "Một"]);
  assert.deepEqual((await bob.ok(`task_history ${bobToken} 3`)).changes, [change(3)]);
  const { projects } = await bob.ok(`projects ${bobToken}`);
  assert.deepEqual([projects[0].unread, projects[0].mentions], [0, 0]);
});

testInWorld("imported notes of nothing but invisible characters are none", async (world) => {
  const { alice, token } = await room(world);
  const imported = listOf([{ title: "Một", notes: " \u200b\n\u2060 " }]);
  const { tasks } = await alice.ok(`import_tasks ${token} 1 1 ${imported}`);
  assert.equal(tasks[0].notes, "");
});

testInWorld("of many imported tasks one event tells that there are others", async (world) => {
  const { alice, bob, token, bobToken } = await room(world);
  await alice.ok(`enter ${token} 1`);
  await bob.ok(`watch ${bobToken}`);
  for (const peer of [alice, bob]) peer.events();
  const tasks = titled(200).map((task, n) => ({ ...task, assignee: n === 199 ? "bob" : null }));
  const reply = await alice.ok(`import_tasks ${token} 1 200 ${listOf(tasks)}`);
  assert.equal(reply.tasks.length, 200);
  const [[, line], ...events] = alice.told();
  assert.equal(line.task.change.to, "200");
  assert.deepEqual(events, [["task", {
    task: reply.tasks[0],
    change: line.task.change,
    reordered: true,
  }]]);
  assert.deepEqual(bob.told(), events);
  const { tasks: board } = await alice.ok(`tasks ${token} 1`);
  assert.deepEqual(board.map(({ title }: Task) => title), titled(200).map(({ title }) => title));
});

testInWorld("an import that comes again by its tag creates nothing", async (world) => {
  const { alice, bob, token, bobToken } = await room(world);
  await alice.ok(`enter ${token} 1`);
  alice.events();
  const request = `import_tasks ${token} 1 2 ${listOf(titled(2))}`;
  const { tasks } = await alice.ok(`@i1 ${request}`);
  assert.equal(alice.events().length, 3);
  await alice.ok(`delete_task ${token} ${tasks[0].id}`);
  await alice.ok(`rename_task ${token} ${tasks[1].id} Khác`);
  alice.events();
  const again = await alice.ok(`@i1 ${request}`);
  assert.equal(again.duplicate, true);
  assert.deepEqual(again.tasks.map(({ title }: Task) => title), ["T1", "Khác"]);
  assert.deepEqual(alice.events(), []);
  assert.equal(await alice.err(`@i1 import_tasks ${token} 1 3 ${listOf(titled(3))}`), "tag_reused");
  // The tag is another person's own, and one of new_task is another.
  assert.equal(
    (await bob.ok(`@i1 import_tasks ${bobToken} 1 2 ${listOf(titled(2))}`)).tasks[0].id,
    3,
  );
  await alice.ok(`@i1 new_task ${token} 1 T1`);
  await alice.ok(`archive_project ${token} 1`);
  assert.equal((await alice.ok(`@i1 ${request}`)).duplicate, true);
  assert.equal(await alice.err(`@i2 ${request}`), "project_archived");
});

testInWorld("an import of several requests makes one line", async (world) => {
  const { alice, bob, token, bobToken } = await room(world);
  await alice.ok(`enter ${token} 1`);
  alice.events();
  await alice.ok(`@i0 import_tasks ${token} 1 5 ${listOf(titled(2))}`);
  const [[, line]] = alice.told();
  assert.equal(line.task.change.to, "5");
  const rest = `@i1 import_tasks ${token} 1 +i0 ${listOf(titled(3))}`;
  const { tasks } = await alice.ok(rest);
  const events = alice.told();
  assert.deepEqual(events.map(([type]) => type), ["task", "task", "task"]);
  assert.deepEqual(events.map(([, { change }]) => [change.change, change.to]), [
    ...Array.from({ length: 3 }, () => ["import", "5"]),
  ]);
  assert.deepEqual(await alice.ok(rest), { tasks, duplicate: true });
  // Nobody goes on with another person's import, or with one of another project or kind.
  await alice.ok(`new_project ${token} Other`);
  await alice.ok(`@t new_task ${token} 1 x`);
  const cases: [typeof alice, string][] = [
    [bob, `import_tasks ${bobToken} 1 +i0`],
    [alice, `import_tasks ${token} 2 +i0`],
    [alice, `import_tasks ${token} 1 +i9`],
    [alice, `import_tasks ${token} 1 +t`],
    [alice, `import_tasks ${token} 1 +`],
    [alice, `import_tasks ${token} 1 +a@b`],
    [alice, `import_tasks ${token} 1 0`],
    [alice, `import_tasks ${token} 1 5001`],
    [alice, `import_tasks ${token} 1 -`],
  ];
  for (const [peer, request] of cases) {
    assert.equal(await peer.err(`${request} ${listOf(titled(1))}`), "bad_request", request);
  }
});

testInWorld("an import that can't be done whole is not done", async (world) => {
  const { alice, token } = await room(world);
  const carol = world.peer();
  const stranger = await carol.join("carol");
  const long = "x".repeat(300);
  const cases: [string, string][] = [
    ["", "bad_request"],
    ["[]", "bad_request"],
    ["{}", "bad_request"],
    ["null", "bad_request"],
    ["[null]", "bad_request"],
    ['["x"]', "bad_request"],
    ["[{}]", "bad_request"],
    ['[{"title":1}]', "bad_request"],
    ['[{"title":"x"}', "bad_request"],
    ['[{"title":"x"}] x', "bad_request"],
    ['[{"title":"x","status":"later"}]', "bad_request"],
    ['[{"title":"x","status":1}]', "bad_request"],
    ['[{"title":"x","due":"2026-02-30"}]', "bad_request"],
    ['[{"title":"x","due":"1/12/2026"}]', "bad_request"],
    ['[{"title":"x","notes":["x"]}]', "bad_request"],
    ['[{"title":"x","notes":"\\u0000"}]', "bad_request"],
    ['[{"title":"x","notes":"\\u0085"}]', "bad_request"],
    ['[{"title":"\\ud800"}]', "bad_request"],
    ['[{"title":"x","notes":"\\udc00"}]', "bad_request"],
    ['[{"title":"x","assignee":"\\ud800"}]', "bad_request"],
    [listOf(titled(201)), "bad_request"],
    [listOf(titled(10)), "bad_request"],
    [listOf([...titled(3), { title: "" }]), "invalid_title"],
    [listOf([{ title: "a\nb" }]), "invalid_title"],
    [listOf([{ title: "\u200b" }]), "invalid_title"],
    [listOf([{ title: long }]), "invalid_title"],
    [listOf([{ title: "x", notes: "x".repeat(16_001) }]), "message_too_long"],
    [listOf([...titled(3), { title: "x", assignee: "nobody" }]), "user_not_found"],
    [listOf([...titled(3), { title: "x", assignee: "carol" }]), "not_a_member"],
  ];
  for (const [json, code] of cases) {
    assert.equal(await alice.err(`import_tasks ${token} 1 9 ${json}`), code, json.slice(0, 60));
  }
  const fourth = listOf([...titled(3), { title: long }]);
  assert.match(
    await alice.request(`import_tasks ${token} 1 4 ${fourth}`),
    /255 .* task 4 of the list$/,
  );
  // Strangers learn nothing of what is wrong with the list.
  for (const json of [listOf(titled(1)), fourth]) {
    assert.equal(await carol.err(`import_tasks ${stranger} 1 4 ${json}`), "not_a_member");
    assert.equal(await carol.err(`import_tasks ${stranger} 9 4 ${json}`), "project_not_found");
  }
  assert.deepEqual((await alice.ok(`tasks ${token} 1`)).tasks, []);
  const { messages } = await alice.ok(`history ${token} 1`);
  assert(messages.every(({ task }: { task?: unknown }) => task === undefined));
});
