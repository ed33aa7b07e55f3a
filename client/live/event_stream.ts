import { repeat, systemTimers, type Timers } from "../../lib/timers.ts";
import type { ListEvent, LiveEvents, Numbered, RoomEvent } from "../shared/live_events.ts";
import type { SharedEvent } from "../shared/shared_events.ts";

/** An event of any stream. */
export type LiveEvent = Numbered<RoomEvent | ListEvent> | (SharedEvent & { id?: undefined });

/** Milliseconds between comments, which detect a browser that is gone: there may be no events for hours. */
const PING_MS = 15_000;
/** Milliseconds that the browser waits before reconnecting. */
const RETRY_MS = 2_000;

/** `MESSAGE.CHANGE`. Prevents a server that isn't Chung from injecting fields in place of a number. */
const ID = /^\d+\.\d+$/;

/** Approximate size of one chunk in UTF-16 units. The rest stays in the queue, whose limits catch slow readers. */
const PIECE = 64 * 1024;

/**
 * Formats events as Server-Sent Events. A run of events of one type becomes a single event with a list as its data:
 * to a browser, one event costs as much as many messages do.
 */
export function eventText(events: readonly LiveEvent[]): string {
  let text = "";
  for (let from = 0, to = 0; from < events.length; from = to) {
    const { type } = events[from];
    while (events[to]?.type === type) to++;
    const run = events.slice(from, to);
    const id = run.findLast(({ id }) => id !== undefined && ID.test(id))?.id;
    const data = run.length === 1 ? run[0].data : run.map(({ data }) => data);
    // JSON.stringify emits no line breaks.
    text += `${id === undefined ? "" : `id: ${id}\n`}event: ${type}\ndata: ${
      JSON.stringify(data)
    }\n\n`;
  }
  return text;
}

/**
 * Returns a response that streams `first`, then `events`. It ends when they end, and closes them when the reader is
 * gone.
 */
export function eventStream(
  first: LiveEvent[],
  events: LiveEvents<LiveEvent>,
  timers: Timers = systemTimers,
): Response {
  const encoder = new TextEncoder();
  let stopPings = () => {};
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    start(controller) {
      controller.enqueue(encoder.encode(`retry: ${RETRY_MS}\n\n${eventText(first)}`));
      stopPings = repeat(timers, () => {
        // A reader that is behind needs no pings.
        if ((controller.desiredSize ?? 0) > 0) controller.enqueue(encoder.encode(": ping\n\n"));
      }, PING_MS);
    },
    async pull(controller) {
      const { done, value } = await events.next();
      if (done) {
        stopPings();
        return controller.close();
      }
      try {
        // Sends it with the other events that wait.
        controller.enqueue(encoder.encode(eventText([value, ...events.take(PIECE)])));
      } catch (error) {
        // Data of a server that isn't Chung may throw. The browser reconnects; nothing should listen until then.
        stopPings();
        events.close();
        throw error;
      }
    },
    cancel() {
      stopPings();
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
