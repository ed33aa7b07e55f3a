import assert from "node:assert/strict";
import {
  strictPolicy,
  withSecurityHeaders,
} from "../../../../client/http/middleware/security_headers.ts";

Deno.test("strictPolicy takes out what allows inline script or breaks plain http", () => {
  const cases: [string, string][] = [
    ["default-src 'self'; upgrade-insecure-requests", "default-src 'self'"],
    ["script-src 'self' 'unsafe-inline'", "script-src 'self'"],
    ["script-src 'self' 'nonce-a'; script-src *", "script-src 'self' 'nonce-a'"],
    [" ; style-src 'self' 'unsafe-inline';", "style-src 'self'"],
  ];
  for (const [policy, strict] of cases) assert.equal(strictPolicy(policy), strict);
  assert.match(strictPolicy(null), /^default-src 'self'; script-src 'self';/);
});

Deno.test("withSecurityHeaders adds to any response, and keeps what it says itself", async () => {
  const redirect = withSecurityHeaders(Response.redirect("http://localhost/"));
  assert.equal(redirect.status, 302);
  assert.equal(redirect.headers.get("location"), "http://localhost/");
  assert.equal(redirect.headers.get("cache-control"), "no-store");
  assert.equal(redirect.headers.get("x-content-type-options"), "nosniff");
  const kept = withSecurityHeaders(
    new Response("a", { headers: { "cache-control": "max-age=1", "x-own": "1" } }),
  );
  assert.equal(kept.headers.get("cache-control"), "max-age=1");
  assert.equal(kept.headers.get("x-own"), "1");
  assert.equal(await kept.text(), "a");
  const unchanged = withSecurityHeaders(new Response(null, { status: 304 }));
  assert.equal(unchanged.status, 304);
  assert.equal(unchanged.headers.get("cache-control"), null, "the stored response has its own");
});
