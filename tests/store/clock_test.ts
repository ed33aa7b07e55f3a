import assert from "node:assert/strict";
import fc from "fast-check";
import type { Message } from "../../lib/model/message.ts";
import { PurgeClock } from "../../lib/store/purge_clock.ts";
import { addProject, addUser, START, testReopenedStore } from "./each_store.ts";
import { withFolder } from "../folder.ts";

const YEAR = 365 * 24 * 60 * 60 * 1_000;

/** The clock stands still, advances, or jumps to another year. */
const moment = fc.oneof(
  fc.constant(0),
  fc.integer({ min: -5, max: 5 }),
  fc.integer({ min: -30 * YEAR, max: 30 * YEAR }),
).map((offset) => START + offset);
const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant("say" as const), at: moment }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom("edit" as const, "delete" as const),
      at: moment,
      message: fc.integer({ min: 1, max: 8 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("restart" as const) }) },
);

// Guard (storage): ids and times keep their order when the clock goes back
testReopenedStore(
  "a room's ids and times sort the same, and no change is before what it changes, whatever the clock does",
  async (open) => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 20, size: "max" }), async (steps) => {
        await withFolder(async (path) => {
          let store = await open(path);
          await addProject(store, await addUser(store, "alice"));
          const editedAt = new Map<number, string>();
          for (const step of steps) {
            if (step.do === "restart") {
              await store.close();
              store = await open(path);
            } else if (step.do === "say") {
              await store.write("addMessage", {
                projectId: 1,
                userId: 1,
                text: "hi",
                at: step.at,
                tag: null,
              })
                .promise();
            } else {
              const change = { messageId: step.message, userId: 1, at: step.at };
              const { message } = step.do === "delete"
                ? await store.write("deleteMessage", change).promise().catch(() => ({
                  message: null,
                }))
                : await store.write("editMessage", { ...change, text: "changed" }).promise()
                  .catch(() => ({ message: null }));
              if (message?.edited_at === undefined) continue;
              assert(message.edited_at >= message.timestamp, "an edit is not before the message");
              assert(message.edited_at >= (editedAt.get(message.id) ?? ""), "nor before an edit");
              editedAt.set(message.id, message.edited_at);
            }
          }
          const size = { limit: 3, bytes: 1_000 };
          const forward: Message[] = [];
          for (let after = 0;;) {
            const { messages, more } = await store.messagesAfter(1, after, size);
            forward.push(...messages);
            if (!more) break;
            after = messages.at(-1)!.id;
          }
          const backward: Message[] = [];
          for (let before: number | null = null;;) {
            const { messages, more } = await store.messagesBefore(1, before, size);
            backward.unshift(...messages);
            if (!more) break;
            before = messages[0].id;
          }
          assert.deepEqual(backward, forward);
          assert.equal(forward.length, steps.filter((step) => step.do === "say").length);
          const sorted = forward.toSorted((a, b) =>
            a.timestamp < b.timestamp ? -1 : a.timestamp > b.timestamp ? 1 : a.id - b.id
          );
          assert.deepEqual(forward.map(({ id }) => id), sorted.map(({ id }) => id));
          for (const [id, time] of editedAt) {
            const found = forward.find((message) => message.id === id);
            assert.equal(found?.edited_at, time, "what was told is stored");
          }
          await store.close();
        });
      }),
      { numRuns: 40 },
    );
  },
);

// Guard (storage): a clock jump that is undone deletes nothing early
Deno.test("a jump of the clock that is set right before the next look deletes nothing before its time", () => {
  const time = new PurgeClock();
  assert.equal(time.look(START), 0, "one look is not enough");
  assert.equal(time.look(START + 1), START);
  assert.equal(time.look(START + 30 * YEAR), START + 1, "it jumps");
  assert.equal(time.look(START + 3), START + 3, "it is set right");
  assert.equal(time.look(START + 4), START + 3);
  assert.equal(time.look(START - YEAR), START - YEAR, "it goes back");
});
