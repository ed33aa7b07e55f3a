import assert from "node:assert/strict";
import fc from "fast-check";
import { fuzzed } from "./fuzz_settings.ts";
import { FOREIGN_HOSTS, MARK, TARGETS } from "./hostile_pieces.ts";
import { type Hostile, ownRequest, request, written } from "./hostile_request.ts";
import { markupOf } from "../markup_of.ts";
import { exchange, headerOf, type RawAnswer } from "./raw_http.ts";
import { type ServedClient, withServedClient } from "../served_client.ts";

/**
 * Whether the answer is the runtime's own to malformed HTTP, sent before any of our code runs: nothing but a status.
 */
function isBare({ status, headers, body }: RawAnswer): boolean {
  const own = headers.filter(([name]) => !["content-length", "date", "connection"].includes(name));
  return [400, 414, 431].includes(status) && own.length === 0 && body === "";
}

const SAFE = ["GET", "HEAD", "OPTIONS"];

function check(hostile: Hostile, answer: RawAnswer, { port, token }: ServedClient): void {
  const { status, headers, body } = answer;
  assert.ok(!`${JSON.stringify(headers)}${body}`.includes(token), "no token");
  if (isBare(answer)) return;
  assert.ok(status >= 200 && status < 500, `status ${status}`);
  const policy = headerOf(answer, "content-security-policy");
  assert.match(policy, /default-src 'self'; script-src 'self'( 'nonce-\w+')?;/);
  assert.match(policy, /frame-ancestors 'none'/);
  assert.equal(headerOf(answer, "x-content-type-options"), "nosniff");
  assert.equal(headerOf(answer, "referrer-policy"), "same-origin");
  assert.equal(headerOf(answer, "access-control-allow-origin"), "");
  if (status !== 304) assert.match(headerOf(answer, "cache-control"), /no-store|no-cache/);
  assert.ok(headers.every(([name]) => name !== "x-injected"), "no header of a stranger's");
  const location = headerOf(answer, "location");
  assert.match(location, /^($|\/(?![/\\])[\x21-\x7e]*$)/, `Location: ${location}`);
  for (const [, cookie] of headers.filter(([name]) => name === "set-cookie")) {
    assert.match(
      cookie,
      new RegExp(`^(chung_session_${port}=; .*; Max-Age=0|language=(vi|en); .*)$`),
    );
  }
  if (/html/.test(headerOf(answer, "content-type"))) {
    assert.ok(!markupOf(body).includes(MARK), "no markup");
  }
  if (TARGETS.includes(hostile.target) && /\.\.|%2e/.test(hostile.target)) {
    assert.notEqual(status, 200, "no file but those that are to be served");
  }
  const foreignHost = hostile.hosts.some((host) => FOREIGN_HOSTS.includes(host)) ||
    /^\w+:\/\/evil/.test(hostile.target);
  const foreignSite = !hostile.site.includes("Sec-Fetch-Site: same-origin") ||
    hostile.site.length > 1;
  if (foreignHost) assert.equal(status, 421);
  else if (foreignSite && !SAFE.includes(hostile.method) && status !== 421) {
    assert.equal(status, 403);
  }
}

async function tryAll(arbitrary: fc.Arbitrary<Hostile>, runs: number, served: ServedClient) {
  await fc.assert(
    fc.asyncProperty(arbitrary, async (hostile) => {
      const bytes = written(hostile, served);
      const answer = await exchange(served.port, bytes, hostile.framing === "cut");
      // A client that has gone need not be answered.
      if (answer !== null) check(hostile, answer, served);
      else assert.match(bytes, /Content-Length: (?!0\r)|Transfer-Encoding/);
      assert.deepEqual(served.client.reports, []);
    }),
    fuzzed(runs),
  );
}

// Guard (web): every request of a stranger is answered, and does nothing
Deno.test("no request that a stranger can make does anything but be answered", async () => {
  await withServedClient(async (served) => {
    const { server, line, token, path } = served;
    const stored = async () => [
      await line.ok(`history ${token} 1`),
      (await line.ok(`projects ${token}`)).projects,
      await line.ok(`members ${token} 1`),
    ];
    const before = await stored();
    await tryAll(request, 1_200, served);
    assert.deepEqual(await stored(), before);
    const page = await served.asHerself("GET", path);
    assert.equal(page.status, 200, "she is logged in, at the same server");
    assert.match(page.body, /hello/);
    assert.equal((await served.asHerself("POST", path, { message: "still here" })).status, 303);
    assert.match((await served.asHerself("GET", "/server")).body, new RegExp(`:${server.port}\\b`));
    assert.deepEqual(server.reports, []);
  });
});

// Guard (web): no link and no form breaks a page or leads elsewhere
Deno.test("nothing that a member is led to send breaks a page or leads elsewhere", async () => {
  await withServedClient(async (served) => {
    await tryAll(ownRequest, 800, served);
    assert.equal((await served.asHerself("GET", served.path)).status, 200);
    assert.deepEqual(served.server.reports, []);
  });
});
