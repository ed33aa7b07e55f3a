import assert from "node:assert/strict";
import { JSON_WANTED, locationOf, say, textOf, withBrowsers } from "../with_browsers.ts";

const EDIT = /name="do" value="edit"/;
const DELETE = /name="do" value="delete"/;

Deno.test("the page of a message lets its author change it, and the author and the owner delete it", async () => {
  await withBrowsers(async (open) => {
    const [alice, bob, carol] = [open(), open(), open()];
    for (const [browser, name] of [[alice, "alice"], [bob, "bob"], [carol, "carol"]] as const) {
      await browser.join(name);
    }
    const path = await alice.makeProject("Website", "bob, carol");
    const [id] = await say(bob, path, "one\ntwo <b>");
    const page = `${path}/messages/${id}`;
    const cases = [[alice, false, true], [bob, true, true], [carol, false, false]] as const;
    for (const [browser, edits, deletes] of cases) {
      const text = await textOf(await browser.get(page));
      assert.match(text, /<h1>Message by bob<\/h1>/);
      assert.match(text, /one\ntwo &lt;b>/);
      assert.equal(EDIT.test(text), edits);
      assert.equal(DELETE.test(text), deletes);
      assert.equal(/can't be undone/.test(text), deletes);
      assert.ok(text.includes(`href="${path}?at=${id}#message-${id}"`));
    }
  });
});

Deno.test("a message is changed and deleted by plain forms, which lead to its place", async () => {
  await withBrowsers(async (open) => {
    const alice = open();
    await alice.join("alice");
    const path = await alice.makeProject("Website");
    const [id] = await say(alice, path, "gretings");
    const page = `${path}/messages/${id}`;
    const edited = await alice.post(page, { do: "edit", message: " greetings\r\nall " });
    assert.equal(await locationOf(edited), `${path}?at=${id}#message-${id}`);
    assert.match(await textOf(await alice.get(path)), /greetings\nall/);
    const deleted = await alice.post(page, { do: "delete", message: "" });
    assert.equal(await locationOf(deleted), `${path}?at=${id}#message-${id}`);
    const gone = await textOf(await alice.get(page));
    assert.match(gone, /\(deleted message\)/);
    assert.doesNotMatch(gone, EDIT);
    assert.doesNotMatch(gone, DELETE);
    assert.doesNotMatch(await textOf(await alice.get(path)), /greetings/);
  });
});

Deno.test("script gets the changed message, or the sentence of what went wrong", async () => {
  await withBrowsers(async (open) => {
    const [alice, bob] = [open(), open()];
    await alice.join("alice");
    await bob.join("bob");
    const path = await alice.makeProject("Website", "bob");
    const [id] = await say(alice, path, "hello");
    const page = `${path}/messages/${id}`;
    const refused = await bob.post(page, { do: "edit", message: "mine" }, JSON_WANTED);
    assert.equal(refused.status, 403);
    const { error } = await refused.json();
    assert.deepEqual(error, {
      code: "not_author",
      text: "Only its author can change this message.",
    });
    const edited = await alice.post(page, { do: "edit", message: "hello all" }, JSON_WANTED);
    const { message } = await edited.json();
    assert.equal(message.message, "hello all");
    assert.ok(message.edited_at);
    const deleted = await alice.post(page, { do: "delete" }, JSON_WANTED);
    assert.equal((await deleted.json()).message.deleted, true);
    const again = await alice.post(page, { do: "delete" }, JSON_WANTED);
    assert.equal(again.status, 404);
    assert.equal((await again.json()).error.code, "message_not_found");
  });
});

Deno.test("what was typed over a message stays when it is refused", async () => {
  await withBrowsers(async (open) => {
    const [alice, bob] = [open(), open()];
    await alice.join("alice");
    await bob.join("bob");
    const path = await alice.makeProject("Website", "bob");
    const [id] = await say(alice, path, "hello");
    const page = `${path}/messages/${id}`;
    const long = "ă".repeat(16_001);
    const cases: [typeof alice, string, number, RegExp][] = [
      [alice, long, 422, /longer than 16,000/],
      [alice, " \n ", 422, /The message is empty/],
      [bob, "not mine", 403, /Only its author/],
    ];
    for (const [browser, message, status, problem] of cases) {
      const text = await textOf(await browser.post(page, { do: "edit", message }), status);
      assert.match(text, problem);
      assert.ok(text.includes(`>${message}</textarea>`), message.slice(0, 20));
      assert.match(text, /aria-invalid="true"/);
    }
    const other = open();
    for (const [name, value] of alice.cookies) other.cookies.set(name, value);
    await locationOf(await other.post("/logout", {}));
    const over = await textOf(await alice.post(page, { do: "edit", message: "kept words" }), 401);
    assert.match(over, />kept words<\/textarea>/);
    assert.match(over, /session has ended/);
  });
});

Deno.test("a message that is not there has a page that says so", async () => {
  await withBrowsers(async (open) => {
    const [alice, carol] = [open(), open()];
    await alice.join("alice");
    await carol.join("carol");
    const path = await alice.makeProject("Website");
    const other = await alice.makeProject("Kitchen");
    const [id] = await say(alice, other, "hello");
    for (const page of [`${path}/messages/${id}`, `${path}/messages/999`]) {
      const text = await textOf(await alice.get(page), 404);
      assert.match(text, /There is no such message/);
      assert.ok(text.includes(`href="${path}"`));
    }
    const stranger = await textOf(await carol.get(`${other}/messages/${id}`), 403);
    assert.match(stranger, /not a member/);
    // The real Fresh adds attributes to links, such as `data-ancestor`.
    assert.match(stranger, /<a href="\/"[^>]*>All projects/);
    assert.doesNotMatch(stranger, /hello/);
    assert.match(await textOf(await alice.get(`${path}/messages/x`), 404), /Page not found/);
    await textOf(await alice.post(`${path}/messages/${id}`, { do: "nothing" }), 400);
    const next = encodeURIComponent(`${path}/messages/1`);
    assert.equal(await locationOf(await open().get(`${path}/messages/1`)), `/login?next=${next}`);
  });
});

Deno.test("a message is changed by no other site", async () => {
  await withBrowsers(async (open) => {
    const alice = open();
    await alice.join("alice");
    const path = await alice.makeProject("Website");
    const [id] = await say(alice, path, "hello");
    const foreign = { "origin": "http://evil.example", "sec-fetch-site": "cross-site" };
    for (const what of ["edit", "delete"]) {
      const fields = { do: what, message: "changed" };
      await textOf(await alice.post(`${path}/messages/${id}`, fields, foreign), 403);
    }
    assert.match(await textOf(await alice.get(`${path}/messages/${id}`)), />hello<\/textarea>/);
  });
});
