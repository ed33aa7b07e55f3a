import { define } from "../client/define.ts";
import { liveResponse, noHead } from "../client/live_response.ts";

/** The list of projects, live, as Server-Sent Events. */
export const handler = define.handlers({
  HEAD: noHead,
  GET: (ctx) => liveResponse(ctx, (session) => session.watch()),
});
