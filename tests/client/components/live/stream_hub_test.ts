import assert from "node:assert/strict";
import type { HubMessage } from "../../../../client/components/live/hub_messages.ts";
import { onLifeEnd } from "../../../../client/components/live/life_lock.ts";
import { StreamHub } from "../../../../client/components/live/stream_hub.ts";

const QUERY = "?server=127.0.0.1%3A7070&user=alice";

/** An EventSource that says what a test has it say. */
class FakeSource extends EventTarget {
  static opened: FakeSource[] = [];
  onerror = () => {};
  closed = false;

  constructor(readonly url: string) {
    super();
    FakeSource.opened.push(this);
  }

  say(type: string, data: unknown): void {
    this.dispatchEvent(new MessageEvent(type, { data: JSON.stringify(data) }));
  }

  close(): void {
    this.closed = true;
  }
}

interface Scene {
  hub: StreamHub;
  /** The bodies of the requests that change the stream. */
  posted: Record<string, string>[];
  sources: FakeSource[];
  /** Runs the timers that are set. */
  wait(): void;
  /** Resolves when everything posted so far is answered. */
  settled(): Promise<void>;
}

async function withHub(run: (scene: Scene) => Promise<void>, status = () => 204): Promise<void> {
  const { EventSource, fetch, setTimeout, clearTimeout } = globalThis;
  const posted: Record<string, string>[] = [];
  const timers = new Map<number, () => void>();
  let lastTimer = 0;
  FakeSource.opened = [];
  Object.assign(globalThis, {
    EventSource: FakeSource,
    fetch(_url: string, { body }: { body: URLSearchParams }) {
      posted.push(Object.fromEntries(body));
      return Promise.resolve(new Response(null, { status: status() }));
    },
    setTimeout: (run: () => void) => (timers.set(++lastTimer, run), lastTimer),
    clearTimeout: (timer: number) => timers.delete(timer),
  });
  const hub = new StreamHub(QUERY, onLifeEnd);
  try {
    await run({
      hub,
      posted,
      sources: FakeSource.opened,
      wait() {
        for (const [timer, run] of [...timers]) {
          timers.delete(timer);
          run();
        }
      },
      async settled() {
        for (let turns = 0; turns < 20; turns++) await null;
      },
    });
  } finally {
    hub.close();
    Object.assign(globalThis, { EventSource, fetch, setTimeout, clearTimeout });
  }
}

function tab(hub: StreamHub) {
  const heard: HubMessage[] = [];
  return { heard, send: hub.connect((message) => heard.push(message)) };
}

const room = (after: string) => `/projects/7/events${QUERY}&after=${after}`;
const chat = (message: string) => ({ message });

Deno.test("the hub opens one stream for all tabs, and subscribes each room from where its tab stands", async () => {
  await withHub(async ({ hub, posted, sources, settled }) => {
    const [one, two] = [tab(hub), tab(hub)];
    one.send({ open: 1, url: room("3.0") });
    two.send({ open: 1, url: room("5.1") });
    two.send({ open: 2, url: `/events${QUERY}` });
    assert.deepEqual(sources.map(({ url }) => url), [`/events/shared${QUERY}`]);
    assert.deepEqual(posted, [], "nothing before the stream has begun");
    sources[0].say("stream", { key: "k" });
    await settled();
    assert.deepEqual(posted, [{ stream: "k", open: "1 7 3.0,2 7 5.1,list", close: "" }]);
    sources[0].say("feed", { feed: "2", events: [["chat", chat("six"), "6.1"]] });
    assert.deepEqual(one.heard, []);
    assert.deepEqual(two.heard, [{ key: 1, events: [["chat", chat("six"), "6.1"]] }]);
  });
});

Deno.test("a broken stream is told to each tab, and resumes after what each has got", async () => {
  await withHub(async ({ hub, posted, sources, wait, settled }) => {
    const [one, two] = [tab(hub), tab(hub)];
    one.send({ open: 1, url: room("3.0") });
    two.send({ open: 4, url: room("3.0") });
    sources[0].say("stream", { key: "k" });
    sources[0].say("feed", { feed: "1", events: [["chat", chat("a"), "4.0"], ["typing", {}]] });
    sources[0].onerror();
    assert.deepEqual(two.heard, [{ key: 4, lost: true }]);
    sources[0].say("feed", { feed: "2", events: [["chat", chat("late"), "4.0"]] });
    assert.equal(two.heard.length, 1, "nothing of the stream that is given up");
    wait();
    sources[1].say("stream", { key: "l" });
    await settled();
    assert.deepEqual(posted.at(-1), { stream: "l", open: "1 7 4.0,2 7 3.0", close: "" });
  });
});

Deno.test("a tab that comes while the stream is broken is told, and has it opened at once", async () => {
  await withHub(({ hub, sources }) => {
    tab(hub).send({ open: 1, url: room("3.0") });
    sources[0].onerror();
    const late = tab(hub);
    late.send({ open: 1, url: room("3.0") });
    assert.deepEqual(late.heard, [{ key: 1, lost: true }]);
    assert.equal(sources.length, 2);
    return Promise.resolve();
  });
});

Deno.test("a change that is refused has the stream opened again", async () => {
  await withHub(async ({ hub, sources, wait, settled }) => {
    const { heard, send } = tab(hub);
    send({ open: 1, url: room("3.0") });
    sources[0].say("stream", { key: "gone" });
    await settled();
    assert.equal(sources[0].closed, true);
    assert.deepEqual(heard, [{ key: 1, lost: true }]);
    wait();
    assert.equal(sources.length, 2);
  }, () => 404);
});

Deno.test("a feed that is over is opened again from where it ended; one that ended is not", async () => {
  await withHub(async ({ hub, posted, sources, settled }) => {
    const { heard, send } = tab(hub);
    send({ open: 1, url: room("3.0") });
    send({ open: 2, url: room("0.0") });
    sources[0].say("stream", { key: "k" });
    await settled();
    const ended = ["ended", { reason: "not_a_member" }];
    sources[0].say("feed", { feed: "1", events: [["chat", chat("a"), "4.0"]] });
    sources[0].say("feed", [
      { feed: "1", events: [], over: true },
      { feed: "2", events: [ended] },
      { feed: "2", events: [], over: true },
    ]);
    await settled();
    assert.deepEqual(posted.slice(1), [{ stream: "k", open: "1 7 4.0", close: "" }]);
    assert.deepEqual(heard.at(-1), { key: 2, events: [ended] });
  });
});

Deno.test("the list is one feed, asked for again by a further tab and closed with the last", async () => {
  await withHub(async ({ hub, posted, sources, settled }) => {
    const [one, two] = [tab(hub), tab(hub)];
    const list = `/events${QUERY}`;
    one.send({ open: 1, url: room("3.0") });
    one.send({ open: 2, url: list });
    sources[0].say("stream", { key: "k" });
    await settled();
    sources[0].say("feed", { feed: "list", events: [["connection", { online: false }]] });
    two.send({ open: 9, url: list });
    await settled();
    assert.deepEqual(two.heard, [{ key: 9, events: [["connection", { online: false }]] }]);
    assert.equal(posted[1].open, "list");
    sources[0].say("feed", { feed: "list", events: [["mention", chat("@alice")]] });
    for (const { heard } of [one, two]) {
      assert.deepEqual((heard.at(-1) as { events: unknown }).events, [["mention", chat("@alice")]]);
    }
    two.send({ bye: true });
    await settled();
    assert.equal(posted.length, 2, "another tab has the list still");
    one.send({ close: 2 });
    await settled();
    assert.deepEqual(posted[2], { stream: "k", open: "", close: "list" });
    one.send({ bye: true });
    assert.equal(sources[0].closed, true);
  });
});

Deno.test("what ends the stream ends every tab's, and a tab that tries again opens a new one", async () => {
  await withHub(({ hub, sources }) => {
    const tabs = [tab(hub), tab(hub)];
    for (const { send } of tabs) send({ open: 1, url: room("3.0") });
    sources[0].say("stream", { key: "k" });
    const data = { reason: "logged_out" };
    sources[0].say("ended", data);
    for (const { heard } of tabs) assert.deepEqual(heard, [{ key: 1, events: [["ended", data]] }]);
    assert.equal(sources[0].closed, true);
    tabs[0].send({ open: 2, url: room("3.0") });
    assert.equal(sources.length, 2);
    return Promise.resolve();
  });
});
