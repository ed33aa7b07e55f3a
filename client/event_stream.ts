import type { ListEvent, Numbered, RoomEvent } from "./state.ts";

/** An event of any stream. */
export type LiveEvent = Numbered<RoomEvent | ListEvent>;

/** A comment this often shows that the browser is gone, since nothing else may be sent for hours. */
const PING_MS = 15_000;
/** How long the browser waits before it comes back. */
const RETRY_MS = 2_000;

/** One event as Server-Sent Events write it. */
export function eventText({ type, data, id }: LiveEvent): string {
  // JSON has no line breaks.
  const event = `event: ${type}\ndata: ${JSON.stringify(data)}\n\n`;
  return id === undefined ? event : `id: ${id}\n${event}`;
}

/**
 * A response that streams `events`, after `first`. Ends with them; closes them when the reader is gone.
 */
export function eventStream(
  first: LiveEvent[],
  events: AsyncIterator<LiveEvent> & { close(): void },
): Response {
  const encoder = new TextEncoder();
  let ping: ReturnType<typeof setInterval> | undefined;
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    start(controller) {
      controller.enqueue(encoder.encode(`retry: ${RETRY_MS}\n\n${first.map(eventText).join("")}`));
      ping = setInterval(() => {
        // A reader who is behind gets events, not more pings.
        if ((controller.desiredSize ?? 0) > 0) controller.enqueue(encoder.encode(": ping\n\n"));
      }, PING_MS);
    },
    async pull(controller) {
      const { done, value } = await events.next();
      if (!done) return controller.enqueue(encoder.encode(eventText(value)));
      clearInterval(ping);
      controller.close();
    },
    cancel() {
      clearInterval(ping);
      events.close();
    },
  }, { highWaterMark: 1 });
  return new Response(body, {
    headers: {
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-store, no-transform",
    },
  });
}
