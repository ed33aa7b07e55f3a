import { failureLine } from "../failure_line.ts";
import { isFromOwnSite } from "../own_site.ts";
import type { Sharing } from "../../sharing/sharing.ts";
import { isLocalHost } from "./local_host.ts";
import { withRetryAfter } from "./retry_after.ts";
import { withSecurityHeaders } from "./security_headers.ts";
import { SharedGate } from "./shared_gate.ts";

type Handler = (request: Request, info?: Deno.ServeHandlerInfo) => Promise<Response>;

export interface GuardOptions {
  /** The host that the client listens on. */
  host: string;
  /** Set if other machines open the pages. */
  sharing?: Sharing | null;
  /** Writes a line to the operator's log. */
  report: (line: string) => void;
}

/** The methods that Fresh supports. Its router may throw for any other. */
const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

/**
 * Wraps a handler: refuses foreign hosts and unknown methods, turns whatever the handler throws into a response, tells
 * when to ask a server again that is away, and adds the security headers to every response.
 */
export function guardedHandler(handler: Handler, options: GuardOptions): Handler {
  const { sharing } = options;
  const answer = sharing
    ? sharedHandler(handler, new SharedGate(sharing), options.report)
    : localHandler(handler, options);
  const hsts = sharing?.hsts;
  return async (request, info) => withSecurityHeaders(await answer(request, info), hsts);
}

function localHandler(handler: Handler, { host, report }: GuardOptions): Handler {
  return async (request, info) => {
    if (!isLocalHost(request, host)) {
      const text = "This name does not belong to Chung: use http://localhost or 127.0.0.1.\n";
      return new Response(text, { status: 421 });
    }
    return await answered(handler, request, info, report);
  };
}

function sharedHandler(
  handler: Handler,
  gate: SharedGate,
  report: GuardOptions["report"],
): Handler {
  return async (request, info) => {
    const refusal = gate.refusal(request, info);
    if (refusal !== null) return refusal;
    const leave = gate.enter(request, info);
    if (leave === null) {
      const text = "Too many requests at once from this address.\n";
      return new Response(text, { status: 429, headers: { "retry-after": "1" } });
    }
    try {
      return await answered(handler, gate.asPublic(request), info, report);
    } finally {
      leave();
    }
  };
}

async function answered(
  handler: Handler,
  request: Request,
  info: Deno.ServeHandlerInfo | undefined,
  report: GuardOptions["report"],
): Promise<Response> {
  const refusal = refusalOf(request);
  if (refusal !== null) return refusal;
  try {
    return withRetryAfter(await handler(request, info));
  } catch (error) {
    // The router decodes the path, and any browser can request one that can't be decoded.
    const malformed = error instanceof URIError;
    if (!malformed) report(failureLine(request, error));
    return malformed
      ? new Response("This address is malformed.\n", { status: 400 })
      : new Response("Chung failed to answer this request.\n", { status: 500 });
  }
}

function refusalOf(request: Request): Response | null {
  if (METHODS.includes(request.method.toUpperCase())) return null;
  if (!isFromOwnSite(request)) return new Response("Forbidden\n", { status: 403 });
  const headers = { allow: METHODS.join(", ") };
  return new Response("Method Not Allowed\n", { status: 405, headers });
}
