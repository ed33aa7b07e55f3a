type Handler = (request: Request, info?: Deno.ServeHandlerInfo) => Promise<Response>;

const EVENTS = "/_frsh/alive";

/** The URL path of the script that pages load in development. */
export const LIVE_RELOAD_SCRIPT = "/_frsh/reload.js";

/** EventSource reconnects by itself; if another process answers, the page is outdated. */
const SCRIPT = `let first;
new EventSource("${EVENTS}").onmessage = ({ data }) => {
  if (first !== undefined && first !== data) location.reload();
  first = data;
};
`;

/** Adds the endpoints through which open pages reload after the development server restarts. */
export function withLiveReload(handler: Handler): Handler {
  const process = crypto.randomUUID();
  return async (request, info) => {
    switch (new URL(request.url).pathname) {
      case LIVE_RELOAD_SCRIPT:
        return new Response(SCRIPT, { headers: { "Content-Type": "text/javascript" } });
      case EVENTS: {
        const stream = new ReadableStream<string>({
          start: (controller) => controller.enqueue(`retry: 300\ndata: ${process}\n\n`),
        });
        return new Response(stream.pipeThrough(new TextEncoderStream()), {
          headers: { "Content-Type": "text/event-stream", "Cache-Control": "no-store" },
        });
      }
      default:
        return await handler(request, info);
    }
  };
}
