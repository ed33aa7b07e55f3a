import assert from "node:assert/strict";
import { HONEST, HostileServer } from "../hostile/hostile_server.ts";
import { startTestClient } from "../test_browser.ts";
import { locationOf, say, textOf, withBrowsers } from "../with_browsers.ts";

const at = (path: string, query: string) => `${path}/search?${new URLSearchParams({ q: query })}`;

/** The visible text of the results, with marks in square brackets. */
function resultsIn(page: string): string[] {
  return [...page.matchAll(/<li class="card result"[^>]*>.*?<p class="text"[^>]*>(.*?)<\/p>/gs)]
    .map((
      [, text],
    ) => text.replace(/<\/?mark>/g, (tag) => tag === "<mark>" ? "[" : "]"));
}

const mainOf = (page: string) => /<main.*?<\/main>/s.exec(page)![0];

Deno.test("the page of a search marks the words, and leads into the log", async () => {
  await withBrowsers(async (open) => {
    const alice = open();
    await alice.join("alice");
    const path = await alice.makeProject("Website");
    const ids = await say(alice, path, "hoa hồng", "Hóa đơn số 17\nđã gửi", "<b>hoá</b> & đơn");
    const page = await textOf(await alice.get(at(path, "hoa don")));
    assert.deepEqual(resultsIn(page).sort(), [
      "&lt;b>[hoá]&lt;/b> &amp; [đơn]",
      "[Hóa] [đơn] số 17\nđã gửi",
    ]);
    assert.match(page, /name="q" value="hoa don"|value="hoa don"[^>]*name="q"/);
    assert.match(page, /2 messages, the best matches first/);
    assert.match(page, /<title>hoa don · Search in Website · Chung<\/title>/);
    assert.ok(page.includes(`href="${path}?at=${ids[1]}&amp;q=hoa+don#message-${ids[1]}"`));
    assert.match(page, /<b class="author">alice<\/b>.*?<time datetime="20/s);
    assert.ok(page.includes(`href="${path}"`), "the way back");
    const phrase = await textOf(await alice.get(at(path, '"hoa don"')));
    assert.deepEqual(resultsIn(phrase), ["[Hóa đơn] số 17\nđã gửi"]);
    const beginning = await textOf(await alice.get(at(path, "HO")));
    assert.deepEqual(resultsIn(beginning).length, 3);
  });
});

Deno.test("the page of a search says what it found, and how to ask", async () => {
  await withBrowsers(async (open) => {
    const alice = open();
    await alice.join("alice");
    const path = await alice.makeProject("Website");
    const texts = Array.from({ length: 101 }, (_, number) => `tea ${number}`);
    await say(alice, path, "one thing", ...texts);
    const cases: [string, RegExp, number][] = [
      ["zebra", /No message has “zebra”\..*Accents, capitals/s, 0],
      ["<i>\"'", /No message has “&lt;i>&quot;'”/, 0],
      ["", /Accents, capitals.*quotes/s, 0],
      ["  \n ", /Accents, capitals/, 0],
      ["thing", />1 message\.</, 1],
      ["tea", /The 100 best matches.* Showing 1–20\./, 20],
      ["x".repeat(70_000), /No message has/, 0],
    ];
    for (const [query, expected, count] of cases) {
      const address = query.length > 1_000 ? at(path, query.slice(0, 5_000)) : at(path, query);
      const page = await textOf(await alice.get(address));
      assert.match(page, expected, query.slice(0, 20));
      assert.equal(resultsIn(page).length, count, query.slice(0, 20));
    }
    assert.doesNotMatch(
      mainOf(await textOf(await alice.get(`${path}/search`))),
      /role="status"|No message/,
    );
  });
});

Deno.test("every page that a result leads to leads back to the results", async () => {
  await withBrowsers(async (open) => {
    const alice = open();
    await alice.join("alice");
    const path = await alice.makeProject("Website");
    const ids = await say(
      alice,
      path,
      "<i> one",
      ...Array.from({ length: 250 }, (_, number) => `line ${number}`),
    );
    const query = '<i> "&';
    const results = `${path}/search?q=%3Ci%3E+%22%26`;
    const cases: [string, string][] = [
      [`${path}?at=${ids[0]}`, `${results}&amp;at=${ids[0]}#result-${ids[0]}`],
      [`${path}?at=${ids[100]}`, `${results}&amp;at=${ids[100]}#result-${ids[100]}`],
      [`${path}?before=${ids[200]}`, results],
      [`${path}?after=${ids[0]}`, results],
      [`${path}/messages/${ids[0]}`, `${results}&amp;at=${ids[0]}#result-${ids[0]}`],
    ];
    for (const [address, back] of cases) {
      const from = new URL(address, "http://a");
      from.searchParams.set("q", query);
      const page = await textOf(await alice.get(from.pathname + from.search));
      const [, href, text] =
        /<a class="results" href="([^"]+)" aria-label="[^"]*"(?: title="[^"]*")?><svg.*?<\/svg><span>([^<]*)</
          .exec(
            page,
          )!;
      assert.equal(href, back, address);
      assert.match(text, /^Results for “(&lt;i>|&lt;i&gt;) &quot;&amp;”$/);
      for (const [, link] of page.matchAll(/href="(\/projects\/\d+\?[^"]*)"/g)) {
        assert.match(link, /q=%3Ci%3E\+%22%26/, `${link} on ${address}`);
      }
      const plain = await textOf(await alice.get(address));
      assert.doesNotMatch(plain, /class="[^"]*results"|[?&;]q=/, address);
    }
    const leftwards = await textOf(await alice.get(`${path}?at=${ids[0]}&q=a%E2%80%AEb`));
    assert.match(
      leftwards,
      /<span>Results for “\u2068ab\u2069”</,
      "the direction ends with the query",
    );
    const edited = await alice.post(`${path}/messages/${ids[0]}?q=one`, {
      do: "edit",
      message: "two",
    });
    assert.equal(await locationOf(edited), `${path}?at=${ids[0]}&q=one#message-${ids[0]}`);
    const vietnamese = await textOf(
      await alice.get(`${path}?at=${ids[0]}&q=mot`, { "accept-language": "vi" }),
    );
    assert.match(vietnamese, /<span>Kết quả tìm “mot”</);
  });
});

Deno.test("the page of a search says that the search took too long, with what it found", async () => {
  const found = HONEST.search.replace(/}$/, ',"partial":true}');
  const cases: [json: string, english: RegExp, vietnamese: RegExp][] = [
    [found, />1 message, but there may be more: the search took/, />1 tin nhắn, nhưng có thể còn/],
    ['{"messages":[],"partial":true}', />The search took too long/, />Tìm quá lâu nên đã dừng/],
    ['{"messages":[],"partial":false}', /No message has “hi”/, /Không có tin nhắn nào có “hi”/],
  ];
  for (const [json, english, vietnamese] of cases) {
    const server = new HostileServer((action) => action === "search" ? { json } : undefined);
    const client = await startTestClient(server);
    try {
      const browser = client.browser();
      client.give(browser, "a.b.c");
      for (const [language, text] of [["en", english], ["vi", vietnamese]] as const) {
        const headers = { "accept-language": language };
        assert.match(await textOf(await browser.get(at("/projects/1", "hi"), headers)), text);
      }
    } finally {
      client.close();
      server.close();
    }
  }
});

Deno.test("the page of a search cuts a long message around what was found", async () => {
  await withBrowsers(async (open) => {
    const alice = open();
    await alice.join("alice");
    const path = await alice.makeProject("Website");
    await say(alice, path, `${"trước ".repeat(1_000)}kim ${"sau ".repeat(1_000)}`);
    const [shown] = resultsIn(await textOf(await alice.get(at(path, "kim"))));
    assert.match(shown, /^…(trước )+\[kim\] (sau )+…$/);
  });
});

Deno.test("a search is for members, who are logged in", async () => {
  await withBrowsers(async (open) => {
    const [alice, carol] = [open(), open()];
    await alice.join("alice");
    await carol.join("carol");
    const path = await alice.makeProject("Secret name");
    await say(alice, path, "secret words");
    for (const query of ["secret", ""]) {
      const refused = await textOf(await carol.get(at(path, query)), 403);
      assert.match(refused, /not a member of this project/);
      assert.match(
        refused,
        /<h1>This project can&#39;t be opened|<h1>This project can't be opened/,
      );
      assert.doesNotMatch(mainOf(refused), /type="search"/);
      assert.doesNotMatch(refused, /Secret name|secret words/);
    }
    await textOf(await carol.get("/projects/999/search?q=x"), 404);
    await textOf(await carol.get("/projects/x/search?q=x"), 404);
    const next = new URLSearchParams({ next: at(path, "hóa đơn") });
    assert.equal(await locationOf(await open().get(at(path, "hóa đơn"))), `/login?${next}`);
    const page = await textOf(await alice.get(at(path, "secret"), { "accept-language": "vi" }));
    assert.match(page, /<h1>Tìm trong Secret name<\/h1>/);
  });
});
