import { Buffer } from "node:buffer";
import assert from "node:assert/strict";
import { markupOf, textIn } from "../markup_of.ts";
import type { TestBrowser } from "../test_browser.ts";
import { JSON_WANTED, locationOf, say, textOf, withBrowsers } from "../with_browsers.ts";

interface People {
  alice: TestBrowser;
  bob: TestBrowser;
  carol: TestBrowser;
  /** The path of Alice's project, with Bob as a member. */
  path: string;
}

function withPeople(run: (people: People) => Promise<void>): Promise<void> {
  return withBrowsers(async (open) => {
    const [alice, bob, carol] = [open(), open(), open()];
    await alice.join("alice");
    await bob.join("bob");
    await carol.join("carol");
    await run({ alice, bob, carol, path: await alice.makeProject("Website", "bob") });
  });
}

/** The first form of a page's main part: its action's path, and its hidden fields. */
function formIn(html: string): { action: string; fields: Record<string, string> } | null {
  const form = /<main.*?<form method="post" action="([^"?]*)[^"]*"(.*?)<\/form>/s.exec(html);
  if (form === null) return null;
  const hidden = form[2].matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g);
  return { action: form[1], fields: Object.fromEntries([...hidden].map(([, ...pair]) => pair)) };
}

const headingOf = (html: string) => textIn(/<h1[^>]*>(.*?)<\/h1>/s.exec(html)![1]);
const NOTICE = /<div class="notice-box page-notice"><p[^>]*>(.*?)<\/p>(.*?)<\/div>/s;
const noteOf = (html: string) => textIn(NOTICE.exec(markupOf(html))?.[1] ?? "");

/** The button of a page's notice that takes back what it tells. */
function undoOf(html: string): { path: string; fields: Record<string, string>; label: string } {
  const [, , form] = NOTICE.exec(markupOf(html))!;
  const [, path] = /<form method="post" action="([^"?]*)[^"]*"/.exec(form)!;
  const hidden = form.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g);
  const fields = Object.fromEntries([...hidden].map(([, ...pair]) => pair));
  return { path, fields, label: textIn(/<button[^>]*>(.*?)<\/button>/.exec(form)![1]) };
}

Deno.test("a page asks by name, changes nothing, and its form does it and says so", async () => {
  await withPeople(async ({ alice, bob, path }) => {
    const cases: [TestBrowser, string, question: string, done: string, page: RegExp][] = [
      [
        alice,
        "owner?username=BOB",
        "Make bob the owner of Website?",
        "bob owns Website now.",
        /bob becomes the owner/,
      ],
      [
        bob,
        "members/remove?username=alice",
        "Remove alice from Website?",
        "alice was removed from Website.",
        /alice can no longer read/,
      ],
    ];
    for (const [browser, asked, question, done, means] of cases) {
      const page = await textOf(await browser.get(`${path}/${asked}`));
      assert.equal(headingOf(page), question);
      assert.match(textIn(page), means);
      const people = `${path}/people`;
      assert.match(page, new RegExp(`<a [^>]*href="${people}"[^>]*>Cancel</a>`));
      assert.equal(noteOf(await textOf(await browser.get(people))), "");
      const { action, fields } = formIn(page)!;
      assert.equal(await locationOf(await browser.post(action, fields)), people);
      const html = await textOf(await browser.get(people));
      assert.equal(noteOf(html), done);
      assert.match(
        html,
        /<div class="notice-box page-notice"><p role="status" tabindex="-1" autofocus>/,
      );
      assert.equal(noteOf(await textOf(await browser.get(people))), "", "told once");
    }
  });
});

Deno.test("archiving and restoring ask likewise, and nothing is written in between", async () => {
  await withPeople(async ({ alice, bob, path }) => {
    const [id] = await say(alice, path, "hello");
    for (const browser of [alice, bob]) await textOf(await browser.get(path));
    const archive = await textOf(await alice.get(`${path}/archive`));
    assert.equal(headingOf(archive), "Archive Website?");
    assert.match(textIn(archive), /Nobody can write in it any more\. Everything can still be read/);
    for (const _pressed of ["once", "twice"]) {
      const where = await locationOf(await alice.post(formIn(archive)!.action, {}));
      assert.equal(noteOf(await textOf(await alice.get(where))), "Website is archived.");
    }
    const refused = await textOf(await bob.post(path, { message: "too late" }), 409);
    assert.match(refused, /This project is archived, so nothing can be written/);
    assert.match(refused, />too late<\/textarea>/);
    for (const page of [path, `${path}?before=${id + 1}`, `${path}/search?q=hello`]) {
      const html = markupOf(await textOf(await alice.get(page)));
      assert.match(html, /hello/);
      assert.doesNotMatch(html, new RegExp(`href="${path}/messages/`));
    }
    const message = markupOf(await textOf(await alice.get(`${path}/messages/${id}`)));
    assert.match(message, /This project is archived/);
    assert.equal(formIn(message), null);
    assert.match(await textOf(await bob.get("/")), /Archived project \(1\)<\/summary>.*Website/s);

    const restore = await textOf(await alice.get(`${path}/restore`));
    assert.equal(headingOf(restore), "Restore Website?");
    const where = await locationOf(await alice.post(formIn(restore)!.action, {}));
    assert.match(noteOf(await textOf(await alice.get(where))), /^Website is restored\./);
    assert.equal((await say(bob, path, "again")).length, 1);
  });
});

Deno.test("only the owner archives and restores, and a member may leave what is archived", async () => {
  await withPeople(async ({ alice, bob, carol, path }) => {
    for (const action of ["archive", "restore"]) {
      const page = await textOf(await bob.get(`${path}/${action}`));
      assert.match(textIn(page), action === "archive" ? /Only the owner/ : /is restored/);
      assert.equal(formIn(page), null);
      for (const browser of [bob, carol]) {
        const answer = await browser.post(`${path}/${action}`, {}, JSON_WANTED);
        assert.equal(answer.status, 403);
        assert.equal((await answer.json()).error.code, "not_owner");
      }
    }
    const answer = await alice.post(`${path}/archive`, {}, JSON_WANTED);
    assert.equal((await answer.json()).project.archived, true);
    const fields = { username: "bob", name: "Website" };
    assert.equal(await locationOf(await bob.post(`${path}/members/remove`, fields)), "/");
  });
});

Deno.test("leaving asks likewise, and the list says what was left", async () => {
  await withPeople(async ({ bob, carol, path }) => {
    const page = await textOf(await bob.get(`${path}/members/remove?username=Bob`));
    assert.equal(headingOf(page), "Leave Website?");
    const { action, fields } = formIn(page)!;
    const list = await locationOf(await bob.post(action, fields));
    const html = await textOf(await bob.get(list));
    assert.equal(noteOf(html), "You left Website.");
    assert.match(html, /No projects yet/);
    assert.match(await textOf(await bob.get(path), 403), />Rejoin the project<\/button>/);
    const again = await locationOf(await bob.post(action, fields));
    assert.equal(again, list, "a form that is posted twice");

    const { path: back, label } = undoOf(html);
    assert.deepEqual([back, label], [`${path}/rejoin`, "Come back"]);
    for (const _pressed of ["once", "twice"]) {
      assert.equal(await locationOf(await bob.post(back, {})), path);
    }
    assert.equal(noteOf(await textOf(await bob.get(path))), "You are back in Website.");
    assert.equal(await locationOf(await carol.post(back, {})), `${path}?problem=not_a_member`);
    await textOf(await carol.get(path), 403);
  });
});

Deno.test("a page asks nothing that can't be done, and says why", async () => {
  await withPeople(async ({ alice, bob, carol, path }) => {
    const cases: [TestBrowser, string, number, RegExp][] = [
      [alice, "members/remove?username=carol", 200, /carol is not, or is no longer, a member/],
      [alice, "owner?username=carol", 200, /carol is not, or is no longer, a member/],
      [alice, "owner?username=Alice", 200, /alice owns Website now\./],
      [alice, "members/remove?username=alice", 200, /You are the owner, so you can't leave/],
      [bob, "members/remove?username=alice", 200, /Only the owner of the project can do this/],
      [bob, "owner?username=bob", 200, /Only the owner of the project can do this/],
      [carol, "members/remove?username=bob", 403, /You are not a member of this project/],
      [alice, "members/remove", 404, /Page not found/],
    ];
    for (const [browser, asked, status, expected] of cases) {
      const page = await textOf(await browser.get(`${path}/${asked}`), status);
      assert.match(textIn(page), expected, asked);
      assert.equal(formIn(page), null, asked);
    }
    const next = await locationOf(await alice.post("/logout", {}));
    assert.match(next, /^\/login/);
    assert.match(await locationOf(await alice.get(`${path}/owner?username=bob`)), /^\/login/);
  });
});

// Guard (web): no address makes a page say that something was done, or offer to take it back
Deno.test("no address makes a page say that something was done, or offer to take it back", async () => {
  await withPeople(async ({ alice, path }) => {
    for (
      const address of [
        `${path}?done=remove&member=carol`,
        `${path}/people?done=remove&member=carol`,
        `${path}/settings?done=rename&was=Old`,
        "/?left=999&name=Website",
      ]
    ) {
      assert.equal(noteOf(await textOf(await alice.get(address))), "", address);
    }
  });
});

// Guard (web): a notice is told to whom it is for, and only if this client wrote it: other programs write cookies too
Deno.test("a notice is told to whom it is for, and only if this client wrote it", async () => {
  await withPeople(async ({ alice, bob, path }) => {
    const name = "chung_notice_7080";
    await locationOf(await alice.post(`${path}/archive`, {}));
    const written = alice.cookies.get(name)!;
    const [told, signed] = written.split(".");
    const forged = Buffer.from(JSON.stringify({
      did: "removed",
      project: { id: 1, name: "Website" },
      about: "carol",
    })).toString("base64url");
    const cases: [TestBrowser, string, boolean][] = [
      [alice, written, true],
      [bob, written, false],
      [alice, forged, false],
      [alice, `${forged}.`, false],
      [alice, `${forged}.${signed}`, false],
      [alice, `${told}.${signed.slice(1)}`, false],
    ];
    for (const [browser, cookie, tells] of cases) {
      browser.cookies.set(name, cookie);
      const html = await textOf(await browser.get("/me"));
      assert.equal(noteOf(html), tells ? "Website is archived." : "", cookie);
      browser.cookies.delete(name);
    }
  });
});

Deno.test("what was done is taken back by a button of the notice, without script", async () => {
  await withPeople(async ({ alice, bob, path }) => {
    const done = async (browser: TestBrowser, action: string, fields: Record<string, string>) =>
      await textOf(
        await browser.get(await locationOf(await browser.post(path + action, fields))),
      );
    const undone = async (browser: TestBrowser, html: string) => {
      const { path: back, fields } = undoOf(html);
      return await textOf(await browser.get(await locationOf(await browser.post(back, fields))));
    };

    const removed = await done(alice, "/members/remove", { username: "bob", name: "Website" });
    assert.equal(undoOf(removed).label, "Add again");
    const added = await undone(alice, removed);
    assert.match(textIn(added), /Added: bob\./);
    await textOf(await bob.get(path));

    const archived = await done(alice, "/archive", {});
    assert.equal(undoOf(archived).label, "Restore");
    const restored = await undone(alice, archived);
    assert.match(noteOf(restored), /^Website is restored/);
    assert.equal(undoOf(restored).label, "Archive again");
    assert.equal(noteOf(await undone(alice, restored)), "Website is archived.");
    await done(alice, "/restore", {});

    const page = await textOf(await alice.get(`${path}/settings`));
    assert.match(page, /<input type="hidden" name="was" [^>]*value="Website"/);
    const renamed = await done(alice, "/name", { name: "A & B", was: "Website" });
    assert.equal(noteOf(renamed), "The project is called A & B now.");
    assert.equal(undoOf(renamed).label, "Back to the old name");
    const back = await undone(alice, renamed);
    assert.equal(noteOf(back), "The project is called Website now.");
    const same = await done(alice, "/name", { name: "Website", was: "Website" });
    assert.throws(() => undoOf(same), TypeError, "nothing to go back to");

    const left = await done(bob, "/members/remove", { username: "bob", name: "Website" });
    assert.equal(noteOf(left), "You left Website.");
    const tooLate = await alice.post(`${path}/people`, { members: "bob, alice" });
    const refused = await textOf(tooLate, 409);
    assert.match(
      textIn(refused),
      /Left this project by themselves: bob\. .*send them the project's link/,
    );
    assert.match(refused, /value="bob, alice"/);
    assert.equal(noteOf(await undone(bob, left)), "You are back in Website.");

    const given = await done(alice, "/owner", { username: "bob" });
    assert.equal(noteOf(given), "bob owns Website now.");
    assert.throws(() => undoOf(given), TypeError, "only bob could hand it back");
  });
});

Deno.test("an owner without other members archives and restores", async () => {
  await withPeople(async ({ carol }) => {
    const own = await carol.makeProject("Alone");
    const page = await textOf(await carol.get(`${own}/archive`));
    const where = await locationOf(await carol.post(formIn(page)!.action, {}));
    const { path, fields } = undoOf(await textOf(await carol.get(where)));
    assert.equal(await locationOf(await carol.post(path, fields)), own);
    assert.equal((await say(carol, own, "again")).length, 1);
  });
});

Deno.test("what asks speaks Vietnamese too", async () => {
  await withPeople(async ({ alice, path }) => {
    const headers = { "accept-language": "vi" };
    const page = await textOf(await alice.get(`${path}/members/remove?username=bob`, headers));
    assert.equal(headingOf(page), "Đưa bob ra khỏi Website?");
    assert.match(textIn(page), /bob sẽ không đọc và viết ở đây được nữa/);
    const fields = { username: "bob", name: "Website" };
    await locationOf(await alice.post(`${path}/members/remove`, fields));
    const told = await textOf(await alice.get(`${path}/people`, headers));
    assert.equal(noteOf(told), "bob đã được đưa ra khỏi Website.");
    assert.equal(undoOf(told).label, "Thêm lại");
  });
});
