import assert from "node:assert/strict";
import fc from "fast-check";
import {
  firstMessageId,
  lastMessageId,
  MAX_MESSAGES,
  type RoomLog,
  withChanged,
  withMessage,
} from "../../../../client/components/room/room_log.ts";
import { withPage } from "../../../../client/components/room/pages/with_page.ts";
import type { Message, MessagePage } from "../../../../lib/model/message.ts";

const EMPTY: RoomLog = { messages: [], older: false, newer: false, newest: 0, changed: new Map() };

function message(id: number, text = `m${id}`): Message {
  const timestamp = "2026-11-23T08:15:30.123Z";
  return { id, project_id: 1, user: "bob", message: text, timestamp };
}

function shown(log: RoomLog): number[] {
  return log.messages.map(({ id }) => id);
}

/** The server's reply with `size` messages per page. */
function pageOf(
  all: readonly Message[],
  from: { before: number } | { after: number },
  size: number,
) {
  const beyond = all.filter(({ id }) => "before" in from ? id < from.before : id > from.after);
  const messages = "before" in from ? beyond.slice(-size) : beyond.slice(0, size);
  return { messages, more: beyond.length > messages.length };
}

/** A window over all of `count` messages, opened at its newest page. */
function opened(count: number): { log: RoomLog; all: Message[] } {
  const all = Array.from({ length: count }, (_, at) => message(at + 1));
  const page: MessagePage = pageOf(all, { before: count + 1 }, 100);
  return { log: withPage({ ...EMPTY, newest: count }, { direction: "newest", page }), all };
}

Deno.test("withMessage keeps any order of arrival sorted and without doubles", () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 30 })), (ids) => {
    const log = ids.reduce((log, id) => withMessage(log, message(id), true), EMPTY);
    assert.deepEqual(shown(log), [...new Set(ids)].sort((a, b) => a - b));
    assert.equal(log.newest, Math.max(0, ...ids));
  }));
});

Deno.test("withMessage gives the same log back when the message is there", () => {
  const log = withMessage(EMPTY, message(3), true);
  assert.equal(withMessage(log, message(3), true), log);
});

Deno.test("withMessage lets the oldest go for a reader at the end, and nothing for another", () => {
  let log = EMPTY;
  for (let id = 1; id <= MAX_MESSAGES + 2; id++) log = withMessage(log, message(id), true);
  assert.equal(log.messages.length, MAX_MESSAGES);
  assert.deepEqual([firstMessageId(log), log.older, log.newer], [3, true, false]);
  const detached = withMessage(log, message(MAX_MESSAGES + 3), false);
  assert.deepEqual(shown(detached), shown(log));
  assert.deepEqual([detached.newer, detached.newest], [true, MAX_MESSAGES + 3]);
});

Deno.test("withPage loads either way, trims the other end, and attaches at the newest", () => {
  let { log, all } = opened(1_000);
  while (log.older) {
    const from = firstMessageId(log);
    log = withPage(log, { direction: "older", from, page: pageOf(all, { before: from }, 100) });
    assert.ok(log.messages.length <= MAX_MESSAGES);
  }
  assert.deepEqual([firstMessageId(log), lastMessageId(log), log.newer], [1, MAX_MESSAGES, true]);
  all = [...all, message(1_001)];
  log = withMessage(log, message(1_001), false);
  while (log.newer) {
    const from = lastMessageId(log);
    log = withPage(log, { direction: "newer", from, page: pageOf(all, { after: from }, 100) });
  }
  assert.deepEqual([firstMessageId(log), lastMessageId(log), log.older], [602, 1_001, true]);
});

Deno.test("withPage stays detached while something newer was heard of than the page holds", () => {
  const { all } = opened(3);
  const log: RoomLog = { ...EMPTY, newer: true, newest: 4 };
  const behind = withPage(log, { direction: "newer", from: 0, page: pageOf(all, { after: 0 }, 9) });
  assert.deepEqual([shown(behind), behind.newer], [[1, 2, 3], true]);
  const page = pageOf([...all, message(4)], { after: 3 }, 9);
  const there = withPage(behind, { direction: "newer", from: 3, page });
  assert.deepEqual([shown(there), there.newer], [[1, 2, 3, 4], false]);
});

Deno.test("withPage drops a page whose place the window has left", () => {
  const { log, all } = opened(300);
  const page = pageOf(all, { before: 100 }, 10);
  assert.equal(withPage(log, { direction: "older", from: 100, page }), log);
  assert.equal(withPage(log, { direction: "newer", from: 300, page }), log);
});

Deno.test("withChanged changes a line in place, and wins over an older page that comes later", () => {
  const { log, all } = opened(150);
  const edited = { ...message(60, "new"), edited_at: "2026-11-23T09:00:00.000Z" };
  const seen = withChanged(withChanged(log, edited), { ...message(20, "new"), deleted: true });
  const page = pageOf(all, { before: 51 }, 100);
  const loaded = withPage(seen, { direction: "older", from: 51, page });
  const texts = loaded.messages.map(({ message }) => message);
  assert.equal(texts[59], "new");
  assert.equal(texts[19], "new");
  assert.equal(texts[20], "m21");
});

type Step =
  | { do: "write" | "hear" | "edit" | "hear edit" | "ask older" | "ask newer" | "ask newest" }
  | { do: "answer" | "look" };

const STEPS = fc.array(
  fc.constantFrom<Step["do"]>(
    ...["write", "write", "hear", "hear", "edit", "hear edit", "look"] as const,
    ...["ask older", "ask newer", "ask newest", "answer", "answer"] as const,
  ),
  { maxLength: 300, size: "max" },
);

/** Messages per step, so that a few steps fill a window several times. */
const A_STEP = 60;

Deno.test("RoomLog loses, doubles and misorders nothing in any order of events and pages", () => {
  fc.assert(
    fc.property(STEPS, fc.integer({ min: 1, max: 400 }), (steps, before) => {
      const { log: first, all } = opened(before);
      let log = first;
      let heard = before;
      let atEnd = true;
      const edits: Message[] = [];
      let asked: (() => void) | null = null;
      const act: Record<Step["do"], () => void> = {
        write: () => {
          for (let i = 0; i < A_STEP; i++) all.push(message(all.length + 1));
        },
        hear: () => {
          const until = Math.min(all.length, heard + A_STEP);
          while (heard < until) log = withMessage(log, all[heard++], atEnd);
        },
        edit: () => {
          const at = (edits.length * 37) % all.length;
          all[at] = { ...all[at], message: `edit ${edits.length}` };
          edits.push(all[at]);
        },
        "hear edit": () => {
          const edit = edits.shift();
          if (edit !== undefined) log = withChanged(log, edit);
        },
        look: () => atEnd = !log.newer && !atEnd,
        "ask older": () => {
          const from = firstMessageId(log);
          const page = pageOf(all, { before: from }, 100);
          if (log.older) asked = () => log = withPage(log, { direction: "older", from, page });
        },
        "ask newer": () => {
          const from = lastMessageId(log);
          const page = pageOf(all, { after: from }, 100);
          if (log.newer) asked = () => log = withPage(log, { direction: "newer", from, page });
        },
        "ask newest": () => {
          const page = pageOf(all, { before: log.newest + 1 }, 100);
          asked = () => log = withPage(log, { direction: "newest", page });
        },
        answer: () => {
          asked?.();
          asked = null;
        },
      };
      const check = () => {
        const ids = shown(log);
        assert.ok(log.messages.length <= MAX_MESSAGES);
        ids.forEach((id, at) => assert.equal(id, ids[0] + at, "a gap, a double or misordered"));
        if (!log.older) assert.equal(ids[0], 1);
        if (!log.newer) assert.ok(ids.at(-1)! >= heard, "something that was heard is missing");
      };
      for (const step of steps) {
        act[step]();
        check();
      }
      // Once all events are delivered and the reader is at the end, the window shows what is stored.
      act.answer();
      while (heard < all.length) act.hear();
      while (edits.length > 0) act["hear edit"]();
      while (log.newer) {
        act["ask newer"]();
        act.answer();
      }
      check();
      for (const message of log.messages) assert.deepEqual(message, all[message.id - 1]);
      assert.equal(lastMessageId(log), all.length);
    }),
    { numRuns: 100 },
  );
});
