import assert from "node:assert/strict";
import fc from "fast-check";
import { formatEntry } from "../../lib/audit/audit_entry.ts";
import { encodeAhead, encodedAhead } from "../../lib/protocol/encode_ahead.ts";
import { okLine, okResponse } from "../../lib/protocol/response.ts";

interface Item {
  message: string;
  edited_at?: string;
}

const length = ({ message }: Item) => message.length;
const none = () => undefined;

const entry = (response: string, responseLeft = 0) =>
  formatEntry({
    file: "history",
    name: "xem lịch sử",
    type: "history",
    user: "an",
    request: "history *** 1",
    response,
    responseLeft,
    at: 0,
  }, "2026-11-26 00:00:00.000 +07:00");

const anItem = fc.record({
  message: fc.tuple(
    fc.string({ unit: "binary", maxLength: 20 }),
    fc.constantFrom("a", "ế", "😀", '"', "\\", "\ud800", "\u2028"),
    fc.integer({ min: 1, max: 9_000 }),
  ).map(([text, repeated, count]) => text + repeated.repeat(count)),
  edited_at: fc.option(fc.constant("2026-11-26T00:00:00.000Z"), { nil: undefined }),
}, { requiredKeys: ["message"] });

Deno.test("a response with a list encoded ahead is the same line, and the same entry in the log", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(anItem, { minLength: 1, maxLength: 60 }),
      fc.option(fc.constant("t1"), { nil: null }),
      async (messages: Item[], tag) => {
        // Enough to be worth it.
        messages.push({ message: "x".repeat(70_000) });
        await encodeAhead(messages, length, none);
        assert(encodedAhead(messages) !== undefined);
        const body = { messages, changed: undefined, more: true, last_id: 7, note: "ế😀" };
        const line = okLine(tag, "history", body);
        const { bytes, text, charactersLeft } = okResponse(tag, "history", body);
        assert.equal(new TextDecoder().decode(bytes), `${line}\n`);
        assert(line.startsWith(text) || charactersLeft === 0);
        assert.equal(entry(text, charactersLeft), entry(line));
      },
    ),
    { numRuns: 40 },
  );
});

Deno.test("a short list is not encoded ahead", async () => {
  const messages = [{ message: "x".repeat(60_000) }];
  assert.equal(await encodeAhead(messages, length, none), false);
  assert.equal(encodedAhead(messages), undefined);
});

Deno.test("a long list is encoded in slices, and pauses between them", async () => {
  const messages = Array.from({ length: 70 }, () => ({ message: "ế".repeat(16_000) }));
  let pauses = 0;
  const slices = await encodeAhead(messages, length, () => {
    pauses++;
    return Promise.resolve();
  }, 0);
  assert.equal(slices, true);
  assert.equal(pauses, 34, "two messages a piece");
  assert.equal(await encodeAhead([...messages], length, none, 0), false, "none was needed");
});
