import type { Middleware } from "../app/middleware.ts";
import { NONCE } from "../render/render.ts";

export interface CSPOptions {
  /** Reports violations without blocking them. */
  reportOnly?: boolean;
  /** The URL that the browser sends reports to. */
  reportTo?: string;
  /** Directives; each replaces the default of the same name, or is added. */
  csp?: string[];
  /** Allows inline scripts and styles only with the page's nonce. */
  useNonce?: boolean;
}

const DEFAULTS = [
  "default-src 'self'",
  "script-src 'self' 'unsafe-inline'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self'",
  "img-src 'self' data:",
  "media-src 'self' data: blob:",
  "worker-src 'self' blob:",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "upgrade-insecure-requests",
];

const INLINE_DIRECTIVES =
  /^(script-src|style-src|script-src-elem|style-src-elem|style-src-attr|default-src) /;

function nameOf(directive: string): string {
  return directive.split(" ", 1)[0];
}

/** Replaces `'unsafe-inline'` by the nonce; a response without a page has none, and allows nothing inline. */
function withNonce(directive: string, nonce: string | undefined): string {
  if (!INLINE_DIRECTIVES.test(directive)) return directive;
  return directive.replaceAll(
    " 'unsafe-inline'",
    nonce === undefined ? "" : ` 'nonce-${nonce}'`,
  );
}

/** Returns the default directives. Pages need no inline scripts, so `script-src` allows none without nonces. */
function defaults(useNonce: boolean): string[] {
  return useNonce
    ? DEFAULTS
    : DEFAULTS.map((one) => one.startsWith("script-src ") ? "script-src 'self'" : one);
}

/** Sets the Content-Security-Policy of every response. */
export function csp<State>(options: CSPOptions = {}): Middleware<State> {
  const { reportOnly = false, reportTo, csp: own = [], useNonce = false } = options;
  const replaced = new Set(own.map(nameOf));
  const directives = [...defaults(useNonce).filter((one) => !replaced.has(nameOf(one))), ...own];
  if (reportTo) directives.push("report-to csp-endpoint", `report-uri ${reportTo}`);
  const header = `Content-Security-Policy${reportOnly ? "-Report-Only" : ""}`;

  return async (ctx) => {
    const response = await ctx.next();
    const nonce = (response as { [NONCE]?: string })[NONCE];
    const policy = useNonce ? directives.map((one) => withNonce(one, nonce)) : directives;
    response.headers.set(header, policy.join("; "));
    if (reportTo) response.headers.set("Reporting-Endpoints", `csp-endpoint="${reportTo}"`);
    return response;
  };
}
