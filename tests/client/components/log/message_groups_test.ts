import assert from "node:assert/strict";
import fc from "fast-check";
import { follows, logPlaces } from "../../../../client/components/log/message_groups.ts";
import type { Message, Notice } from "../../../../lib/model/message.ts";

const MINUTE_MS = 60_000;
const NOON = new Date(2026, 10, 25, 12).getTime();

const said = (user: string, at: number, notice?: Notice) => ({
  user,
  timestamp: new Date(at).toISOString(),
  notice,
});

Deno.test("a line follows what the same person said just before, on the same day", () => {
  const archived: Notice = { change: "archived" };
  const midnight = new Date(2026, 10, 26).getTime();
  const cases: [string, Parameters<typeof follows>[0], Parameters<typeof follows>[1], boolean][] = [
    ["nothing before", undefined, said("lan", NOON), false],
    ["at once", said("lan", NOON), said("lan", NOON), true],
    ["five minutes", said("lan", NOON), said("lan", NOON + 5 * MINUTE_MS), true],
    ["longer", said("lan", NOON), said("lan", NOON + 5 * MINUTE_MS + 1), false],
    ["another person", said("lan", NOON), said("minh", NOON), false],
    ["another day", said("lan", midnight - 1), said("lan", midnight), false],
    ["a notice before", said("lan", NOON, archived), said("lan", NOON), false],
    ["a notice", said("lan", NOON), said("lan", NOON, archived), false],
  ];
  for (const [what, before, line, expected] of cases) {
    assert.equal(follows(before, line), expected, what);
  }
});

const LOG = fc.array(
  fc.record({
    user: fc.constantFrom("lan", "minh"),
    pause: fc.oneof(fc.nat(6 * MINUTE_MS), fc.nat(36 * 60 * MINUTE_MS)),
    notice: fc.option(fc.constant<Notice>({ change: "archived" }), { nil: undefined, freq: 8 }),
  }),
  { maxLength: 40 },
).map((lines) => {
  let at = NOON;
  return lines.map(({ user, pause, notice }, id): Message => ({
    id,
    project_id: 1,
    message: "",
    ...said(user, at += pause, notice),
  }));
});

Deno.test("logPlaces keeps every message in order, and names each day once", () => {
  fc.assert(fc.property(LOG, (messages) => {
    const places = logPlaces(messages);
    assert.deepEqual(places.map(({ message }) => message), messages);
    const day = ({ timestamp }: Message) => new Date(timestamp).toDateString();
    const begun = places.filter(({ startsDay }) => startsDay).map(({ message }) => day(message));
    assert.deepEqual(begun, [...new Set(messages.map(day))]);
    for (const { startsDay, follows } of places) assert.ok(!(startsDay && follows));
  }));
});

Deno.test("logPlaces of a part differs from those of the whole in its first line alone", () => {
  fc.assert(fc.property(LOG, fc.nat(40), (messages, from) => {
    assert.deepEqual(
      logPlaces(messages.slice(from)).slice(1),
      logPlaces(messages).slice(from).slice(1),
    );
  }));
});
