// Acknowledged chat writes per second for each way to run the store, against one commit per message.
//   deno run -A tests/bench/store_bench.ts
import { openSqliteStore } from "../../lib/store/sqlite/open_sqlite_store.ts";
import { openWriterConnection } from "../../lib/store/sqlite/connections.ts";
import { Writer } from "../../lib/store/sqlite/writes/writer.ts";
import { printSection } from "./report/print_section.ts";
import { count, milliseconds, perSecond } from "./report/quantities.ts";
import type { Figure, Section } from "./report/report.ts";

const SECONDS = 2;
const ROOMS = 10;
const TEXT = "a message of a usual length, sixty characters or thereabouts";

/** `perSecond`: acknowledged writes; `stallMs`: the longest time that the main thread was blocked. */
interface Measure {
  perSecond: number;
  stallMs: number;
}

/** Each writer sends its next message after the previous acknowledgement. */
async function measureStore(folder: string, inline: boolean, writers: number): Promise<Measure> {
  const store = await openSqliteStore({ path: folder, inline });
  const user = { username: "alice", passwordHash: "", at: Date.now() };
  const { id: userId } = await store.write("createUser", user).promise();
  for (let i = 0; i < ROOMS; i++) {
    const project = { name: `room ${i}`, ownerId: userId, at: Date.now(), tag: null };
    await store.write("createProject", project).promise();
  }
  let [acknowledged, stallMs, last] = [0, 0, performance.now()];
  const stalls = setInterval(() => {
    const now = performance.now();
    stallMs = Math.max(stallMs, now - last);
    last = now;
  }, 0);
  const start = performance.now();
  const end = start + SECONDS * 1_000;
  await Promise.all(Array.from({ length: writers }, async (_, i) => {
    const message = { projectId: 1 + i % ROOMS, userId, text: TEXT, tag: null };
    while (performance.now() < end) {
      await store.write("addMessage", { ...message, at: Date.now() }).promise();
      acknowledged++;
    }
  }));
  const perSecond = acknowledged / (performance.now() - start) * 1_000;
  clearInterval(stalls);
  await store.close();
  return { perSecond, stallMs };
}

/** One commit per message, without anything around it. */
async function measureBaseline(folder: string): Promise<number> {
  await (await openSqliteStore({ path: folder })).close();
  const writer = new Writer(openWriterConnection(`${folder}/chung.db`));
  const at = Date.now();
  writer.apply([{ name: "createUser", input: { username: "alice", passwordHash: "", at } }]);
  writer.apply([{ name: "createProject", input: { name: "room", ownerId: 1, at, tag: null } }]);
  let acknowledged = 0;
  const start = performance.now();
  while (performance.now() < start + SECONDS * 1_000) {
    const input = { projectId: 1, userId: 1, text: TEXT, at: Date.now(), tag: null };
    const [result] = writer.apply([{ name: "addMessage", input }]);
    if (!result.ok) throw new Error("a write failed");
    acknowledged++;
  }
  const perSecond = acknowledged / (performance.now() - start) * 1_000;
  writer.close();
  return perSecond;
}

async function inFolder<T>(measure: (folder: string) => Promise<T>): Promise<T> {
  const folder = await Deno.makeTempDir({ prefix: "chung-bench-" });
  try {
    return await measure(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

export async function benchStore(): Promise<Section> {
  const against = "one commit a message";
  const baseline = await inFolder(measureBaseline);
  const figures: Figure[] = [{ name: against, value: perSecond(baseline), ratio: 1, against }];
  for (const writers of [1, 10, 100, 1_000]) {
    for (const inline of [true, false]) {
      const measure = await inFolder((folder) => measureStore(folder, inline, writers));
      figures.push({
        name: `${count(writers)} ${writers === 1 ? "writer" : "writers"}, ${
          inline ? "inline" : "thread"
        }`,
        value: `${perSecond(measure.perSecond)}, stall ${milliseconds(measure.stallMs)}`,
        ratio: measure.perSecond / baseline,
        against,
      });
    }
  }
  return {
    title: "Store",
    command: "deno run -A tests/bench/store_bench.ts",
    figures,
    notes: [
      "Acknowledged chat writes a second, each writer sending its next when the one before is committed; inline: on " +
      "the main thread, thread: on one of its own, as the server does. Stall: the longest in which the main thread " +
      "did nothing else.",
    ],
  };
}

if (import.meta.main) printSection(await benchStore());
