import type { ListEvent, LiveEvents, Numbered, RoomEvent } from "../shared/live_events.ts";

/** An event of any stream. */
export type LiveEvent = Numbered<RoomEvent | ListEvent>;

/** A comment this often shows that the browser is gone, since nothing else may be sent for hours. */
const PING_MS = 15_000;
/** The pause before a browser reconnects. */
const RETRY_MS = 2_000;

/** `MESSAGE.CHANGE`: what a server that isn't Chung says in place of a number can't begin another field. */
const ID = /^\d+\.\d+$/;

/** The approximate size of one write in UTF-16 units. The queue behind it detects slow readers. */
const PIECE = 64 * 1024;

/**
 * Events as Server-Sent Events write them. Several of one type in a row are one, its data a list: each costs a browser
 * as much as many messages do.
 */
export function eventText(events: readonly LiveEvent[]): string {
  let text = "";
  for (let from = 0, to = 0; from < events.length; from = to) {
    const { type } = events[from];
    while (events[to]?.type === type) to++;
    const run = events.slice(from, to);
    const id = run.findLast(({ id }) => id !== undefined && ID.test(id))?.id;
    const data = run.length === 1 ? run[0].data : run.map(({ data }) => data);
    // JSON has no line breaks.
    text += `${id === undefined ? "" : `id: ${id}\n`}event: ${type}\ndata: ${
      JSON.stringify(data)
    }\n\n`;
  }
  return text;
}

/**
 * A response that streams `events`, after `first`. Ends with them; closes them when the reader is gone.
 */
export function eventStream(
  first: LiveEvent[],
  events: LiveEvents<LiveEvent>,
): Response {
  const encoder = new TextEncoder();
  let ping: ReturnType<typeof setInterval> | undefined;
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    start(controller) {
      controller.enqueue(encoder.encode(`retry: ${RETRY_MS}\n\n${eventText(first)}`));
      ping = setInterval(() => {
        // A reader who is behind gets events, not more pings.
        if ((controller.desiredSize ?? 0) > 0) controller.enqueue(encoder.encode(": ping\n\n"));
      }, PING_MS);
    },
    async pull(controller) {
      const { done, value } = await events.next();
      if (done) {
        clearInterval(ping);
        return controller.close();
      }
      try {
        // With all else that came from the server in the same turn.
        controller.enqueue(encoder.encode(eventText([value, ...events.take(PIECE)])));
      } catch (error) {
        // What a server that isn't Chung said: the browser comes back, and nothing listens for it until then.
        clearInterval(ping);
        events.close();
        throw error;
      }
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
