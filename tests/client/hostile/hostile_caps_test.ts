import assert from "node:assert/strict";
import { HttpError } from "fresh";
import { FormReader } from "../../../client/http/read_form.ts";
import { searchMarks } from "../../../client/components/search/search_marks.ts";
import { createAccountRequests } from "../../../client/upstream/account_requests.ts";
import { SessionStore } from "../../../client/session/session_store.ts";
import { ServerUnreachable } from "../../../client/upstream/server_unreachable.ts";
import { HostileServer } from "./hostile_server.ts";
import { ManualTimers } from "../manual_timers.ts";
import { exchange, headerOf } from "./raw_http.ts";
import { withServedClient } from "../served_client.ts";

const PASSWORD = "matkhau-123";

/** A form that never ends. */
function endless(first = "message="): Request {
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(new TextEncoder().encode(first)),
  });
  const headers = { "content-type": "application/x-www-form-urlencoded" };
  return new Request("http://127.0.0.1/", { method: "POST", body, headers });
}

const status = (wanted: number) => (error: unknown) =>
  error instanceof HttpError && error.status === wanted;

// Guard (web): a form that never ends is given up
Deno.test("a form that never ends is given up after half a minute", async () => {
  const timers = new ManualTimers();
  const request = endless();
  const late = assert.rejects(new FormReader(timers).read(request), status(408));
  timers.advance(29_999);
  assert.deepEqual(timers.running, [30_000]);
  timers.advance(1);
  await late;
  assert.deepEqual(timers.running, []);
});

// Guard (web): the number of forms at once is capped
Deno.test("at most 256 forms arrive at once, and each gives its place back", async () => {
  const timers = new ManualTimers();
  const forms = new FormReader(timers);
  for (let round = 0; round < 2; round++) {
    const slow = Array.from({ length: 256 }, () => forms.read(endless()));
    await assert.rejects(forms.read(endless()), status(429));
    timers.advance(30_000);
    const results = await Promise.allSettled(slow);
    assert.ok(results.every((one) => one.status === "rejected" && status(408)(one.reason)));
  }
  const form = await forms.read(
    new Request("http://127.0.0.1/", { method: "POST", body: new URLSearchParams({ a: "b" }) }),
  );
  assert.equal(form.text("a"), "b");
  assert.deepEqual(timers.running, []);
});

// Guard (web): the size of a form is capped
Deno.test("a body that is too large is refused, however its length is told", async () => {
  await withServedClient(async ({ client, port, cookie, path, asHerself }) => {
    const head = [
      `POST ${path} HTTP/1.1`,
      `Host: 127.0.0.1:${port}`,
      "Connection: close",
      "Sec-Fetch-Site: same-origin",
      `Cookie: ${cookie}`,
      "Content-Type: application/x-www-form-urlencoded",
    ].join("\r\n");
    const size = 512 * 1024 + 1;
    const chunk = `${(64 * 1024).toString(16)}\r\n${"a".repeat(64 * 1024)}\r\n`;
    const cases: [what: string, rest: string, status: number][] = [
      ["told and sent", `Content-Length: ${size}\r\n\r\n${"a".repeat(size)}`, 413],
      ["told and not sent", "Content-Length: 99999999999\r\n\r\nmessage=a", 413],
      ["in chunks", `Transfer-Encoding: chunked\r\n\r\n${chunk.repeat(9)}0\r\n\r\n`, 413],
      ["in chunks without an end", `Transfer-Encoding: chunked\r\n\r\n${chunk.repeat(9)}`, 413],
      ["as much as may be", `Content-Length: ${size - 1}\r\n\r\n${"a".repeat(size - 1)}`, 422],
    ];
    for (const [what, rest, status] of cases) {
      const answer = await exchange(port, `${head}\r\n${rest}`);
      assert.equal(answer?.status, status, what);
      assert.match(headerOf(answer!, "content-security-policy"), /default-src 'self'/, what);
    }
    // A client that disconnects within a form is not an error to report to the operator.
    await exchange(port, `${head}\r\nContent-Length: 100\r\n\r\nmessage=never`, true);
    const { body, status } = await asHerself("GET", path);
    assert.equal(status, 200);
    assert.doesNotMatch(body, /never/);
    assert.deepEqual(client.reports, []);
  });
});

/** Runs with a server that doesn't answer these actions. */
async function withSilence(
  actions: string[],
  run: (server: { hostname: string; port: number }) => Promise<void>,
): Promise<void> {
  const silent = new HostileServer((action) =>
    actions.includes(action) ? { lines: "" } : undefined
  );
  try {
    await run({ hostname: "127.0.0.1", port: silent.port });
  } finally {
    silent.close();
  }
}

// Guard (web): logins that a server doesn't confirm push no session out
Deno.test("tokens of which the server says nothing take half of the places for sessions at most", async () => {
  await withSilence(["unheard"], async (server) => {
    const store = new SessionStore({ server, most: 8 });
    const known = await Promise.all(["a", "b", "c", "d"].map((token) => store.find(token)));
    await withSilence(["whoami"], async (silent) => {
      Object.assign(server, silent);
      const unheard = Array.from({ length: 20 }, (_, at) => store.find(`unheard-${at}`));
      const results = Promise.allSettled(unheard);
      await assert.rejects(unheard[19], ServerUnreachable);
      assert.equal(store.size, 8);
      for (const [at, token] of ["a", "b", "c", "d"].entries()) {
        assert.equal(await store.find(token), known[at], "who was known is not put out");
        await known[at]!.projects();
      }
      store.closeAll();
      assert.ok((await results).every((one) => one.status === "rejected"));
    });
    store.close();
  });
});

Deno.test("at most 64 strangers log in or register at once", async () => {
  let results: Promise<PromiseSettledResult<unknown>[]> | undefined;
  await withSilence(["login"], async (server) => {
    const gate = createAccountRequests(server);
    results = Promise.allSettled(Array.from({ length: 64 }, () => gate.login("eve", PASSWORD)));
    await assert.rejects(gate.login("eve", PASSWORD), /too many people at once/);
    await assert.rejects(gate.register("eve", PASSWORD, "form"), /too many people at once/);
  });
  assert.ok((await results!).every((one) => one.status === "rejected"));
});

Deno.test("at most 256 requests of one session wait for the server", async () => {
  await withSilence(["projects"], async (server) => {
    const store = new SessionStore({ server });
    const session = (await store.find("a"))!;
    const results = Promise.allSettled(Array.from({ length: 256 }, () => session.projects()));
    await assert.rejects(session.projects(), /too many requests wait/);
    store.close();
    assert.ok((await results).every((one) => one.status === "rejected"));
  });
});

Deno.test("of a query 32 words are marked", () => {
  const words = Array.from({ length: 500 }, (_, at) => `w${at}x`).join(" ");
  const marked = searchMarks(words, words).filter(({ marked }) => marked);
  assert.deepEqual(marked.map(({ text }) => text), words.split(" ").slice(0, 32));
  // Repeating a word adds no marks.
  const message = "a ".repeat(8_000);
  assert.deepEqual(searchMarks(message, "a ".repeat(1_000)), searchMarks(message, "a"));
});
