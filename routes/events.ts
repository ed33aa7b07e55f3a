import { define } from "../client/http/define.ts";
import { liveResponse, noHead } from "../client/http/live_response.ts";

/**
 * The live project list as Server-Sent Events, for pages that were loaded before a browser's tabs shared one stream
 * (`/events/shared`).
 */
export const handler = define.handlers({
  HEAD: noHead,
  GET: (ctx) => liveResponse(ctx, (session) => session.watch()),
});
