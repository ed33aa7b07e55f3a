import assert from "node:assert/strict";
import { HostileServer } from "../hostile/hostile_server.ts";
import { startTestClient } from "../test_browser.ts";
import { JSON_WANTED, locationOf, say, textOf, withBrowsers } from "../with_browsers.ts";

const all = (query: string, more = "") => `/search?${new URLSearchParams({ q: query })}${more}`;
const VIETNAMESE = { "accept-language": "vi" };

const mainOf = (page: string) => /<main.*?<\/main>/s.exec(page)![0];

/** The results, each as lines of text with marks in square brackets. */
function resultsIn(page: string): string[][] {
  return [...mainOf(page).matchAll(/<li class="card result"[^>]*>(.*?)<\/li>/gs)].map((
    [, result],
  ) =>
    [...result.matchAll(/<p class="(?:result-project|context|text)"[^>]*>(.*?)<\/p>/gs)]
      .map(([, line]) =>
        line.replace(/<mark>(.*?)<\/mark>/g, "[$1]").replace(/<[^>]*>/g, "").trim()
      )
  );
}

Deno.test("a search over all projects shows each message with its project and the lines around it", async () => {
  await withBrowsers(async (open) => {
    const [alice, bob] = [open(), open()];
    await alice.join("alice");
    await bob.join("bob");
    const website = await alice.makeProject("Website", "bob");
    const stock = await alice.makeProject("Kho <hàng>");
    const others = await alice.makeProject("Others");
    await say(alice, website, "**good** morning");
    const [found] = await say(bob, website, "Hóa đơn số 17");
    await say(alice, website, "thanks\nbob");
    const [, alone] = await say(alice, stock, "to be deleted", "hoá đơn mới");
    await say(alice, others, "nothing");
    const deleted = alone - 1;
    await textOf(
      await alice.post(`${stock}/messages/${deleted}`, { do: "delete" }, JSON_WANTED),
    );
    const page = await textOf(await alice.get(all("hoa don")));
    assert.deepEqual(resultsIn(page), [
      ["Kho &lt;hàng>", "[hoá] [đơn] mới"],
      ["Website", "alice: good morning", "[Hóa] [đơn] số 17", "alice: thanks bob"],
    ]);
    assert.match(page, /<title>hoa don · Search all projects · Chung<\/title>/);
    // Into the room, and back to the results of all projects.
    const place = `${website}?at=${found}&all=hoa+don`;
    assert.ok(page.includes(`href="${place.replace("&", "&amp;")}#message-${found}"`), page);
    const room = await textOf(await alice.get(place));
    const back = `/search?q=hoa+don&at=${found}#result-${found}`;
    assert.ok(room.includes(`href="${back.replace("&", "&amp;")}"`));
    assert.ok(room.includes("Results for “hoa don”"));
    // The same context in one project, whose name is known.
    const inOne = await textOf(await alice.get(`${website}/search?q=hoa`));
    assert.deepEqual(resultsIn(inOne), [
      ["alice: good morning", "[Hóa] đơn số 17", "alice: thanks bob"],
    ]);
    assert.match(inOne, /<a href="\/search\?q=hoa">Search all projects<\/a>/);
    // Bob is in one of the projects only.
    assert.deepEqual(
      resultsIn(await textOf(await bob.get(all("hoa")))).map(([project]) => project),
      ["Website"],
    );
  });
});

Deno.test("a search shows the change of a project beside a message, and archived projects", async () => {
  await withBrowsers(async (open) => {
    const alice = open();
    await alice.join("alice");
    await open().join("bob");
    const path = await alice.makeProject("Website", "bob");
    await say(alice, path, "a plan");
    await locationOf(await alice.post(`${path}/archive`, {}));
    const page = await textOf(await alice.get(all("plan"), VIETNAMESE));
    assert.deepEqual(resultsIn(page), [[
      "Websiteđã lưu trữ",
      "alice đã thêm bob vào dự án",
      "a [plan]",
      "alice đã lưu trữ dự án",
    ]]);
  });
});

Deno.test("a search is filtered in the page's words, which are not marked", async () => {
  await withBrowsers(async (open) => {
    const [alice, lan] = [open(), open()];
    await alice.join("alice");
    await lan.join("lan");
    const path = await alice.makeProject("Website", "lan");
    await say(alice, path, "plan of alice");
    await say(lan, path, "plan from lan");
    for (const place of [`${path}/search`, "/search"]) {
      const get = async (query: string, status = 200, headers = {}) =>
        await textOf(
          await alice.get(`${place}?${new URLSearchParams({ q: query })}`, headers),
          status,
        );
      const texts = (page: string) =>
        resultsIn(page).map((lines) => lines.find((line) => /plan/.test(line) && !/: /.test(line)));
      for (const query of ["plan from:lan", "từ:lan plan", "TU:@lan plan"]) {
        const page = await get(query);
        assert.deepEqual(texts(page), ["[plan] from lan"], query);
      }
      const chosen = await get("từ:lan plan sau:1/1/2020", 200, VIETNAMESE);
      assert.match(
        chosen,
        /href="[^"]*\?q=plan\+sau%3A1%2F1%2F2020"[^>]*aria-label="Bỏ bộ lọc “lan viết”"/,
      );
      assert.match(
        chosen,
        /href="[^"]*\?q=t%E1%BB%AB%3Alan\+plan"[^>]*><bdi>Từ 01\/01\/2020<\/bdi>/,
      );
      assert.match(chosen, /value="từ:lan plan sau:1\/1\/2020"/);
      assert.deepEqual(texts(await get("before:2020-01-01")), []);
      assert.match(await get("before:2020-01-01"), /There is no message within these filters/);
      assert.match(await get("from:lan zebra"), /No message has “zebra” within these filters/);
      assert.match(await get("from:lan"), />1 message\.</);
      const refused = await get("plan sau:mai", 422, VIETNAMESE);
      assert.match(refused, /“mai” không phải là ngày\. Bạn hãy viết như sau:25\/11\/2026/);
      assert.match(refused, /value="plan sau:mai"/);
      assert.match(refused, /Bộ lọc: <b>từ:lan<\/b> là tin của lan/);
    }
  });
});

Deno.test("twenty results are shown at a time, and the way back leads to the page of each", async () => {
  await withBrowsers(async (open) => {
    const alice = open();
    await alice.join("alice");
    const path = await alice.makeProject("Website");
    const ids = await say(alice, path, ...Array.from({ length: 45 }, (_, n) => `tea ${n}`));
    const shownOn = (page: string) =>
      [...page.matchAll(/id="result-(\d+)"/g)].map(([, id]) => Number(id));
    const newestFirst = ids.toReversed();
    const pages: [more: string, from: number, to: number][] = [
      ["", 0, 20],
      ["&page=2", 20, 40],
      ["&page=3", 40, 45],
      ["&page=9", 40, 45],
      ["&page=x", 0, 20],
      [`&at=${newestFirst[25]}`, 20, 40],
      [`&at=${newestFirst[25]}&page=3`, 20, 40],
      ["&at=99999", 0, 20],
    ];
    for (const [more, from, to] of pages) {
      const page = await textOf(await alice.get(all("tea", more)));
      assert.deepEqual(shownOn(page), newestFirst.slice(from, to), more);
      assert.match(page, new RegExp(`45 messages.* Showing ${from + 1}–${to}\\.`), more);
      assert.equal(/rel="prev" href="\/search\?q=tea&amp;page=/.test(page), from > 0, more);
      assert.equal(/rel="next"/.test(page), to < 45, more);
    }
    assert.match(await textOf(await alice.get(all("tea", "&page=2"))), />Next 5 results</);
  });
});

Deno.test("a search over all projects says where there is nothing to search, and how to ask", async () => {
  await withBrowsers(async (open) => {
    const alice = open();
    assert.equal(
      await locationOf(await alice.get(all("hóa", "&at=5&page=2"))),
      `/login?${new URLSearchParams({ next: "/search?q=h%C3%B3a&at=5" })}`,
    );
    await alice.join("alice");
    const empty = await textOf(await alice.get("/search"));
    assert.match(mainOf(empty), /You have no projects yet.*href="\/#new-project"/s);
    assert.doesNotMatch(mainOf(await textOf(await alice.get(all("hi")))), /No message has/);
    await alice.makeProject("Website");
    const page = await textOf(await alice.get("/search"));
    assert.match(mainOf(page), /type="search".*Filters: <b>from:lan<\/b>.*Accents, capitals/s);
    assert.doesNotMatch(mainOf(page), /role="status"|no projects/);
    assert.match(await textOf(await alice.get(all("zebra"))), /No message has “zebra”\./);
    // The form of every other page.
    const list = await textOf(await alice.get("/me", VIETNAMESE));
    assert.match(
      list,
      /<form method="get" action="\/search" role="search"[^>]*>.*Tìm trong mọi dự án…/s,
    );
    assert.equal(/<form[^>]*action="\/search"/.test(page.replace(mainOf(page), "")), false);
  });
});

Deno.test("the lines around a result are left out where they can't be read", async () => {
  const message = (id: number, project_id: number) =>
    `{"id":${id},"project_id":${project_id},"user":"eve","message":"hi ${id}","timestamp":"2026-11-23T08:15:30.123Z"}`;
  const cases: [history: string, found: string, partial: boolean, results: string[][]][] = [
    ["TAG err history rate_limited wait, in 3 s\n", message(7, 1), true, [["Website", "[hi] 7"]]],
    // Of a project that one has left meanwhile.
    [
      'TAG ok history {"messages":[],"more":false,"last_change":0}\n',
      `${message(7, 1)},${message(8, 2)}`,
      false,
      [["Website", "[hi] 7"]],
    ],
  ];
  for (const [history, found, partial, results] of cases) {
    const server = new HostileServer((action) => {
      if (action === "history") return { lines: history };
      if (action !== "search_all") return undefined;
      return { json: `{"messages":[${found}],"partial":${partial}}` };
    });
    const client = await startTestClient(server);
    try {
      const browser = client.browser();
      client.give(browser, "a.b.c");
      const page = await textOf(await browser.get(all("hi")));
      assert.deepEqual(resultsIn(page), results);
      assert.equal(/there may be more: the search took/.test(page), partial);
    } finally {
      client.close();
      server.close();
    }
  }
});

Deno.test("a search waits where the server is away, and says when it is refused", async () => {
  const refusal = "TAG err search_all rate_limited too many searches; try again in 3 s\n";
  const server = new HostileServer((action) =>
    action === "search_all" ? { lines: refusal } : undefined
  );
  const client = await startTestClient(server);
  const { port } = server;
  try {
    const browser = client.browser();
    client.give(browser, "a.b.c");
    const refused = await textOf(await browser.get(all("hi")), 429);
    assert.match(refused, /role="alert">[^<]*3/);
    assert.match(refused, /value="hi"/);
  } finally {
    client.close();
    server.close();
  }
  const waiting = await startTestClient({ port });
  try {
    const browser = waiting.browser();
    waiting.give(browser, "a.b.c");
    const away = await textOf(await browser.get(all("hi")), 503);
    assert.match(away, /Try again/);
    assert.match(away, /<title>hi · Search all projects · Chung<\/title>/);
  } finally {
    waiting.close();
  }
});
