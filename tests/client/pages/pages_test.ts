import assert from "node:assert/strict";
import { JSON_WANTED, locationOf, say, textOf, withBrowsers } from "../with_browsers.ts";

const VI = { "accept-language": "vi" };

const scripts = (page: string) => page.match(/<script/g)?.length ?? 0;

Deno.test("the login form comes first, and leads back to what was asked for", async () => {
  await withBrowsers(async (open) => {
    assert.equal(await locationOf(await open().get("/")), "/login");
    assert.equal(await locationOf(await open().get("/projects/7")), "/login?next=%2Fprojects%2F7");
    const form = await textOf(await open().get("/login?next=%2Fprojects%2F7"));
    assert.match(form, /name="next" value="\/projects\/7"/);
    assert.match(form, /href="\/register\?next=%2Fprojects%2F7"/);
    const fields = { username: "alice", password: "matkhau-123" };
    assert.equal(await locationOf(await open().post("/register", fields)), "/");
    const next = (to: string) => ({ ...fields, next: to });
    assert.equal(
      await locationOf(await open().post("/login", next("/projects/7"))),
      "/projects/7",
    );
    assert.equal(await locationOf(await open().post("/login", next("//evil.example"))), "/");
  });
});

Deno.test("login and register say beside the field what is wrong and keep the name only", async () => {
  await withBrowsers(async (open) => {
    await open().join("alice");
    const cases: [string, string, string, number, RegExp][] = [
      ["/register", "bad name", "matkhau-123", 422, /id="username-problem"[^>]*>[^<]*1 to 32/],
      ["/register", "bob", "short", 422, /id="password-problem"[^>]*>[^<]*at least 8/],
      [
        "/register",
        "ALICE",
        "another-password",
        409,
        /id="username-problem"[^>]*>Somebody already/,
      ],
      ["/register", "", "matkhau-123", 422, /id="username-problem"/],
      ["/login", "alice", "another-password", 422, /id="form-problem"[^>]*>The username or/],
      ["/login", "bad name", "matkhau-123", 422, /id="form-problem"[^>]*>The username or/],
      ["/login", "alice", "", 422, /id="password-problem"/],
    ];
    for (const [path, username, password, status, problem] of cases) {
      const page = await textOf(await open().post(path, { username, password }), status);
      assert.match(page, problem, `${path} ${username}`);
      assert.match(page, /role="alert"/);
      assert.ok(username === "" || page.includes(`value="${username}"`), "the name stays");
      assert.ok(password === "" || !page.includes(password), "the password does not");
    }
  });
});

Deno.test("pages speak the language of the browser until another is chosen", async () => {
  await withBrowsers(async (open) => {
    const browser = open();
    const vietnamese = await textOf(await browser.get("/login", VI));
    assert.match(vietnamese, /<html lang="vi">/);
    assert.match(vietnamese, /<title>Đăng nhập · Chung<\/title>/);
    const referer = "http://127.0.0.1:7080/login?next=%2Fprojects%2F7";
    const chosen = await browser.post(
      "/language",
      { language: "en" },
      { "sec-fetch-site": "same-origin", referer },
    );
    assert.equal(await locationOf(chosen), "/login?next=%2Fprojects%2F7");
    assert.match(await textOf(await browser.get("/login", VI)), /<html lang="en">/);
    const abroad = { "sec-fetch-site": "same-origin", referer: "http://evil.example/x" };
    assert.equal(await locationOf(await browser.post("/language", {}, abroad)), "/");
  });
});

Deno.test("creating a project with unknown members goes to its page with what was typed", async () => {
  await withBrowsers(async (open) => {
    const alice = open();
    await alice.join("alice");
    assert.match(await textOf(await alice.get("/")), /No projects yet/);
    const where = await locationOf(
      await alice.post("/", { name: "Website", members: "nobody; alice" }),
    );
    assert.match(where, /^\/projects\/\d+\?/);
    const page = await textOf(await alice.get(where));
    assert.match(page, /<title>Website · Chung<\/title>/);
    assert.match(page, /id="members-problem"[^>]*>Your project was created\. [^<]*nobody\./);
    assert.match(page, /id="members"[^>]*value="nobody; alice"/);
    assert.match(await textOf(await alice.get("/")), /Website/);
  });
});

Deno.test("a refused project keeps its name and members on the form", async () => {
  await withBrowsers(async (open) => {
    const alice = open();
    await alice.join("alice");
    const page = await textOf(
      await alice.post("/", { name: "x".repeat(256), members: "bob, carol" }),
      422,
    );
    assert.match(page, /id="name-problem"[^>]*>[^<]*1 to 255/);
    assert.ok(page.includes(`value="${"x".repeat(256)}"`));
    assert.match(page, /value="bob, carol"/);
    for (const name of ["", "\u200b\u2060", "a\u2028b", "a\nb"]) {
      const refused = await textOf(await alice.post("/", { name, members: "bob" }), 422);
      assert.match(refused, /id="name-problem"[^>]*>[^<]*on one line, and not only invisible/);
      assert.match(refused, /value="bob"/);
    }
  });
});

Deno.test("forms posted twice are done once", async () => {
  await withBrowsers(async (open) => {
    const alice = open();
    await alice.join("alice");
    const project = { name: "Website", members: "", tag: "once-1" };
    const path = await locationOf(await alice.post("/", project));
    assert.equal(await locationOf(await alice.post("/", project)), path);
    for (let times = 0; times < 2; times++) {
      await locationOf(await alice.post(path, { message: "just once", tag: "once-2" }));
    }
    const page = await textOf(await alice.get(path));
    assert.equal(page.match(/<li class="message[^>]*>.*?just once.*?<\/li>/g)?.length, 1);
  });
});

Deno.test("a refused message stays in its field, and script gets the same sentence", async () => {
  await withBrowsers(async (open) => {
    const alice = open();
    await alice.join("alice");
    const path = await alice.makeProject("Website");
    const long = "ă".repeat(16_001);
    const page = await textOf(await alice.post(path, { message: long }), 422);
    assert.match(page, /id="message-problem"[^>]*>[^<]*16,000/);
    assert.ok(page.includes(`>${long}</textarea>`));
    const answer = await alice.post(path, { message: long }, JSON_WANTED);
    assert.equal(answer.status, 422);
    const { error } = await answer.json();
    assert.equal(error.code, "message_too_long");
    assert.match(error.text, /16,000/);
    const sent = await alice.post(path, { message: "one\r\ntwo" }, JSON_WANTED);
    assert.equal((await sent.json()).message.message, "one\ntwo");
  });
});

Deno.test("the owner adds members beside the sentence of what went wrong", async () => {
  await withBrowsers(async (open) => {
    const [alice, bob] = [open(), open()];
    await alice.join("alice");
    await bob.join("bob");
    const path = await alice.makeProject("Website");
    const members = `${path}/members`;
    const page = await textOf(await alice.post(members, { members: "bob, nobody" }), 422);
    assert.match(page, /id="members-problem"[^>]*>[^<]*: nobody\./);
    assert.match(page, /value="bob, nobody"/);
    assert.match(await textOf(await alice.post(members, { members: " ;, " }), 422), /at least one/);
    assert.equal(await locationOf(await alice.get(members)), path);
    const added = await alice.post(members, { members: "bob; alice" }, JSON_WANTED);
    assert.deepEqual(await added.json(), { added: ["bob"], already: ["alice"] });
    const refused = await bob.post(members, { members: "alice" }, JSON_WANTED);
    assert.equal(refused.status, 403);
    assert.equal((await refused.json()).error.code, "not_owner");
  });
});

Deno.test("strangers and wrong addresses get a sentence and the right status", async () => {
  await withBrowsers(async (open) => {
    const [alice, carol] = [open(), open()];
    await alice.join("alice");
    await carol.join("carol");
    const path = await alice.makeProject("Secret name");
    const refused = await textOf(await carol.get(path), 403);
    assert.match(refused, /Ask its owner to add you/);
    assert.doesNotMatch(refused, /Secret name/);
    assert.match(await textOf(await alice.get("/projects/999"), 404), /no such project/);
    for (const wrong of ["/projects/01", "/projects/abc", "/projects/1e3", "/projects/-1"]) {
      assert.match(await textOf(await alice.get(wrong), 404), /Page not found/, wrong);
    }
  });
});

Deno.test("a message written when the session has ended is not lost", async () => {
  await withBrowsers(async (open) => {
    const alice = open();
    await alice.join("alice");
    const path = await alice.makeProject("Website");
    const other = open();
    for (const [name, value] of alice.cookies) other.cookies.set(name, value);
    assert.equal(await locationOf(await other.post("/logout", {})), "/login?notice=logged_out");
    for (let times = 0; times < 2; times++) {
      const page = await textOf(await alice.post(path, { message: "not lost" }), 401);
      assert.match(page, />not lost<\/textarea>/);
      assert.match(page, /session has ended/);
    }
    const project = await textOf(await alice.post("/", { name: "Kept", members: "" }), 401);
    assert.match(project, /value="Kept"/);
    const answer = await alice.post(path, { message: "x" }, JSON_WANTED);
    assert.equal(answer.status, 401);
    assert.equal((await answer.json()).error.code, "invalid_token");
  });
});

Deno.test("older and newer messages are on pages of their own, that lead on in both directions", async () => {
  await withBrowsers(async (open) => {
    const alice = open();
    await alice.join("alice");
    const path = await alice.makeProject("Website");
    const [first, second, third] = await say(alice, path, "first", "second", "third");
    const older = await textOf(await alice.get(`${path}?before=${third}`));
    assert.match(older, /<h1[^>]*>Older messages.*first.*second/s);
    assert.doesNotMatch(older, /third|before=/);
    assert.ok(older.includes(`href="${path}?after=${second}"`));
    assert.ok(older.includes(`href="${path}"`));
    const newer = await textOf(await alice.get(`${path}?after=${first}`));
    assert.match(newer, /<h1[^>]*>Newer messages.*second.*third/s);
    assert.doesNotMatch(newer, /first|after=/);
    assert.ok(newer.includes(`href="${path}?before=${second}"`));
    assert.ok(newer.includes(`href="${path}/messages/${third}"`), "one's own can be changed");
    assert.match(
      await textOf(await alice.get(`${path}?before=${first}`)),
      /There are no older messages/,
    );
    assert.match(
      await textOf(await alice.get(`${path}?after=${third}`)),
      /There are no newer messages/,
    );
  });
});

Deno.test("a page of older messages shows them as the room does", async () => {
  await withBrowsers(async (open) => {
    const [alice, bob] = [open(), open()];
    await alice.join("alice");
    await bob.join("bob");
    const path = await alice.makeProject("Website", "bob");
    const [id, last] = await say(bob, path, "hello @alice and @nobody", "last");
    await bob.post(`${path}/messages/${id}`, { do: "edit", message: "hi @alice and @nobody" });
    const page = await textOf(await alice.get(`${path}?before=${last}`));
    assert.match(page, /<title>Older messages · Website · Chung<\/title>/);
    assert.match(page, /hi <b class="mention mention-me">@alice<\/b> and @nobody/);
    assert.match(page, /\(edited\)/);
    const menu = new RegExp(`href="${path}/messages/${id}" aria-label="([^"]*)"`);
    assert.equal(menu.exec(page)?.[1], "Delete", "the owner's");
    const own = await textOf(await bob.get(`${path}?before=${last}`));
    assert.equal(menu.exec(own)?.[1], "Edit or delete this message");
  });
});

Deno.test("a room opens around the message that is asked for", async () => {
  await withBrowsers(async (open) => {
    const alice = open();
    await alice.join("alice");
    const path = await alice.makeProject("Website");
    const texts = Array.from({ length: 160 }, (_, number) => `message no. ${number}.`);
    const ids = await say(alice, path, ...texts);
    const page = await textOf(await alice.get(`${path}?at=${ids[5]}`));
    assert.ok(page.includes(`id="message-${ids[5]}"`));
    assert.ok(page.includes(`id="message-${ids[0]}"`));
    assert.ok(!page.includes(`id="message-${ids[159]}"`));
    assert.ok(!(await textOf(await alice.get(path))).includes(`id="message-${ids[5]}"`));
    assert.match(await textOf(await alice.get(`${path}?at=x`)), /message no. 159\./);
  });
});

Deno.test("a message sent without script is led to, past what is unread", async () => {
  await withBrowsers(async (open) => {
    const [alice, bob] = [open(), open()];
    await alice.join("alice");
    await bob.join("bob");
    const path = await alice.makeProject("Website", "bob");
    await say(alice, path, ...Array.from({ length: 120 }, (_, number) => `unread ${number}`));
    const room = await textOf(await bob.get(path));
    assert.doesNotMatch(room, /unread 119/, "it opens at the first unread one");
    const [, after] = /href="([^"]*\?after=\d+)"/.exec(room)!;
    assert.match(await textOf(await bob.get(after)), /unread 119/);
    const where = await locationOf(await bob.post(path, { message: "my own words" }));
    assert.match(where, new RegExp(`^${path}\\?at=(\\d+)#message-\\1$`));
    assert.match(
      await textOf(await bob.get(where.split("#")[0])),
      /<li class="message[^>]*>.*my own words/s,
    );
    const newest = /name="message" value="(\d+)"/.exec(room)![1];
    assert.equal(await locationOf(await bob.post(`${path}/read`, { message: newest })), path);
    const list = await textOf(await bob.get("/"));
    assert.doesNotMatch(list, /class="(?:badge|count)"/);
    assert.match(list, /<title>Your projects/);
  });
});

Deno.test("a page says what a form that led back to it could not do", async () => {
  await withBrowsers(async (open) => {
    const [alice, bob] = [open(), open()];
    await alice.join("alice");
    await bob.join("bob");
    const path = await alice.makeProject("Website", "bob");
    const cases: [string, Record<string, string>, RegExp][] = [
      ["name", { name: "Mine" }, /Only the owner of the project can do this/],
      ["owner", { username: "bob" }, /Only the owner of the project can do this/],
      ["members/remove", { username: "alice" }, /Only the owner of the project can do this/],
    ];
    for (const [form, fields, expected] of cases) {
      const where = await locationOf(await bob.post(`${path}/${form}`, fields));
      const page = await textOf(await bob.get(where));
      assert.match(page.replace(/.*?role="alert">/s, ""), expected, form);
      const there = form === "name" ? /<h1>Project settings</ : /<h1>Members of /;
      assert.match(page, there, "the page with the form is there all the same");
    }
    assert.doesNotMatch(await textOf(await bob.get(`${path}?problem=toString`)), /role="alert"/);

    const owners: [string, Record<string, string>, RegExp][] = [
      ["members/remove", { username: "carol" }, /carol is not, or is no longer, a member/],
      ["owner", { username: "carol" }, /carol is not, or is no longer, a member/],
      ["members/remove", { username: "alice" }, /Make another member the owner first/],
      ["name", { name: "ă".repeat(256) }, /A project name has 1 to 255 characters/],
    ];
    for (const [form, fields, expected] of owners) {
      const where = await locationOf(await alice.post(`${path}/${form}`, fields));
      const page = await textOf(await alice.get(where));
      assert.match(page.replace(/.*?role="alert">/s, ""), expected, form);
      assert.equal(page.includes(`value="${fields.name}"`), form === "name", "what was typed");
    }
  });
});

Deno.test("the list counts what is unread, in its title too, and mentions apart", async () => {
  await withBrowsers(async (open) => {
    const [alice, bob] = [open(), open()];
    await alice.join("alice");
    await bob.join("bob");
    const path = await alice.makeProject("Website", "bob");
    await say(alice, path, "one", "two @bob");
    const other = await alice.makeProject("Kitchen", "bob");
    await say(alice, other, "three");
    const list = await textOf(await bob.get("/"));
    assert.match(list, /<title>\(3\) Your projects · Chung<\/title>/);
    assert.match(
      list,
      /Kitchen.*1 unread message<.*Website.*1 mention or task for you.*2 unread messages</s,
    );
    assert.equal(list.match(/class="project unread"/g)?.length, 2);
    assert.doesNotMatch(
      await textOf(await alice.get("/")),
      /class="badge"|class="count"|class="project unread/,
    );
  });
});

Deno.test("only pages with the list or the room have more script than the caret's and the guard's", async () => {
  await withBrowsers(async (open) => {
    const alice = open();
    await alice.join("alice");
    const path = await alice.makeProject("Website");
    const [id] = await say(alice, path, "hello");
    assert.equal(scripts(await textOf(await alice.get("/server"))), 2);
    const live = scripts(await textOf(await alice.get("/")));
    for (
      const page of [`${path}/search?q=hello`, `${path}?after=${id}`, `${path}/messages/${id}`]
    ) {
      assert.equal(scripts(await textOf(await alice.get(page))), live + 1, `${page}: today's`);
    }
    for (const page of ["/login", "/register"]) {
      assert.equal(scripts(await textOf(await open().get(page))), 2, page);
    }
    assert.ok(live > 2);
    assert.ok(scripts(await textOf(await alice.get(path))) > 1);
  });
});

Deno.test("the program can be installed, with icons in the sizes that it names", async () => {
  await withBrowsers(async (open) => {
    const page = await textOf(await open().get("/login"));
    const [, path] = /<link rel="manifest" href="([^"]*)"/.exec(page)!;
    const answer = await open().get(path);
    assert.match(answer.headers.get("content-type")!, /^application\/manifest\+json/);
    const { icons } = await answer.json();
    const [, touch] = /<link rel="apple-touch-icon" href="([^"]*)"/.exec(page)!;
    const named = [...icons, { src: touch, sizes: "180x180", type: "image/png" }];
    assert.deepEqual(
      named.map(({ sizes }) => sizes),
      ["192x192", "512x512", "512x512", "any", "180x180"],
    );
    for (const { src, sizes, type } of named) {
      const icon = await open().get(src);
      assert.equal(icon.headers.get("content-type"), type, src);
      const bytes = new DataView(await icon.arrayBuffer());
      if (type !== "image/png") continue;
      // The width and height in a PNG's header.
      assert.equal(`${bytes.getUint32(16)}x${bytes.getUint32(20)}`, sizes, src);
    }
  });
});
