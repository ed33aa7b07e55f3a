// Search in a large room against one of 1,000 messages, the cost of indexing against inserting, and another's search
// beside hostile ones.
//   deno run -A tests/bench/search_bench.ts [MESSAGES]
import { openSqliteStore } from "../../lib/store/sqlite/open_sqlite_store.ts";
import type { Store } from "../../lib/store/store.ts";
import { openWriterConnection } from "../../lib/store/sqlite/connections.ts";
import { Writer } from "../../lib/store/sqlite/writes/writer.ts";
import type { SqliteWriteRequest } from "../../lib/store/sqlite/writes/sqlite_writes.ts";
import { withFolder } from "../folder.ts";
import { ASKER } from "../store/each_store.ts";
import { besideHostileSearches, HOSTILE_NOTE } from "./search/hostile_searches.ts";
import { searchTexts, VOCABULARY } from "./search/search_texts.ts";
import { median } from "./report/median.ts";
import { printSection } from "./report/print_section.ts";
import { count, microseconds, milliseconds } from "./report/quantities.ts";
import type { Figure, Section } from "./report/report.ts";

const MESSAGES = 1_000_000;
const BASELINE_MESSAGES = 1_000;
const ROUNDS = 9;
/** Messages per transaction, and per indexing step. */
const BATCH = 500;
const PAGE = { limit: 100, bytes: 1024 * 1024 };
/** The large room, and one of the baseline's size in the same database. */
const [LARGE, SMALL] = [1, 2];

const [FIRST, SECOND] = VOCABULARY;
const QUERIES: [name: string, query: string][] = [
  ["a common word", FIRST],
  ["a common word's folded form", "à"],
  ["a rare word", "hãnhữu"],
  ["a rare word, folded", "hanhuu"],
  ["two words", `${SECOND} ${VOCABULARY[200]}`],
  ["a phrase", `"${SECOND} ${VOCABULARY[20]}"`],
  ["a beginning of two letters", "ng"],
  ["a word that nobody used", "zzz"],
];

/** Microseconds per message. */
interface Filled {
  inserting: number;
  indexing: number;
}

async function fill(folder: string, size: number): Promise<Filled> {
  await (await openSqliteStore({ path: folder })).close();
  const writer = new Writer(openWriterConnection(`${folder}/chung.db`));
  const at = Date.now();
  const apply = (batch: SqliteWriteRequest[]) =>
    writer.apply(batch).map((result) => {
      if (!result.ok) throw new Error(result.failure.message);
      return result.value;
    });
  apply([
    { name: "createUser", input: { username: "alice", passwordHash: "", at } },
    ...[LARGE, SMALL].map((id): SqliteWriteRequest => (
      { name: "createProject", input: { name: `room ${id}`, ownerId: 1, at, tag: null } }
    )),
  ]);
  const texts = searchTexts();
  let [inserting, indexing] = [0, 0];
  for (const [projectId, most] of [[SMALL, BASELINE_MESSAGES], [LARGE, size]]) {
    for (let done = 0; done < most; done += BATCH) {
      const batch = Array.from(
        { length: Math.min(BATCH, most - done) },
        (): SqliteWriteRequest => ({
          name: "addMessage",
          input: { projectId, userId: 1, text: texts.next().value, at, tag: null },
        }),
      );
      const start = performance.now();
      apply(batch);
      const inserted = performance.now();
      while (apply([{ name: "indexMessages", input: {} }])[0] === true);
      inserting += inserted - start;
      indexing += performance.now() - inserted;
    }
  }
  writer.close();
  const each = 1_000 / (size + BASELINE_MESSAGES);
  return { inserting: inserting * each, indexing: indexing * each };
}

/** The median search time in milliseconds. */
async function searchTime(store: Store, projectId: number, query: string): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < ROUNDS; i++) {
    const start = performance.now();
    await store.search(projectId, query, PAGE, ASKER);
    times.push(performance.now() - start);
  }
  return median(times);
}

export async function benchSearch(messages: number = MESSAGES): Promise<Section> {
  const figures: Figure[] = [];
  await withFolder(async (folder) => {
    const { inserting, indexing } = await fill(`${folder}/large`, messages);
    figures.push({
      name: "taking a message into the index",
      value: microseconds(indexing),
      ratio: indexing / inserting,
      against: `inserting it, ${microseconds(inserting)}`,
    });
    await fill(`${folder}/small`, 0);
    const large = await openSqliteStore({ path: `${folder}/large` });
    const small = await openSqliteStore({ path: `${folder}/small` });
    for (const [name, query] of QUERIES) {
      const baseline = await searchTime(small, SMALL, query);
      for (const [where, room] of [[count(messages), LARGE], ["a small room", SMALL]] as const) {
        const time = await searchTime(large, room, query);
        figures.push({
          name: `${name}, in ${where}`,
          value: milliseconds(time),
          ratio: time / baseline,
          against: `${count(BASELINE_MESSAGES)} messages alone, ${milliseconds(baseline)}`,
        });
      }
    }
    await Promise.all([large.close(), small.close()]);
  });
  await withFolder(async (folder) => void figures.push(...await besideHostileSearches(folder)));
  return {
    title: "Search",
    command: "deno run -A tests/bench/search_bench.ts",
    figures,
    notes: [
      `The small room has ${
        count(BASELINE_MESSAGES)
      } messages and stands in the same database as the large one.`,
      HOSTILE_NOTE,
    ],
  };
}

if (import.meta.main) {
  const [messages] = Deno.args;
  printSection(await benchSearch(messages === undefined ? undefined : Number(messages)));
}
