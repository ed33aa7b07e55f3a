import assert from "node:assert/strict";
import { HostileServer } from "../hostile/hostile_server.ts";
import { startTestClient } from "../test_browser.ts";

Deno.test("a page that the server can't answer now says why, and that it may be tried again", async () => {
  const cases: [string, number, RegExp, RegExp][] = [
    ["rate_limited too many new connections: try again in 60 s", 429, /Wait 60 seconds/, /60 giây/],
    ["server_full it has all the connections it takes", 503, /server is full/, /đang quá đông/],
    ["unavailable the database can't be used now", 503, /again/, /thử lại/],
  ];
  for (const [error, status, english, vietnamese] of cases) {
    const server = new HostileServer((action) =>
      action === "whoami" ? { lines: `err - ${error}\n` } : undefined
    );
    const client = await startTestClient(server);
    try {
      const browser = client.browser();
      client.give(browser, "a.b.c");
      for (
        const [language, text, title] of [
          ["en", english, /<h1>Not just now</],
          ["vi", vietnamese, /<h1>Chưa làm được lúc này</],
        ] as const
      ) {
        const response = await browser.get("/", { "accept-language": language });
        assert.equal(response.status, status);
        const page = await response.text();
        assert.match(page, text);
        assert.match(page, title);
        assert.match(page, /<a class="button" href(?:="")?>/, "the same page may be tried again");
        assert.equal(response.headers.get("retry-after"), status === 503 ? "5" : null);
      }
    } finally {
      client.close();
      server.close();
    }
  }
});
