import assert from "node:assert/strict";
import { tasksOfMessages } from "../../../../client/session/tasks/log_tasks.ts";
import { withSessions } from "../sessions.ts";

Deno.test("the tasks of messages are read where there are any, and only theirs", async () => {
  await withSessions(async ({ session }) => {
    const alice = await session("alice");
    const { id } = await alice.createProject("Website");
    const messages = [];
    for (const text of ["one", "two", "three"]) messages.push(await alice.chat(id, text));
    await alice.tasks.create(id, "of no message");
    let asked = 0;
    const requests = {
      board(projectId: number) {
        asked += 1;
        return alice.tasks.board(projectId);
      },
    };
    const read = async () => {
      const { messages } = await alice.history(id, { before: 1_000_000 });
      return await tasksOfMessages(requests, id, messages);
    };
    assert.equal(await read(), undefined);
    assert.equal(asked, 0);
    const [one, two] = [
      await alice.tasks.promote(messages[0].id),
      await alice.tasks.promote(messages[1].id),
    ];
    await alice.tasks.note(one.id, "long notes");
    await alice.tasks.assign(one.id, "alice");
    await alice.delete(messages[1].id);
    const { tasks, last_change } = (await read())!;
    assert.deepEqual(tasks, [
      { id: one.id, title: "one", status: "todo", assignee: "alice", due: null },
    ]);
    assert.equal(last_change, (await alice.tasks.board(id)).last_change);
    assert.equal(asked, 1);
    await alice.tasks.delete(one.id);
    assert.equal(await read(), undefined);
    assert.notEqual(two.id, one.id);
  });
});
