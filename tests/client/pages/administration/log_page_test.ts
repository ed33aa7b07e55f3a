import assert from "node:assert/strict";
import type { LogEntry } from "../../../../lib/model/log/log_entry.ts";
import { LineClient } from "../../../line_client.ts";
import { logQuery, logSearch } from "../../../../client/shared/administration/log_query.ts";
import { JSON_WANTED, textOf, withBrowsers } from "../../with_browsers.ts";
import type { TestBrowser } from "../../test_browser.ts";
import type { TestServer } from "../../../server_fixture.ts";
import { joinAsAdmin } from "./admins.ts";

/** Runs with an admin's browser and what others have done, the oldest first, on a connection of their own. */
async function withLog(
  lines: (token: string) => string[],
  run: (alice: TestBrowser, server: TestServer, line: LineClient) => Promise<void>,
): Promise<void> {
  await withBrowsers(async (open, server) => {
    const alice = open();
    await joinAsAdmin(alice, server, "alice");
    const line = await LineClient.connect(server.port);
    try {
      const token = await line.join("bob");
      for (const each of lines(token)) await line.request(each);
      await run(alice, server, line);
    } finally {
      await line.close();
    }
  });
}

/** The texts of the entries, the first first. */
function entries(html: string): string[] {
  return [...html.matchAll(/<pre dir="ltr">([^<]*)<\/pre>/g)].map(([, text]) =>
    text.replaceAll("&quot;", '"')
  );
}

const requests = (html: string) =>
  entries(html).map((text) => /MessageRequest: (.*)/.exec(text)![1]);

Deno.test("the log's page shows entries as they stand in the file, by action, person and text", () =>
  withLog(
    (token) => [
      `new_project ${token} Hóa đơn`,
      `chat ${token} 1 Xin chào <b>&amp; \u202eđảo`,
      "login bob sai-mật-khẩu",
      `chat ${token} 99 lạc`,
    ],
    async (alice, server) => {
      const chats = await textOf(await alice.get("/admin/log?action=chat"));
      assert.deepEqual(requests(chats), [
        "chat *** 99 lạc",
        "chat *** 1 Xin chào &lt;b>&amp;amp; \\u202eđảo",
      ]);
      assert.match(
        entries(chats)[1],
        /^-{55}\nActionName: trò chuyện\nActionType: chat\nUser: bob\n.*\n.*\nTimestamp: \d{4}-.*\n-{55}$/,
      );
      assert.match(chats, /<span class="log-refusal" dir="auto">project_not_found<\/span>/);
      assert.match(chats, /<bdi class="log-about">1 Xin chào &lt;b>&amp;amp; \\u202eđảo<\/bdi>/);
      const found = await textOf(await alice.get("/admin/log?text=hoa%20don&person=BOB"));
      // Both may be of one millisecond.
      assert.deepEqual(requests(found).sort(), ["-", "new_project *** Hóa đơn"]);
      const brief = await textOf(await alice.get("/admin/log?action=chat&brief=1"));
      assert.match(brief, /<details><summary>/);
      const file = await Deno.readTextFile(await logFile(server, "login"));
      const logins = await textOf(await alice.get("/admin/log?action=login"));
      assert.equal(entries(logins).reverse().map((text) => `${text}\n`).join(""), file);
    },
  ));

Deno.test("a long day is paged back without a gap, and what comes meanwhile is told", () =>
  withLog(
    (token) => [
      `new_project ${token} Website`,
      ...Array.from({ length: 120 }, (_, at) => `chat ${token} 1 số ${at}`),
    ],
    async (alice, _server, line) => {
      const seen: string[] = [];
      let path: string | undefined = "/admin/log?action=chat";
      const first = await textOf(await alice.get(path));
      while (path !== undefined) {
        const html = await textOf(await alice.get(path));
        seen.push(...requests(html));
        path = /<a class="button secondary" href="([^"]*before=[^"]*)"/.exec(html)?.[1]
          .replaceAll("&amp;", "&");
      }
      assert.deepEqual(seen, Array.from({ length: 120 }, (_, at) => `chat *** 1 số ${119 - at}`));

      const [, day] = /<option value="(\d\d_\d\d_\d{4})" selected/.exec(first)!;
      await line.request(`chat x 1 mới`);
      const newest = async (filter: string): Promise<LogEntry[]> => {
        const answer = await alice.get(`/admin/log/newest.json?day=${day}&${filter}`, JSON_WANTED);
        return (await answer.json()).entries;
      };
      assert.equal((await newest("action=chat"))[0].MessageRequest, "chat *** 1 mới");
      assert.deepEqual(await newest("action=logs"), [], "one's own looking is not told");
    },
  ));

Deno.test("the log's page says where there is nothing", () =>
  withLog(() => [], async (alice) => {
    const cases: [query: string, text: RegExp][] = [
      ["?day=01_01_2020", /There is no log of this day\./],
      ["?action=archive_project", /There is no such entry on this day\./],
      ["?text=zebra", /There is no such entry on this day\./],
      ["?person=nobody", /There is no such entry on this day\./],
      // What can't be asked for restricts nothing.
      ["?day=../../data&action=../x&before=y", /<pre dir="ltr">/],
    ];
    for (const [query, text] of cases) {
      assert.match(await textOf(await alice.get(`/admin/log${query}`)), text, query);
    }
  }));

Deno.test("a query of the log is read as it was written, and what it can't be is left out", () => {
  const cases: [search: string, kept: string][] = [
    [
      "day=30_10_2024&action=chat&person=lan&text=h%C3%B3a+%C4%91%C6%A1n&before=chat.12%2Creg.3&brief=1",
      "",
    ],
    ["day=&action=&person=&text=&before=&brief=0", " "],
    ["day=1_1_24&action=CHAT&person=a+b&text=+x+&before=chat", "text=x"],
    [`person=${"a".repeat(201)}&before=${"a.1,".repeat(3_000)}a.1`, " "],
    ["person=a%00b&action=../x&before=chat.-1", " "],
  ];
  for (const [search, kept] of cases) {
    const written = String(logSearch(logQuery(new URLSearchParams(search))));
    assert.equal(written, kept === "" ? search : kept.trim());
  }
});

async function logFile(server: TestServer, action: string): Promise<string> {
  for await (const { name } of Deno.readDir(`${server.directory}/log`)) {
    if (/^\d/.test(name)) return `${server.directory}/log/${name}/${action}_log_${name}.log`;
  }
  throw new Error("there is no log");
}
