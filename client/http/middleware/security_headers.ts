/** For what is no page of ours: nothing is needed, so nothing is allowed. */
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
 * The policy of Fresh's `csp()`, without what doesn't hold here: its `upgrade-insecure-requests`
 * would turn every link of a page on plain http into a dead one, and inline script or style is
 * allowed by a page's nonce only.
 */
export function strictPolicy(policy: string | null): string {
  if (policy === null) return BARE_POLICY;
  const seen = new Set<string>();
  const directives: string[] = [];
  for (const directive of policy.split(";").map((part) => part.trim())) {
    const name = directive.split(" ")[0];
    // Of two with one name a browser takes the first.
    if (name === "" || name === "upgrade-insecure-requests" || seen.has(name)) continue;
    seen.add(name);
    directives.push(directive.replaceAll(" 'unsafe-inline'", ""));
  }
  return directives.join("; ");
}

/** The response with the headers that every one has, an error page too. */
export function withSecurityHeaders(response: Response): Response {
  const headers = new Headers(response.headers);
  for (const [name, value] of Object.entries(HEADERS)) headers.set(name, value);
  headers.set("content-security-policy", strictPolicy(headers.get("content-security-policy")));
  // Pages hold private talk; static files say themselves how long they may be kept.
  // A 304 leaves it as the stored response has it.
  if (!headers.has("cache-control") && response.status !== 304) {
    headers.set("cache-control", "no-store");
  }
  const { status, statusText } = response;
  return new Response(response.body, { status, statusText, headers });
}
