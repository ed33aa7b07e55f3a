import { define } from "../../client/http/define.ts";
import { liveResponse, noHead } from "../../client/http/live_response.ts";

/** The one event stream of a browser, as Server-Sent Events; a form posted here changes what it carries. */
export const handler = define.handlers({
  HEAD: noHead,
  GET: (ctx) => liveResponse(ctx, (session) => session.shared()),
  async POST(ctx) {
    const { session, forms } = ctx.state;
    const fields = await forms.read(ctx.req);
    const stream = session?.sharedStream(fields.exact("stream"));
    // The browser opens a new one.
    if (stream === undefined) return new Response(null, { status: 404 });
    stream.change(fields.exact("open"), fields.exact("close"));
    return new Response(null, { status: 204 });
  },
});
