import { EventQueue } from "../live/event_queue.ts";
import { eventStream, type LiveEvent } from "../live/event_stream.ts";
import type { LiveEvents } from "../shared/live_events.ts";
import { isFromOwnSite } from "./own_site.ts";
import type { PersonSession } from "../session/person_session.ts";
import { systemTimers, type Timers } from "../../lib/timers.ts";

/** Milliseconds that a stream may take to its first event. After that it fails and the browser retries later. */
const FIRST_MS = 10_000;

/** The part of a route context that a stream needs. */
interface Listening {
  req: Request;
  state: { session: PersonSession | null };
}

/**
 * Answers a request with live events as Server-Sent Events.
 * @param open called if the person is logged in
 */
export async function liveResponse(
  { req, state: { session } }: Listening,
  open: (session: PersonSession) => LiveEvents<LiveEvent>,
  timers: Timers = systemTimers,
): Promise<Response> {
  if (!isFromOwnSite(req)) return bare(403);
  if (session === null) return refused(req, "logged_out");
  const events = open(session);
  // Nothing reports a browser that is gone before its stream begins.
  const timer = timers.set(() => events.close(), FIRST_MS);
  const first = await events.next();
  timers.clear(timer);
  if (first.done) return bare(503);
  if (first.value.type === "ended") return refused(req, first.value.data.reason);
  return eventStream([first.value], events, timers);
}

/** Refuses HEAD: Fresh would otherwise answer it by GET, and nothing would ever cancel that stream. */
export function noHead(): Response {
  return new Response(null, { status: 405, headers: { allow: "GET" } });
}

/** Refuses a stream. An EventSource gets the reason as an event, since scripts can't see the status of a response. */
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
