import { parseCursor } from "../../../client/shared/cursor.ts";
import { define } from "../../../client/http/define.ts";
import { liveResponse, noHead } from "../../../client/http/live_response.ts";
import { projectId } from "../../../client/shared/paths.ts";

/**
 * The live events of a room as Server-Sent Events, resuming after `Last-Event-ID` or else `?after=`, both of the form
 * `MESSAGE.CHANGE`. For pages that were loaded before a browser's tabs shared one stream (`/events/shared`).
 */
export const handler = define.handlers({
  HEAD: noHead,
  GET(ctx) {
    const id = projectId(ctx.params.id);
    if (id === null) return new Response(null, { status: 404 });
    const has = ctx.req.headers.get("last-event-id") ?? ctx.url.searchParams.get("after") ?? "";
    return liveResponse(ctx, (session) => session.events(id, parseCursor(has)));
  },
});
