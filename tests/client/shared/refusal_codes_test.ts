import assert from "node:assert/strict";
import { DISTRUSTS } from "../../../client/shared/distrust.ts";
import { type Failure, failureOf, isFinalRefusal } from "../../../client/shared/refusal_codes.ts";
import { ERROR_CODES } from "../../../lib/errors.ts";

Deno.test("failureOf says for every code what became of the message", () => {
  const passing: Record<string, Failure> = {
    unreachable: "unknown",
    internal: "unknown",
    unavailable: "later",
    rate_limited: "later",
    server_full: "later",
    invalid_token: "login",
    token_expired: "login",
  };
  for (const code of DISTRUSTS) passing[code] = "later";
  for (const code of [...ERROR_CODES, ...Object.keys(passing)]) {
    assert.equal(failureOf(code), passing[code] ?? "refused", code);
    assert.equal(isFinalRefusal(code), !(code in passing), code);
  }
  assert.equal(failureOf("tag_reused"), "refused");
  assert.equal(failureOf("project_archived"), "refused");
});
