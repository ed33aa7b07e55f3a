import assert from "node:assert/strict";
import { JSON_WANTED, locationOf, say, textOf, withBrowsers } from "../with_browsers.ts";
import { markupOf } from "../markup_of.ts";

const FORM = /name="do" value="promote"/;
const CHIP = /<a class="task-chip (\w+)" href="([^"]*)" title="([^"]*)"/;

Deno.test("every member makes a task of a message without script, once, and sees it", async () => {
  await withBrowsers(async (open) => {
    const [alice, bob] = [open(), open()];
    await alice.join("alice");
    await bob.join("bob");
    const path = await alice.makeProject("Website", "bob");
    const [id] = await say(alice, path, "Write the report\nby Friday");
    const page = `${path}/messages/${id}`;
    const entry = new RegExp(`class="message-menu" href="${page}"`);
    assert.match(markupOf(await textOf(await bob.get(path))), entry);
    assert.match(markupOf(await textOf(await bob.get(`${path}?before=${id + 1}`))), entry);
    assert.match(await textOf(await bob.get(page)), FORM);
    const made = await bob.post(page, { do: "promote" });
    assert.equal(await locationOf(made), `${path}?at=${id}#message-${id}`);

    const again = await (await alice.post(page, { do: "promote" }, JSON_WANTED)).json();
    const { task } = again;
    assert.deepEqual([task.title, task.message_id], ["Write the report", id]);
    await alice.post(page, { do: "edit", message: "Write it" });
    const card = `${path}/board?task=${task.id}`;
    // The room, a page of the log, and the message's own page.
    for (const place of [path, `${path}?before=${id + 1}`, page]) {
      const html = markupOf(await textOf(await bob.get(place)));
      const [, status, href, name] = CHIP.exec(html)!;
      assert.deepEqual([status, href], ["todo", card], place);
      assert.equal(name, "Task: Write the report, To do", place);
      assert.doesNotMatch(html, FORM, place);
    }
  });
});

Deno.test("no task is offered of what isn't a message, or in an archived project", async () => {
  await withBrowsers(async (open) => {
    const [alice, bob] = [open(), open()];
    await alice.join("alice");
    await bob.join("bob");
    const path = await alice.makeProject("Website", "bob");
    const [deleted, id] = await say(bob, path, "first", "second");
    await (await bob.post(`${path}/messages/${deleted}`, { do: "delete" })).body?.cancel();
    const room = markupOf(await textOf(await bob.get(path)));
    const activity = Number(/class="notice" id="message-(\d+)"/.exec(room)![1]);
    for (const other of [deleted, activity]) {
      const page = `${path}/messages/${other}`;
      assert.doesNotMatch(await textOf(await bob.get(page)), FORM);
      assert.doesNotMatch(room, new RegExp(`class="message-menu" href="${page}"`));
      const text = await textOf(await bob.post(page, { do: "promote" }), 404);
      assert.match(text, /This message is gone/);
    }
    await (await alice.post(`${path}/archive`, {})).body?.cancel();
    const page = `${path}/messages/${id}`;
    assert.doesNotMatch(await textOf(await bob.get(page)), FORM);
    assert.doesNotMatch(markupOf(await textOf(await bob.get(path))), /class="message-menu"/);
    const answer = await bob.post(page, { do: "promote" }, JSON_WANTED);
    assert.equal((await answer.json()).error.code, "project_archived");
  });
});
