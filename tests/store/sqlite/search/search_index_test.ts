import assert from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import fc from "fast-check";
import { migrate } from "../../../../lib/store/sqlite/startup/migrations.ts";
import { Writer } from "../../../../lib/store/sqlite/writes/writer.ts";
import type { SqliteWriteRequest } from "../../../../lib/store/sqlite/writes/sqlite_writes.ts";
import { START } from "../../each_store.ts";

type Step = { do: "say"; text: string } | { do: "edit"; message: number; text: string } | {
  do: "delete";
  message: number;
} | { do: "index" };

const text = fc.array(fc.constantFrom("Hóa", "đơn", "một"), { minLength: 1, maxLength: 3 })
  .map((words) => words.join(" "));
const message = fc.integer({ min: 1, max: 8 });
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant("say" as const), text }),
  fc.record({ do: fc.constant("edit" as const), message, text }),
  fc.record({ do: fc.constant("delete" as const), message }),
  fc.record({ do: fc.constant("index" as const) }),
);

function request(step: Step): SqliteWriteRequest {
  switch (step.do) {
    case "say":
      return {
        name: "addMessage",
        input: { projectId: 1, userId: 1, text: step.text, at: START, tag: null },
      };
    case "edit":
      return {
        name: "editMessage",
        input: { messageId: step.message, userId: 1, text: step.text, at: START },
      };
    case "delete":
      return { name: "deleteMessage", input: { messageId: step.message, userId: 1, at: START } };
    case "index":
      return { name: "indexMessages", input: {} };
  }
}

const FOLDED: Record<string, string> = { "hóa": "hoa", "đơn": "don", "một": "mot" };

Deno.test("the index holds the words of what is said now, and of nothing else, after any writes", () => {
  fc.assert(fc.property(fc.array(step, { maxLength: 30, size: "max" }), (steps) => {
    const database = new DatabaseSync(":memory:");
    migrate(database, "test");
    const writer = new Writer(database);
    writer.apply([
      { name: "createUser", input: { username: "alice", passwordHash: "", at: START } },
      { name: "createProject", input: { name: "Website", ownerId: 1, at: START, tag: null } },
    ]);
    const said = new Map<number, string>();
    let [newest, indexed] = [0, 0];
    for (const step of steps) {
      const [{ ok }] = writer.apply([request(step)]);
      if (step.do === "say") said.set(++newest, step.text);
      if (step.do === "index") indexed = newest;
      if (step.do === "edit" && ok) said.set(step.message, step.text);
      if (step.do === "delete" && ok) said.delete(step.message);
    }
    database.exec("CREATE VIRTUAL TABLE temp.words USING fts5vocab (main, chats_index, instance)");
    const inIndex = database.prepare("SELECT doc, col, offset, term FROM temp.words").all()
      .map(({ doc, col, offset, term }) => `${doc} ${col} ${offset} ${term}`);
    const expected = [...said].filter(([id]) => id <= indexed).flatMap(([id, text]) =>
      text.toLowerCase().split(" ").flatMap((word, i) => [
        `${id} exact ${i} 1_${word}`,
        `${id} folded ${i} 1_${FOLDED[word]}`,
      ])
    );
    assert.deepEqual(inIndex.sort(), expected.sort());
    // The words of deleted messages are removed from the log itself.
    const left = database.prepare("SELECT id, message FROM chats WHERE message <> ''").all();
    assert.deepEqual(new Map(left.map(({ id, message }) => [id, message])), said);
    writer.close();
  }));
});
