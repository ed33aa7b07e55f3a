import assert from "node:assert/strict";
import fc from "fast-check";
import { EventQueue } from "../../../client/live/event_queue.ts";
import { eventStream, eventText, type LiveEvent } from "../../../client/live/event_stream.ts";
import { liveResponse } from "../../../client/http/live_response.ts";
import type { ListEvent } from "../../../client/shared/live_events.ts";
import type { PersonSession } from "../../../client/session/person_session.ts";
import { fuzzed } from "./fuzz_settings.ts";
import { ManualTimers } from "../manual_timers.ts";

/** Parses a stream like a browser (HTML standard, "Interpreting an event stream"). */
function heard(text: string): { type: string; data: string; id: string }[] {
  const events: { type: string; data: string; id: string }[] = [];
  let [type, data, id] = ["", [] as string[], ""];
  for (const line of text.split(/\r\n|\n|\r/)) {
    if (line === "") {
      if (data.length > 0) events.push({ type, data: data.join("\n"), id });
      [type, data] = ["", []];
    }
    const [field, value = ""] = [line.split(":")[0], line.slice(line.indexOf(":") + 1)];
    const text = value.startsWith(" ") ? value.slice(1) : value;
    if (field === "event") type = text;
    else if (field === "data") data.push(text);
    else if (field === "id" && !text.includes("\0")) id = text;
  }
  return events;
}

const text = fc.oneof(
  fc.constantFrom(
    "\ndata: {}\n\nevent: ended\ndata: {}",
    "\r\revent: ended\rdata: 1",
    "\\n\\nevent: ended",
    "\u2028event: ended\u2029",
    "\u0085\u000b\u000c",
    "id: 9.9\nretry: 1",
    "</script><!--]]>",
    "\ufeff\u0000",
  ),
  fc.string({ unit: "binary" }),
);

// Guard (web): nothing but events can be written into an event stream
Deno.test("no text of an event begins another event, nor an id one", () => {
  const event = fc.record({
    id: fc.oneof(fc.constant("5.1"), fc.constant(undefined), text),
    user: text,
    message: text,
  });
  fc.assert(
    fc.property(fc.array(event, { minLength: 1, maxLength: 4 }), (events) => {
      const lines = events.map(({ id, ...data }) => ({ type: "chat", data, id }) as LiveEvent);
      const [one, ...more] = heard(eventText(lines));
      assert.equal(more.length, 0);
      assert.equal(one.type, "chat");
      assert.deepEqual(
        [JSON.parse(one.data)].flat(),
        JSON.parse(JSON.stringify(lines.map((line) => line.data))),
      );
      assert.match(one.id, /^(\d+\.\d+)?$/);
    }),
    fuzzed(500),
  );
});

class Events extends EventQueue<ListEvent> {
  add(event: ListEvent): void {
    this.push(event);
  }
}

/** A stream's request, and whether its source was closed. */
function listening(timers: ManualTimers) {
  let closed = false;
  const events = new Events(() => closed = true);
  const session = {} as PersonSession;
  const context = { req: new Request("http://127.0.0.1/events"), state: { session } };
  const response = liveResponse(context, () => events, timers);
  return { events, response, isClosed: () => closed };
}

// Guard (web): a stream that never begins is given up
Deno.test("a stream that has nothing to say at first is given up after ten seconds", async () => {
  const timers = new ManualTimers();
  const { response, isClosed } = listening(timers);
  timers.advance(9_999);
  assert.equal(isClosed(), false);
  timers.advance(1);
  assert.equal((await response).status, 503);
  assert.equal(isClosed(), true, "nothing listens for a browser that may be gone");
});

Deno.test("a stream that has begun may be silent as long as it likes", async () => {
  const timers = new ManualTimers();
  const { events, response, isClosed } = listening(timers);
  events.add({ type: "connection", data: { online: true } });
  const { status, body } = await response;
  assert.equal(status, 200);
  timers.advance(60_000);
  assert.equal(isClosed(), false);
  await body!.cancel();
  assert.equal(isClosed(), true);
});

Deno.test("an event that can't be written ends its stream, and what it listens to", async () => {
  let closed = false;
  const reader = eventStream([], {
    next: () => Promise.resolve({ done: false, value: { type: "paused", data: {} } }),
    take: () => {
      throw new TypeError("what a server that isn't Chung said");
    },
    close: () => closed = true,
  }).body!.getReader();
  await reader.read();
  await assert.rejects(reader.read(), TypeError);
  assert.equal(closed, true);
});
