/** The policy of responses that have none of their own, which need nothing from elsewhere. */
const BARE_POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ");

const HEADERS: Record<string, string> = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
};

/**
 * Tightens a policy of Fresh's `csp()`. Removes `upgrade-insecure-requests`, which would break every link of a page
 * on plain HTTP, and `'unsafe-inline'`, so that only a page's nonce allows inline scripts and styles.
 */
export function strictPolicy(policy: string | null): string {
  if (policy === null) return BARE_POLICY;
  const seen = new Set<string>();
  const directives: string[] = [];
  for (const directive of policy.split(";").map((part) => part.trim())) {
    const name = directive.split(" ")[0];
    // Browsers use the first of two directives with the same name.
    if (name === "" || name === "upgrade-insecure-requests" || seen.has(name)) continue;
    seen.add(name);
    directives.push(directive.replaceAll(" 'unsafe-inline'", ""));
  }
  return directives.join("; ");
}

/**
 * Returns a copy of a response with the security headers that every response has, including error pages.
 * @param hsts seconds for which browsers are to open this name by HTTPS only; 0 tells them nothing
 */
export function withSecurityHeaders(response: Response, hsts = 0): Response {
  const headers = new Headers(response.headers);
  if (hsts > 0) headers.set("strict-transport-security", `max-age=${hsts}`);
  for (const [name, value] of Object.entries(HEADERS)) headers.set(name, value);
  headers.set("content-security-policy", strictPolicy(headers.get("content-security-policy")));
  // Pages hold private messages and must not be stored; static files set their own cache-control.
  // A 304 keeps that of the stored response.
  if (!headers.has("cache-control") && response.status !== 304) {
    headers.set("cache-control", "no-store");
  }
  const { status, statusText } = response;
  return new Response(response.body, { status, statusText, headers });
}
