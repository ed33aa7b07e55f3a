import assert from "node:assert/strict";
import { guardedHandler } from "../../../../client/http/middleware/guarded_handler.ts";

interface Answer {
  response: Response;
  reports: string[];
  /** Whether the request got as far as the handler. */
  reached: boolean;
}

async function answer(
  inner: () => Response | Promise<Response>,
  { method = "GET", path = "/", host = "127.0.0.1:7080", headers = {} }: {
    method?: string;
    path?: string;
    host?: string;
    headers?: Record<string, string>;
  } = {},
): Promise<Answer> {
  const reports: string[] = [];
  let reached = false;
  const handler = guardedHandler(async () => {
    reached = true;
    return await inner();
  }, { host: "127.0.0.1", report: (line) => reports.push(line) });
  const response = await handler(new Request(`http://${host}${path}`, { method, headers }));
  assert.equal(response.headers.get("x-content-type-options"), "nosniff");
  assert.match(response.headers.get("content-security-policy")!, /frame-ancestors 'none'/);
  assert.equal(response.headers.get("cache-control"), "no-store");
  return { response, reports, reached };
}

const fails = (error: unknown) => () => {
  throw error;
};

Deno.test("guardedHandler answers 400 with the security headers when the path can't be decoded", async () => {
  const malformed = () => new Response(decodeURIComponent("%ff"));
  const { response, reports } = await answer(malformed, { path: "/projects/%ff" });
  assert.equal(response.status, 400);
  assert.deepEqual(reports, []);
});

// Guard (web): an error that escapes the pages is answered without its details
Deno.test("guardedHandler answers 500 without a detail and tells the operator when the handler throws", async () => {
  for (const error of [new TypeError("a secret detail"), "a secret detail", undefined]) {
    const { response, reports } = await answer(fails(error), { path: "/login?x=y" });
    assert.equal(response.status, 500);
    assert.doesNotMatch(await response.text(), /secret/);
    assert.equal(reports.length, 1);
    assert.match(reports[0], /^GET \/login failed: (TypeError: )?(a secret detail|undefined)/);
  }
});

// Guard (web): unknown methods are refused, and foreign hosts and sites before them
Deno.test("guardedHandler refuses a method that no route can have, a foreign host and site first", async () => {
  const throws = fails(new TypeError("no such method"));
  const own = await answer(throws, { method: "PROPFIND", path: "/login" });
  assert.equal(own.response.status, 405);
  assert.match(own.response.headers.get("allow")!, /^GET, HEAD, POST/);
  const other = { "sec-fetch-site": "cross-site" };
  const sites = [other, { "origin": "http://127.0.0.1:3000" }, { "origin": "null" }];
  for (const headers of sites) {
    const { response, reached } = await answer(throws, { method: "PROPFIND", headers });
    assert.deepEqual([response.status, reached], [403, false]);
  }
  const host = await answer(throws, { method: "PROPFIND", host: "evil.example", headers: other });
  assert.deepEqual([host.response.status, host.reached], [421, false]);
  for (const { reached, reports } of [own, host]) {
    assert(!reached);
    assert.deepEqual(reports, []);
  }
});

Deno.test("guardedHandler hands on the methods that routes can have", async () => {
  for (const method of ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]) {
    const { response, reached } = await answer(() => new Response("here"), { method });
    assert.deepEqual([response.status, reached], [200, true], method);
  }
});
