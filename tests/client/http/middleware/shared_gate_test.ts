import assert from "node:assert/strict";
import { guardedHandler } from "../../../../client/http/middleware/guarded_handler.ts";
import { TrustedProxies } from "../../../../client/sharing/trusted_proxies.ts";

const ORIGIN = "https://chat.example";
const PROXY = "127.0.0.1";
const STRANGER = "203.0.113.9";

interface Case {
  url?: string;
  method?: string;
  headers?: Record<string, string>;
  from?: string;
}

function guarded({ origin = ORIGIN, ownTls = false, trusted = PROXY, hsts = 0 } = {}) {
  const seen: Request[] = [];
  let answer = (): Promise<Response> => Promise.resolve(new Response("here"));
  const handler = guardedHandler((request) => {
    seen.push(request);
    return answer();
  }, {
    host: "127.0.0.1",
    sharing: { origin, ownTls, proxies: new TrustedProxies(trusted), hsts },
    report: (line) => assert.fail(line),
  });
  const ask = async (
    { url = "http://chat.example/login?x=y", method = "GET", headers = {}, from = PROXY }: Case,
  ) => {
    const remoteAddr = { transport: "tcp", hostname: from, port: 4711 } as const;
    const body = method === "POST" ? new URLSearchParams({ name: "Trang web" }) : null;
    const info = { remoteAddr, completed: Promise.resolve() };
    const response = await handler(new Request(url, { method, headers, body }), info);
    assert.equal(response.headers.get("x-content-type-options"), "nosniff");
    return response;
  };
  return { seen, ask, answerWith: (next: typeof answer) => answer = next };
}

// Guard (web): pages for a team answer no other Host, no other Origin, and nothing in the clear that was to be encrypted
Deno.test("guardedHandler answers the public origin alone, from the proxy alone where that ends TLS", async () => {
  const behind = {};
  const own = { ownTls: true, trusted: "" };
  const cases: [string, Parameters<typeof guarded>[0], Case, number][] = [
    ["by the proxy", behind, {}, 200],
    ["its own form", behind, { method: "POST", headers: { origin: ORIGIN } }, 200],
    ["by https", behind, { headers: { "x-forwarded-proto": "https" } }, 200],
    ["by http", behind, { headers: { "x-forwarded-proto": "http" } }, 308],
    ["by http at last", behind, { headers: { "x-forwarded-proto": "https, http" } }, 308],
    ["a form by http", behind, { method: "POST", headers: { "x-forwarded-proto": "http" } }, 403],
    ["past the proxy", behind, { from: STRANGER, method: "POST" }, 403],
    [
      "past the proxy, said to be https",
      behind,
      { from: STRANGER, method: "POST", headers: { "x-forwarded-proto": "https" } },
      403,
    ],
    ["a page past the proxy", behind, { from: STRANGER }, 308],
    ["another name", behind, { url: "http://evil.example/" }, 421],
    ["another port", behind, { url: "http://chat.example:7080/" }, 421],
    ["this machine", behind, { url: "http://127.0.0.1:7080/" }, 421],
    ["the local name", behind, { url: "http://chung.localhost:7080/" }, 421],
    [
      "another name forwarded",
      behind,
      { url: "http://127.0.0.1:7080/", headers: { "x-forwarded-host": "chat.example" } },
      421,
    ],
    ["another site", behind, { headers: { origin: "https://evil.example" } }, 403],
    ["another port's page", behind, { headers: { origin: `${ORIGIN}:8443` } }, 403],
    ["its http twin", behind, { headers: { origin: "http://chat.example" } }, 403],
    ["no origin at all", behind, { headers: { origin: "null" } }, 403],
    ["own https", own, { url: `${ORIGIN}/login`, from: STRANGER }, 200],
    [
      "own https, a stranger's word",
      own,
      { url: `${ORIGIN}/login`, from: STRANGER, headers: { "x-forwarded-proto": "http" } },
      200,
    ],
    ["own https, another port", own, { url: `${ORIGIN}:7080/login`, from: STRANGER }, 421],
    ["http that was declared", { origin: "http://chat.example" }, { from: STRANGER }, 200],
    [
      "https where http was declared",
      { origin: "http://chat.example" },
      { headers: { origin: ORIGIN } },
      403,
    ],
  ];
  for (const [what, sharing, request, status] of cases) {
    const { ask, seen } = guarded(sharing);
    const response = await ask(request);
    assert.equal(response.status, status, what);
    assert.equal(seen.length, status === 200 ? 1 : 0, what);
    assert.equal(response.headers.get("strict-transport-security"), null, what);
  }
});

Deno.test("guardedHandler leads from http to the same page by https, and nowhere else", async () => {
  const { ask } = guarded();
  const headers = { "x-forwarded-proto": "http" };
  const cases = ["/projects/1?at=5", "//evil.example/x", "/%2f%2fevil.example", "/"];
  for (const path of cases) {
    const response = await ask({ url: `http://chat.example${path}`, headers });
    assert.equal(response.status, 308);
    assert.equal(response.headers.get("location"), ORIGIN + path);
  }
});

Deno.test("guardedHandler hands requests on under the public address, form and all", async () => {
  const { ask, seen, answerWith } = guarded();
  answerWith(async () => new Response(new URLSearchParams(await seen.at(-1)!.text()).get("name")));
  const headers = { origin: ORIGIN, cookie: "a=b" };
  const response = await ask({ method: "POST", headers });
  assert.equal(await response.text(), "Trang web");
  assert.equal(seen[0].url, `${ORIGIN}/login?x=y`);
  assert.equal(seen[0].headers.get("cookie"), "a=b");
});

Deno.test("guardedHandler sends Strict-Transport-Security when it is asked for, also with a refusal", async () => {
  const { ask } = guarded({ hsts: 600 });
  for (const url of ["http://chat.example/", "http://evil.example/"]) {
    const response = await ask({ url });
    assert.equal(response.headers.get("strict-transport-security"), "max-age=600");
  }
});

// Guard (web): one visitor's address has 64 requests in hand of a shared client, and leaves the others theirs
Deno.test("guardedHandler refuses the 65th request that one address has in hand", async () => {
  const { ask, answerWith } = guarded();
  const { promise, resolve } = Promise.withResolvers<Response>();
  answerWith(() => promise.then((response) => response.clone()));
  const by = (visitor: string) => ask({ headers: { "x-forwarded-for": visitor } });
  const held = Array.from({ length: 64 }, (_, i) => by(`2001:db8::${i}`));
  const refused = await by("2001:db8::ffff");
  assert.equal(refused.status, 429);
  assert.equal(refused.headers.get("retry-after"), "1");
  const other = by("2001:db8:1::1");
  resolve(new Response("here"));
  for (const response of await Promise.all([...held, other])) assert.equal(response.status, 200);
  assert.equal((await by("2001:db8::1")).status, 200);
});
