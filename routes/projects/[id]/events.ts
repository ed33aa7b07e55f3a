import { define } from "../../../client/define.ts";
import { eventStream } from "../../../client/event_stream.ts";
import { projectId } from "../../../client/paths.ts";
import type { RoomEvent } from "../../../client/state.ts";
import { Subscriber } from "../../../client/subscriber.ts";

/**
 * The live events of a room as Server-Sent Events: those after the message that the browser has,
 * by its `Last-Event-ID` or else `?after=`.
 */
export const handler = define.handlers({
  // Without it Fresh answers HEAD by GET, and nobody would ever cancel that stream.
  HEAD: () => status(405),
  async GET(ctx) {
    const site = ctx.req.headers.get("sec-fetch-site");
    // Another port of this machine is another site's page, but gets the cookie.
    if (site !== null && site !== "same-origin" && site !== "none") return status(403);
    const id = projectId(ctx.params.id);
    if (id === null) return status(404);
    const { session } = ctx.state;
    if (session === null) return refused(ctx.req, "logged_out");
    const events = session.events(id, afterId(ctx.req, ctx.url));
    const reader = events[Symbol.asyncIterator]();
    const first = await reader.next();
    if (first.done) return status(503);
    if (first.value.type === "ended") return refused(ctx.req, first.value.data.reason);
    const close = () => events.close();
    return eventStream([first.value], { next: () => reader.next(), close });
  },
});

function afterId(request: Request, url: URL): number {
  const given = request.headers.get("last-event-id") ?? url.searchParams.get("after") ?? "";
  return /^[0-9]{1,15}$/.test(given) ? Number(given) : 0;
}

/** A browser's EventSource is told within a stream: script can't see the status of a refused one. */
function refused(request: Request, reason: "logged_out" | "not_a_member"): Response {
  if (!request.headers.get("accept")?.includes("text/event-stream")) {
    return status(reason === "logged_out" ? 401 : 403);
  }
  const ended: RoomEvent = { type: "ended", data: { reason } };
  const nothing = new Subscriber(0, () => {});
  nothing.close();
  return eventStream([ended], nothing);
}

function status(code: 401 | 403 | 404 | 405 | 503): Response {
  return new Response(null, { status: code, headers: code === 405 ? { allow: "GET" } : {} });
}
