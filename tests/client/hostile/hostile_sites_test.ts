import assert from "node:assert/strict";
import { exchange, headerOf, type RawAnswer } from "./raw_http.ts";
import { type ServedClient, withServedClient } from "../served_client.ts";

interface Request {
  method?: string;
  target: string;
  headers?: string[];
  fields?: Record<string, string>;
  host?: string;
}

/**
 * Sends a request like a browser with the member's cookie, from a page of the client unless `headers` say otherwise.
 */
async function send(
  { port, cookie }: ServedClient,
  { method = "GET", target, fields, host, headers = ["Sec-Fetch-Site: same-origin"] }: Request,
): Promise<RawAnswer> {
  const body = fields === undefined ? "" : new URLSearchParams(fields).toString();
  const lines = [
    `${method} ${target} HTTP/1.1`,
    `Host: ${host ?? `127.0.0.1:${port}`}`,
    "Connection: close",
    `Cookie: ${cookie}`,
    "Content-Type: application/x-www-form-urlencoded",
    `Content-Length: ${body.length}`,
    ...headers,
  ];
  const answer = await exchange(port, `${lines.join("\r\n")}\r\n\r\n${body}`);
  assert.ok(answer, `${method} ${target} is answered`);
  return answer;
}

// Guard (web): every kind of answer sets content policy, framing, sniffing, referrer and caching headers
Deno.test("every kind of answer has the headers that keep other sites and caches out", async () => {
  await withServedClient(async (served) => {
    const { path } = served;
    const page = await send(served, { target: path });
    const sheet = /href="(\/app\.css[^"]*)"/.exec(page.body)![1].replaceAll("&amp;", "&");
    const etag = headerOf(await send(served, { target: sheet }), "etag");
    const json = ["Accept: application/json", "Sec-Fetch-Site: same-origin"];
    const private_ = /^no-store/;
    const cases: [what: string, Request, status: number, cache: RegExp | null][] = [
      ["a page", { target: path }, 200, private_],
      ["a page's head", { method: "HEAD", target: path }, 200, private_],
      ["a search", { target: `${path}/search?q=hello` }, 200, private_],
      ["a redirect", { target: "/login" }, 303, private_],
      ["a form", { method: "POST", target: path, fields: { message: "a" } }, 303, private_],
      ["a refused form", { method: "POST", target: path, fields: { message: "" } }, 422, private_],
      ["JSON", { target: `${path}/messages?after=1`, headers: json }, 200, private_],
      [
        "an error in JSON",
        { method: "POST", target: path, fields: { message: "" }, headers: json },
        422,
        private_,
      ],
      ["no page", { target: "/nowhere" }, 404, private_],
      ["no project", { target: "/projects/999" }, 404, private_],
      ["no such method", { method: "PUT", target: path }, 405, private_],
      ["a method that no page has", { method: "PROPFIND", target: "/login" }, 405, private_],
      ["the methods", { method: "OPTIONS", target: path }, 204, private_],
      [
        "another site's form",
        { method: "POST", target: path, headers: ["Sec-Fetch-Site: cross-site"] },
        403,
        private_,
      ],
      ["another name", { target: path, host: "evil.example" }, 421, private_],
      ["no form", { method: "POST", target: "/language" }, 303, private_],
      ["an event stream", { target: `${path}/events` }, 200, /^no-store, no-transform$/],
      [
        "another site's event stream",
        { target: `${path}/events`, headers: ["Origin: http://127.0.0.1:1"] },
        403,
        private_,
      ],
      ["a file of this build", { target: sheet }, 200, /immutable/],
      ["a file", { target: "/app.css" }, 200, /^no-cache$/],
      ["a file of another build", { target: "/app.css?__frsh_c=x" }, 307, private_],
      ["a file posted to", { method: "POST", target: "/app.css" }, 405, private_],
      [
        "an unchanged file",
        { target: "/app.css", headers: [`If-None-Match: ${etag}`] },
        304,
        null,
      ],
      ["no icon", { target: "/favicon.ico" }, 404, private_],
    ];
    for (const [what, request, status, cache] of cases) {
      const answer = await send(served, request);
      assert.equal(answer.status, status, `${what}: ${answer.body.slice(0, 200)}`);
      const policy = headerOf(answer, "content-security-policy");
      const directives = new Map(
        policy.split("; ").map((one) => [one.split(" ")[0], one.split(" ").slice(1).join(" ")]),
      );
      assert.equal(directives.get("default-src"), "'self'", what);
      assert.match(directives.get("script-src")!, /^'self'( 'nonce-\w{32}')?$/, what);
      assert.match(directives.get("style-src")!, /^'self'( 'nonce-\w{32}')?$/, what);
      assert.equal(directives.get("object-src"), "'none'", what);
      assert.equal(directives.get("base-uri"), "'self'", what);
      assert.equal(directives.get("form-action"), "'self'", what);
      assert.equal(directives.get("frame-ancestors"), "'none'", what);
      assert.equal(headerOf(answer, "x-content-type-options"), "nosniff", what);
      assert.equal(headerOf(answer, "referrer-policy"), "same-origin", what);
      assert.equal(headerOf(answer, "cross-origin-opener-policy"), "same-origin", what);
      assert.equal(headerOf(answer, "cross-origin-resource-policy"), "same-origin", what);
      assert.doesNotMatch(JSON.stringify(answer.headers), /access-control/, what);
      if (cache !== null) assert.match(headerOf(answer, "cache-control"), cache, what);
    }
  });
});

// Guard (web): no other site acts in a person's name
Deno.test("no other site's page logs anybody in or out, or changes anything", async () => {
  await withServedClient(async (served) => {
    const { path, token, line, client, server } = served;
    const password = "matkhau-123";
    await line.ok(`reg mallory ${password}`);
    await line.ok(`add_group ${token} 1 [mallory]`);
    const sites = [
      ["Sec-Fetch-Site: cross-site", "Origin: https://evil.example"],
      ["Sec-Fetch-Site: same-site", "Origin: http://127.0.0.1:3000"],
      ["Sec-Fetch-Site: cross-site", "Origin: null"],
      ["Origin: null"],
      ["Origin: https://evil.example"],
    ];
    const forms: [target: string, fields: Record<string, string>][] = [
      ["/login", { username: "mallory", password }],
      ["/register", { username: "victim", password }],
      ["/logout", {}],
      ["/language", { language: "vi" }],
      ["/server", { server: "127.0.0.1:1" }],
      ["/", { name: "Evil" }],
      [path, { message: "evil" }],
      [`${path}/messages/1`, { do: "edit", message: "evil" }],
      [`${path}/messages/1`, { do: "delete" }],
      [`${path}/members`, { members: "mallory" }],
      [`${path}/members/remove`, { username: "mallory" }],
      [`${path}/name`, { name: "Evil" }],
      [`${path}/owner`, { username: "mallory" }],
      [`${path}/read`, { message: "1" }],
      [`${path}/typing`, {}],
    ];
    const stored = async () => [
      await line.ok(`history ${token} 1`),
      await line.ok(`projects ${token}`),
      await line.ok(`members ${token} 1`),
    ];
    const before = await stored();
    for (const headers of sites) {
      for (const [target, fields] of forms) {
        const answer = await send(served, { method: "POST", target, fields, headers });
        assert.equal(answer.status, 403, `${target} ${headers}`);
        assert.equal(headerOf(answer, "set-cookie"), "", `${target} ${headers}`);
      }
      // Reading gives another site's page nothing that it could use, and no stream to hold open.
      const stream = await send(served, { target: "/events", headers });
      assert.equal(stream.status, 403, `${headers}`);
    }
    assert.deepEqual(await stored(), before);
    assert.equal(await line.err(`login victim ${password}`), "bad_credentials");
    assert.match(
      (await send(served, { target: "/server" })).body,
      new RegExp(`:${server.port}\\b`),
    );
    assert.equal((await send(served, { target: path })).status, 200);
    assert.deepEqual(client.reports, []);

    // Each of these forms has an effect when the member submits it.
    for (const [target, fields] of forms.slice(3, 4).concat(forms.slice(5, 12))) {
      const answer = await send(served, { method: "POST", target, fields });
      assert.equal(answer.status, 303, `${target}: ${answer.body.slice(0, 300)}`);
      assert.doesNotMatch(headerOf(answer, "location"), /problem/, target);
    }
    assert.notDeepEqual(await stored(), before);
  });
});

// Guard (web): the token stands in no answer, and its key in a login's cookie only
Deno.test("the token stands in no answer, and its key in the cookie of a login alone", async () => {
  await withServedClient(async (served) => {
    const { token, cookie, path, port } = served;
    const fields = { username: "alice", password: "matkhau-123" };
    const login = await send({ ...served, cookie: "a=b" }, {
      method: "POST",
      target: "/login",
      fields,
    });
    assert.ok(!JSON.stringify(login).includes(token));
    assert.match(
      headerOf(login, "set-cookie"),
      new RegExp(
        `^chung_session_${port}=[\\w-]{43}; Path=/; HttpOnly; SameSite=Strict; Expires=[^;]+$`,
      ),
    );
    const targets = [
      ...["/", path, `${path}?before=9`, `${path}/search?q=hello`, `${path}/messages/1`],
      ...[
        `${path}/messages?before=9`,
        `${path}/events`,
        "/events",
        "/server",
        "/login",
        "/nowhere",
      ],
      ...["/?token", `/login?next=${encodeURIComponent(path)}`],
    ];
    for (const target of targets) {
      const answer = await send(served, { target });
      assert.ok(!JSON.stringify(answer).includes(token), target);
      assert.ok(!JSON.stringify(answer).includes(cookie.split("=")[1]), target);
    }
    // The token is not in the language cookie, and hidden from script.
    const language = await send(served, {
      method: "POST",
      target: "/language",
      fields: { language: "vi" },
    });
    assert.match(
      headerOf(language, "set-cookie"),
      /^language=vi; Path=\/; HttpOnly; SameSite=Lax; Max-Age=\d+$/,
    );
    const logout = await send(served, { method: "POST", target: "/logout", fields: {} });
    assert.match(
      headerOf(logout, "set-cookie"),
      /=; Path=\/; HttpOnly; SameSite=Strict; Max-Age=0$/,
    );
    assert.equal((await send({ ...served, cookie }, { target: path })).status, 303);
    assert.deepEqual(served.client.reports, []);
  });
});

// Guard (web): no redirect leads to another site
Deno.test("no form and no login leads to another site", async () => {
  await withServedClient(async (served) => {
    const { port } = served;
    const places = [
      "https://evil.example/",
      "//evil.example/",
      "/\\evil.example",
      "\\\\evil.example",
      `http://127.0.0.1:${port}//evil.example/`,
      `http://127.0.0.1:${port}/\\evil.example/`,
      `http://127.0.0.1:${port}@evil.example/`,
      `http://127.0.0.1:${port}.evil.example/projects/1`,
      "javascript:alert(1)",
      "/projects/1/search?q=%0d%0aset-cookie:%20a=b",
      "/projects/1//evil.example",
    ];
    const local = new RegExp(`^/(?![/\\\\])[\\x21-\\x7e]*$`);
    for (const place of places) {
      const own = ["Sec-Fetch-Site: same-origin", `Referer: ${place}`];
      const answers = [
        await send(served, {
          method: "POST",
          target: "/language",
          headers: own,
          fields: { language: "en" },
        }),
        await send({ ...served, cookie: "a=b" }, {
          method: "POST",
          target: "/login",
          fields: { username: "alice", password: "matkhau-123", next: place },
        }),
        // A logged-in user is redirected immediately.
        await send(served, { target: `/login?next=${encodeURIComponent(place)}` }),
        await send(served, {
          target: `/app.css?__frsh_c=x&next=${encodeURIComponent(place)}`,
        }),
      ];
      for (const answer of answers) {
        assert.ok([303, 307].includes(answer.status), place);
        assert.match(headerOf(answer, "location"), local, place);
        assert.equal(headerOf(answer, "set-cookie").includes("a=b"), false, place);
      }
    }
  });
});
