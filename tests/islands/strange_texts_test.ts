import assert from "node:assert/strict";
import type { Locator } from "playwright-core";
import {
  browserTest,
  fromSettings,
  line,
  live,
  makeProject,
  send,
  withoutScript,
} from "./room_page.ts";

/** Letters written leftwards, and controls that are opened and never closed, or close what a text hasn't opened. */
const DIRECTED = [
  ..."\u202A\u202B\u202D\u202E\u2066\u2067\u2068".split("").map((control) => `${control}abc`),
  "\u2069\u2069\u202C\u202E abc",
  "\u2069\u2067\u202Eabc",
  "\u2066a\n\u2069\u202Eabc",
  "a\u2029\u202Eabc",
  "a\u2029\u2069\u202Eabc",
  "a\u0085\u202Eabc",
  "שלום עולם",
  "\u202Eabc\nשלום",
];

/**
 * Whether the parts of a line stand in their places, and the letters of its author and time in their order: in the log
 * the text begins below the name, and elsewhere the parts stand one after another.
 */
async function inOrder(line: Locator): Promise<boolean> {
  return await line.evaluate((line) => {
    const [author, text, time] = [".author, h2", ".text, bdi", "time"].map((part) =>
      line.querySelector(part)!
    );
    const left = (node: Node, at: number) => {
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      return range.getBoundingClientRect().left;
    };
    const written = [author, time].every(({ firstChild }) => {
      const letters = [...firstChild!.textContent!].map((_, at) => left(firstChild!, at));
      return letters.every((at, place) => place === 0 || letters[place - 1] < at);
    });
    const rows = text.getClientRects();
    if (line.matches(".message")) {
      const { left, right, bottom } = text.getBoundingClientRect();
      const edge = line.getBoundingClientRect().left +
        parseFloat(getComputedStyle(line).paddingLeft);
      const after = time.parentElement!.getBoundingClientRect();
      const below = line.matches(".follows") ||
        author.getBoundingClientRect().bottom <= rows[0].top + 1;
      return written && below && Math.abs(left - edge) < 1 &&
        (right <= after.left + 0.5 || bottom <= after.top + 1);
    }
    return written && author.getBoundingClientRect().right <= rows[0].left + 0.5 &&
      rows[rows.length - 1].right <= time.getBoundingClientRect().left + 0.5;
  });
}

browserTest("the direction of a text changes nothing around it", async (w) => {
  const alice = await w.join("alice");
  const room = await makeProject(alice, "Website", "");
  await live(alice, "alice");
  const messages = alice.locator(".message:not(.pending)");
  for (const [at, text] of DIRECTED.entries()) {
    await send(alice, text);
    await send(alice, "plain words");
    await messages.nth(2 * at + 1).waitFor();
  }
  // Live, rendered by the server, and on a page of the log.
  for (const url of [null, room, `${room}?before=99`]) {
    if (url !== null) await alice.goto(url);
    assert.equal(await messages.count(), 2 * DIRECTED.length);
    for (const message of await messages.all()) {
      const text = JSON.stringify(await message.locator(".text").textContent());
      assert.ok(await inOrder(message), `${text} on ${url}`);
    }
  }
  const hebrew = messages.filter({ hasText: /: שלום/ }).locator(".text");
  assert.equal(await hebrew.evaluate((text) => getComputedStyle(text).direction), "rtl");
  // As the last message of the list, where a line is not broken, and as one that waits.
  for (const [at, text] of DIRECTED.entries()) {
    await alice.goto(room);
    await live(alice, "alice");
    await send(alice, text);
    await messages.nth(2 * DIRECTED.length + at).waitFor();
    await alice.goto(w.origin);
    // The list shows them where it is the page.
    await alice.setViewportSize({ width: 360, height: 740 });
    assert.ok(await inOrder(alice.locator(".last-message")), `${JSON.stringify(text)} in the list`);
    await alice.setViewportSize({ width: 1280, height: 720 });
  }
  await alice.goto(room);
  await live(alice, "alice");
  await w.stopServer();
  for (const text of DIRECTED) await send(alice, text);
  const waiting = alice.locator(".message.pending");
  await waiting.nth(DIRECTED.length - 1).waitFor();
  for (const message of await waiting.all()) assert.ok(await inOrder(message));
  await w.startServer();
});

browserTest("the direction of a project's name changes nothing around it", async (w) => {
  const alice = await w.join("alice");
  const name = "\u2069\u202Etxet אתר";
  const isolated = "\u2068txet אתר\u2069";
  const room = await makeProject(alice, name, "");
  await live(alice, "alice");
  await send(alice, "hello");
  await line(alice, "hello").waitFor();
  assert.equal(await alice.title(), `${isolated} · Chung`);
  const project = room.slice(w.origin.length);
  const titles = [
    [`${project}?before=99`, `Older messages · ${isolated} · Chung`],
    [
      `${project}/search?q=${encodeURIComponent("\u202Ea")}`,
      `\u2068a\u2069 · Search in ${isolated} · Chung`,
    ],
    [project, `${isolated} · Chung`],
  ];
  const plain = await withoutScript(alice);
  for (const page of [alice, plain]) {
    for (const [path, title] of titles) {
      await page.goto(w.origin + path);
      assert.equal(await page.title(), title);
    }
    await page.goto(w.origin);
    await page.getByRole("link", { name: "txet" }).waitFor();
  }
});

browserTest("a link that could mislead tells in words where it leads", async (w) => {
  const alice = await w.join("alice");
  await makeProject(alice, "Website", "");
  await live(alice, "alice");
  const cases: [string, string, string][] = [
    [
      "https://google.com@evil.vn/",
      "https://google.com@evil.vn/",
      "https://google.com@evil.vn/ (evil.vn)",
    ],
    [
      "https://\u0430pple.com",
      "https://xn--pple-43d.com/",
      "https://\u0430pple.com (xn--pple-43d.com)",
    ],
    ["https://a.vn\\@evil.vn", "https://a.vn/@evil.vn", "https://a.vn\\@evil.vn (a.vn)"],
    ["http://2130706433/", "http://127.0.0.1/", "http://2130706433/ (127.0.0.1)"],
    ["www.a.vn/x", "http://www.a.vn/x", "www.a.vn/x"],
    ["http://việt.vn", "http://xn--vit-5kz.vn/", "http://việt.vn"],
  ];
  for (const [text] of cases) await send(alice, `xem ${text}, nhé`);
  const links = alice.locator(".message:not(.pending)").getByRole("link");
  await links.nth(cases.length - 1).waitFor();
  // Live, and as the server renders them.
  for (let time = 0; time < 2; time++) {
    for (const [at, [, href, name]] of cases.entries()) {
      const link = alice.locator(".message:not(.pending)").nth(at).getByRole("link", {
        name,
        exact: true,
      });
      assert.equal(await link.innerText(), name);
      assert.equal(await link.evaluate((link) => (link as HTMLAnchorElement).href), href);
    }
    await alice.reload();
  }
});

browserTest("a mention of a member who has left keeps its mark", async (w) => {
  const [alice, bob] = [await w.join("alice"), await w.join("bob")];
  const carol = await w.join("carol");
  const room = await makeProject(alice, "Website", "bob, carol");
  await live(alice, "alice");
  await carol.goto(room);
  await live(carol, "carol");
  await send(carol, "I am carol");
  await send(alice, "@bob and @carol and @nobody");
  const marks = alice.locator(".message:not(.pending) .mention");
  await marks.nth(1).waitFor();
  for (const [page, name] of [[bob, "bob"], [carol, "carol"]] as const) {
    await fromSettings(page, room, "Leave the project", "Leave now");
    await alice.locator(".member-list li", { hasText: name }).waitFor({ state: "detached" });
  }
  assert.deepEqual(await marks.allInnerTexts(), ["@bob", "@carol"], "who left in the meantime");
  for (const url of [room, `${room}?before=99`]) {
    await alice.goto(url);
    assert.deepEqual(await marks.allInnerTexts(), ["@bob", "@carol"], "of whom something is here");
  }
});
