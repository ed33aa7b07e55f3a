import { failureLine } from "../failure_line.ts";
import { isFromOwnSite } from "../own_site.ts";
import { isLocalHost } from "./local_host.ts";
import { withRetryAfter } from "./retry_after.ts";
import { withSecurityHeaders } from "./security_headers.ts";

type Handler = (request: Request, info?: Deno.ServeHandlerInfo) => Promise<Response>;

export interface GuardOptions {
  /** The host that the client listens on. */
  host: string;
  /** Writes a line to the operator's log. */
  report: (line: string) => void;
}

/** The methods that Fresh supports. Its router may throw for any other. */
const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

/**
 * Wraps a handler: refuses foreign hosts and unknown methods, turns whatever the handler throws into a response, tells
 * when to ask a server again that is away, and adds the security headers to every response.
 */
export function guardedHandler(handler: Handler, { host, report }: GuardOptions): Handler {
  return async (request, info) => {
    const refusal = refusalOf(request, host);
    if (refusal !== null) return withSecurityHeaders(refusal);
    try {
      return withSecurityHeaders(withRetryAfter(await handler(request, info)));
    } catch (error) {
      // The router decodes the path, and any browser can request one that can't be decoded.
      const malformed = error instanceof URIError;
      if (!malformed) report(failureLine(request, error));
      return withSecurityHeaders(
        malformed
          ? new Response("This address is malformed.\n", { status: 400 })
          : new Response("Chung failed to answer this request.\n", { status: 500 }),
      );
    }
  };
}

function refusalOf(request: Request, host: string): Response | null {
  if (!isLocalHost(request, host)) {
    const text = "This name does not belong to Chung: use http://localhost or 127.0.0.1.\n";
    return new Response(text, { status: 421 });
  }
  if (METHODS.includes(request.method.toUpperCase())) return null;
  if (!isFromOwnSite(request)) return new Response("Forbidden\n", { status: 403 });
  const headers = { allow: METHODS.join(", ") };
  return new Response("Method Not Allowed\n", { status: 405, headers });
}
