import assert from "node:assert/strict";
import type { TestBrowser } from "../test_browser.ts";
import { JSON_WANTED, textOf, withBrowsers } from "../with_browsers.ts";

async function offered(browser: TestBrowser, query = ""): Promise<string[]> {
  const answer = await browser.get(`/people.json${query}`, JSON_WANTED);
  return JSON.parse(await textOf(answer)).people.sort();
}

// Guard (rooms): nobody is offered people of projects that are not theirs
Deno.test("people are offered from one's own projects alone", async () => {
  await withBrowsers(async (open) => {
    const names = ["alice", "bob", "carol", "dave", "eve"];
    const [alice, bob, carol, dave, eve] = names.map(() => open());
    for (const [at, browser] of [alice, bob, carol, dave, eve].entries()) {
      await browser.join(names[at]);
    }
    const path = await alice.makeProject("Website", "bob");
    await bob.makeProject("Of bob", "alice, carol");
    const hidden = await dave.makeProject("Of dave", "eve");
    const id = (path: string) => path.split("/").at(-1);
    assert.deepEqual(await offered(alice), ["bob", "carol"]);
    assert.deepEqual(await offered(alice, `?project=${id(path)}`), ["carol"]);
    assert.deepEqual(await offered(alice, `?project=${id(hidden)}`), ["bob", "carol"]);
    assert.deepEqual(await offered(alice, "?project=x"), ["bob", "carol"]);
    assert.deepEqual(await offered(dave), ["eve"]);
    await (await dave.post(`${hidden}/people`, { members: "carol" })).body?.cancel();
    assert.deepEqual(await offered(dave), ["carol", "eve"], "whom one adds is known at once");
    const stranger = await open().get("/people.json", JSON_WANTED);
    assert.equal(stranger.status, 401);
    assert.equal((await stranger.json()).error.code, "invalid_token");
  });
});

Deno.test("an unknown name keeps the others in the field, in all three places", async () => {
  await withBrowsers(async (open) => {
    const [alice, bob] = [open(), open()];
    await alice.join("alice");
    await bob.join("bob");
    const path = await alice.makeProject("Website");
    const members = "bob, nobody; no-one";
    const told = /There is no such username: nobody, no-one\./;
    const kept = /<input[^>]* name="members"[^>]* value="bob, nobody; no-one"/;
    for (const place of ["/people", "/members"]) {
      const page = await textOf(await alice.post(path + place, { members }), 422);
      assert.match(page, told, place);
      assert.match(page, kept, place);
    }
    const answer = await alice.post(`${path}/members`, { members }, JSON_WANTED);
    assert.match((await answer.json()).error.text, told);
    const made = await alice.post("/", { name: "Second", members });
    await made.body?.cancel();
    const room = await textOf(await alice.get(made.headers.get("location")!));
    assert.match(room, told);
    assert.match(room, kept);
    assert.match(room, /Your project was created\./);
  });
});
