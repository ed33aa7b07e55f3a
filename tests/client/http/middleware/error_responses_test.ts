import assert from "node:assert/strict";
import { App, HttpError } from "fresh";
import { errorResponses } from "../../../../client/http/middleware/error_responses.ts";
import { ServerUnreachable } from "../../../../client/upstream/server_unreachable.ts";
import { LoginTable } from "../../../../client/session/login_table.ts";
import type { State } from "../../../../client/http/route_state.ts";
import { ChungError } from "../../../../lib/errors.ts";

interface Answer {
  response: Response;
  reports: string[];
  /** Errors passed to the error page. */
  passed: unknown[];
}

/** The response of an app whose route throws this error. */
async function answer(error: unknown, headers: Record<string, string> = {}): Promise<Answer> {
  const reports: string[] = [];
  const passed: unknown[] = [];
  const handler = new App<State>()
    .use(async (ctx) => {
      ctx.state.language = "en";
      ctx.state.logins = new LoginTable();
      try {
        return await ctx.next();
      } catch (error) {
        passed.push(error);
        return new Response(null, { status: error instanceof HttpError ? error.status : 500 });
      }
    })
    .use(errorResponses((line) => reports.push(line)))
    .use(() => {
      throw error;
    })
    .handler();
  const response = await handler(new Request("http://localhost/projects/1", { headers }));
  return { response, reports, passed };
}

const JSON_ASKED = { accept: "application/json" };

Deno.test("errorResponses answers with the status that fits when no route caught an error", async () => {
  const cases: [Error, number][] = [
    [new ServerUnreachable("away"), 503],
    [new ChungError("unavailable", "later"), 503],
    [new ChungError("project_not_found", "none"), 404],
    [new ChungError("not_a_member", "no"), 403],
    [new ChungError("rate_limited", "try again in 5 s"), 429],
    [new ChungError("internal", "a bug"), 502],
    [new HttpError(404), 404],
    [new HttpError(403), 403],
  ];
  for (const [error, status] of cases) {
    const { response, reports } = await answer(error);
    assert.equal(response.status, status, error.message);
    assert.deepEqual(reports, []);
  }
});

Deno.test("errorResponses answers script in JSON when it asked for that", async () => {
  const cases: [Error, number, string][] = [
    [new ServerUnreachable("away"), 503, "unreachable"],
    [new ChungError("token_expired", "over"), 401, "token_expired"],
  ];
  for (const [error, status, code] of cases) {
    const { response } = await answer(error, JSON_ASKED);
    assert.equal(response.status, status);
    assert.equal((await response.json()).error.code, code);
  }
});

Deno.test("errorResponses leads to the login when the token is no longer good", async () => {
  for (const code of ["invalid_token", "token_expired"] as const) {
    const { response } = await answer(new ChungError(code, "over"));
    assert.equal(response.status, 303);
    assert.match(response.headers.get("location")!, /^\/login\?/);
    assert.match(response.headers.get("set-cookie")!, /Max-Age=0/);
  }
});

Deno.test("errorResponses tells the operator of a bug, and passes it on to the error page", async () => {
  const bug = new TypeError("a secret detail");
  const { response, reports, passed } = await answer(bug);
  assert.equal(response.status, 500);
  assert.deepEqual(passed, [bug]);
  assert.equal(reports.length, 1);
  assert.match(reports[0], /^GET \/projects\/1 failed: TypeError: a secret detail\n/);
});
