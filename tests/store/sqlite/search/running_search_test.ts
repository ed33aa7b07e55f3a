import assert from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import fc from "fast-check";
import { clockOf } from "../../../clock_of.ts";
import { START, WHOLE } from "../../each_store.ts";
import type { SearchResult } from "../../../../lib/store/store.ts";
import { NO_FILTERS } from "../../../../lib/model/search_filters.ts";
import { ClassMatches } from "../../../../lib/store/sqlite/search/class_matches.ts";
import { IndexedMessages } from "../../../../lib/store/sqlite/search/indexed_messages.ts";
import { matchClasses, searchTerms } from "../../../../lib/store/sqlite/search/search_query.ts";
import { Search, type SearchOptions } from "../../../../lib/store/sqlite/search/search.ts";
import { migrate } from "../../../../lib/store/sqlite/startup/migrations.ts";
import type { SqliteWriteRequest } from "../../../../lib/store/sqlite/writes/sqlite_writes.ts";
import { Writer } from "../../../../lib/store/sqlite/writes/writer.ts";

/** A database whose room 1 has these messages, in the index too. Room 2 has them between them. */
function databaseOf(said: string[]): DatabaseSync {
  const database = new DatabaseSync(":memory:");
  migrate(database, "test");
  const writer = new Writer(database);
  const project = { ownerId: 1, at: START, tag: null };
  writer.apply([
    { name: "createUser", input: { username: "alice", passwordHash: "", at: START } },
    { name: "createProject", input: { ...project, name: "one" } },
    { name: "createProject", input: { ...project, name: "two" } },
    ...said.flatMap((text) =>
      [1, 2].map((projectId): SqliteWriteRequest => ({
        name: "addMessage",
        input: { projectId, userId: 1, text, at: START, tag: null },
      }))
    ),
  ]);
  for (;;) {
    const [result] = writer.apply([{ name: "indexMessages", input: {} }]);
    if (!result.ok || result.value !== true) return database;
  }
}

const REQUEST = { projectId: 1, userId: 1, filters: NO_FILTERS, size: WHOLE };

/** Searches room 1 with a clock that stands still. */
function textsFound(database: DatabaseSync, query: string, options: SearchOptions): string[] {
  // The view of the words stays with the connection.
  database.exec("DROP TABLE IF EXISTS temp.indexed_words");
  const search = new Search(database, { clock: clockOf(() => 0), ...options });
  const result = search.start({ ...REQUEST, query }).work()!;
  assert.equal(result.partial, false);
  return result.messages.map(({ message }) => message);
}

Deno.test("a search finds the same in the same order, whether words are rare or in many messages", () => {
  const word = fc.constantFrom("hoa", "hóa", "hoá", "ho", "hoahong", "đơn", "don", "a", "ấ", "C++");
  const separator = fc.constantFrom(" ", " ", " ", "-", ", ");
  const text = fc.array(fc.tuple(word, separator), { minLength: 1, maxLength: 8 })
    .map((parts) => parts.flat().join("").trim());
  const query = fc.array(fc.tuple(word, fc.constantFrom(" ", " ", "-", '"', ' "', '" ')), {
    minLength: 1,
    maxLength: 5,
  }).map((parts) => parts.flat().join(""));
  fc.assert(
    fc.property(
      fc.array(text, { maxLength: 40, size: "max" }),
      fc.array(query, { minLength: 1, maxLength: 8 }),
      (said, queries) => {
        using database = databaseOf(said);
        for (const query of queries) {
          const expected = textsFound(database, query, { mostMessages: 1_000 });
          for (const mostMessages of [1, 4, 16]) {
            assert.deepEqual(textsFound(database, query, { mostMessages }), expected, query);
          }
        }
      },
    ),
    { numRuns: 150 },
  );
});

/** The index with the ids and tokens that each statement looks at. */
class WatchedMessages extends IndexedMessages {
  readonly expressions: string[] = [];
  readonly slices: [low: number, high: number][] = [];
  counted = 0;

  override matching(expression: string, low: number, high: number, limit: number): number[] {
    this.expressions.push(expression);
    return super.matching(expression, low, high, limit);
  }

  override having(token: string, low: number, high: number): number[] {
    this.slices.push([low, high]);
    return super.having(token, low, high);
  }

  override occurrences(first: string, last: string, limit: number): number {
    this.counted = Math.max(this.counted, limit);
    return super.occurrences(first, last, limit);
  }
}

const LETTERS = Array.from("abcdefghijklmnopqrstuvwxyz012345");
const MOST_MESSAGES = 20;

/** Each case: the texts of a room, and a query that takes long there if its words are looked for at once. */
const HOSTILE: [name: string, text: (i: number) => string, query: string][] = [
  ["one word over and over", () => "a ".repeat(100), "a ".repeat(32)],
  ["one word in a phrase", () => "a ".repeat(100), `"${"a ".repeat(31)} b"`],
  [
    "a word of few messages in a phrase",
    (i) => `${"a ".repeat(100)} b${i % 40}`,
    `"${"a ".repeat(31)} b7"`,
  ],
  [
    "beginnings of many words",
    (i) => LETTERS.map((letter) => letter + i).join(" "),
    LETTERS.join(" "),
  ],
  ["beginnings of each other", (i) => `abc${i} abcd${i}`, "a ab abc abcd abcde"],
  [
    "words that are never together",
    (i) => LETTERS.toSpliced(i % 32, 1).join(" "),
    LETTERS.join(" "),
  ],
  ["phrases with a word in common", (i) => `a b${i} a c`, '"a c" "a c a" "a b" "a d"'],
  ["words spelled as others are", () => "hóa đơn", "hoa don"],
  ["signs", () => "c", "C++ c"],
];

for (const [name, text, query] of HOSTILE) {
  // Guard (floods): no step of a search takes long, whatever the query and the texts
  Deno.test(`each statement of a search looks in few messages: ${name}`, () => {
    const said = Array.from({ length: 200 }, (_, i) => text(i));
    using database = databaseOf(said);
    const index = new WatchedMessages(database);
    const matches = new ClassMatches(index, 1, clockOf(() => 0), MOST_MESSAGES);
    for (const matchClass of matchClasses(searchTerms(query))) {
      for (const _ of matches.find(matchClass)) continue;
    }
    const inRoom = database.prepare("SELECT id FROM chats WHERE room_id = 1").all()
      .map(({ id }) => id as number);
    for (const [low, high] of index.slices) {
      const looked = inRoom.filter((id) => id >= low && id <= high);
      assert.ok(looked.length <= MOST_MESSAGES, `${low} to ${high}`);
    }
    const words = said.flatMap((text) => text.split(" "));
    for (const expression of index.expressions) {
      const tokens = [...expression.matchAll(/1_([^ "]+)("\*)?/g)];
      const occurrences = tokens.map(([, word, beginning]) =>
        words.filter((other) => beginning ? other.startsWith(word) : other === word).length
      );
      const repeated = tokens.map(([, word]) => tokens.filter(([, same]) => same === word).length);
      assert.ok(Math.min(...occurrences) * Math.max(...repeated) <= MOST_MESSAGES, expression);
      tokens.forEach(([, , beginning], i) => {
        if (beginning) assert.ok(occurrences[i] <= MOST_MESSAGES, expression);
      });
    }
    assert.ok(index.counted <= MOST_MESSAGES + 1);
  });
}

// Guard (floods): a search ends within its time with what it has found by then
Deno.test("a search works for a second, in turns of some milliseconds, and gives what it has found", () => {
  const said = Array.from({ length: 3_000 }, (_, i) => i % 50 === 0 ? "hóa đơn" : "đơn này hóa");
  using database = databaseOf(said);
  // Each look at the clock takes a millisecond.
  let [now, turns] = [0, 0];
  const search = new Search(database, { clock: clockOf(() => now++), mostMessages: 100 })
    .start({ ...REQUEST, query: '"hóa đơn"' });
  let result: SearchResult | null = null;
  while (result === null) {
    const startedAt = now;
    result = search.work();
    turns++;
    assert.ok(now - startedAt <= 10, `${now - startedAt}`);
  }
  assert.ok(turns > 100, `${turns}`);
  assert.ok(now <= 1_000 + 3 * turns, `${now}`);
  assert.equal(result.partial, true);
  const texts = new Set(result.messages.map(({ message }) => message));
  assert.deepEqual([...texts], ["hóa đơn"]);
  assert.ok(result.messages.length < 60, `${result.messages.length}`);
  assert.equal(textsFound(database, '"hóa đơn"', {}).length, 60);
});
