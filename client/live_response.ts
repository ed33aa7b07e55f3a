import { EventQueue } from "./event_queue.ts";
import { eventStream, type LiveEvent } from "./event_stream.ts";
import type { LiveEvents, PersonSession } from "./state.ts";

/** The part of a route's context that a stream needs. */
interface Listening {
  req: Request;
  state: { session: PersonSession | null };
}

/**
 * Live events as Server-Sent Events.
 * @param open called for somebody who is logged in
 */
export async function liveResponse(
  { req, state: { session } }: Listening,
  open: (session: PersonSession) => LiveEvents<LiveEvent>,
): Promise<Response> {
  const site = req.headers.get("sec-fetch-site");
  // Another port of this machine is another site's page, but gets the cookie.
  if (site !== null && site !== "same-origin" && site !== "none") return bare(403);
  if (session === null) return refused(req, "logged_out");
  const events = open(session);
  const first = await events.next();
  if (first.done) return bare(503);
  if (first.value.type === "ended") return refused(req, first.value.data.reason);
  return eventStream([first.value], events);
}

/** For HEAD: without it Fresh answers by GET, and nobody would ever cancel that stream. */
export function noHead(): Response {
  return new Response(null, { status: 405, headers: { allow: "GET" } });
}

/** A browser's EventSource is told within a stream: script can't see the status of a refused one. */
function refused(request: Request, reason: "logged_out" | "not_a_member"): Response {
  if (!request.headers.get("accept")?.includes("text/event-stream")) {
    return bare(reason === "logged_out" ? 401 : 403);
  }
  const nothing = new EventQueue(() => {});
  nothing.close();
  return eventStream([{ type: "ended", data: { reason } }], nothing);
}

function bare(status: 401 | 403 | 503): Response {
  return new Response(null, { status });
}
