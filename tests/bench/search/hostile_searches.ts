import { openSqliteStore } from "../../../lib/store/sqlite/open_sqlite_store.ts";
import { LineClient } from "../../line_client.ts";
import { ASKER } from "../../store/each_store.ts";
import { median } from "../report/median.ts";
import { count, milliseconds } from "../report/quantities.ts";
import type { Figure } from "../report/report.ts";
import { makeRooms, makeSessions } from "../wire/chung_rooms.ts";
import { startChung } from "../wire/targets.ts";
import { searchTexts, VOCABULARY } from "./search_texts.ts";

const MESSAGES = 12_000;
const CONNECTIONS = 10;
/** One message in this many is as long as can be, of letters. */
const LONG_EVERY = 10;
const SEARCHES = 100;
/** Milliseconds between two searches of the account that is measured. */
const PAUSE = 20;
/** The goal: the most times as long as alone. */
const MOST = 5;

const LETTERS = Array.from("abcdefghijklmnopqrstuvwxyz012345");
const HOSTILE: [name: string, query: string][] = [
  ["`a a a …`", Array(32).fill("a").join(" ")],
  ["`a b c …`", LETTERS.join(" ")],
];
const QUERY = `${VOCABULARY[1]} ${VOCABULARY[200]}`;

/** Says what the figures of `besideHostileSearches` were measured with. */
export const HOSTILE_NOTE = `Beside hostile searches: a room of ${
  count(MESSAGES)
} messages, one in ${LONG_EVERY} of 16,000 characters, all but one of 32 letters over and over; hostile queries of 32 words, one after another on each of ${CONNECTIONS} connections; a search of two words each ${PAUSE} ms by another account.`;

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** The median time of a search beside those of ten connections, of one account and of ten. */
export async function besideHostileSearches(folder: string): Promise<Figure[]> {
  const shape = { rooms: 1, members: CONNECTIONS + 1, bytes: 0 };
  let tokens: string[] = [];
  const target = await startChung(folder, shape, async (data) => {
    await makeRooms(data, shape);
    await fill(data);
    tokens = await makeSessions(data, CONNECTIONS + 1);
  });
  try {
    const { port } = target.plan;
    const [own, ...hostile] = tokens;
    const alone = await searchTime(port, own);
    const figures: Figure[] = [];
    for (const [name, query] of HOSTILE) {
      for (const accounts of [1, CONNECTIONS]) {
        const requests = Array.from(
          { length: CONNECTIONS },
          (_, i) => `search ${hostile[i % accounts]} 1 ${query}\n`,
        );
        const time = await beside(port, requests, () => searchTime(port, own));
        figures.push({
          name: `another's search beside ${name} on ${CONNECTIONS} connections of ${accounts} ${
            accounts === 1 ? "account" : "accounts"
          }`,
          value: milliseconds(time),
          ratio: time / alone,
          against: `alone, ${milliseconds(alone)}`,
          goal: { most: MOST },
        });
      }
    }
    return figures;
  } finally {
    await target.close();
  }
}

async function fill(data: string): Promise<void> {
  const store = await openSqliteStore({ path: data });
  const texts = searchTexts();
  for (let i = 0; i < MESSAGES;) {
    const batch = Array.from({ length: 100 }, () => {
      const letters = LETTERS.toSpliced(i % LETTERS.length, 1).join(" ");
      const text = i++ % LONG_EVERY === 0
        ? `${letters} `.repeat(Math.floor(16_000 / (letters.length + 1)))
        : texts.next().value;
      const message = { projectId: 1, userId: 1, text, at: Date.now(), tag: null };
      return store.write("addMessage", message).promise();
    });
    await Promise.all(batch);
    // Waits for the index.
    await store.search(1, "x", { limit: 1, bytes: 1 }, ASKER);
  }
  await store.close();
}

/** Measures while each of the requests is sent on a connection again and again. */
async function beside(
  port: number,
  requests: string[],
  measure: () => Promise<number>,
): Promise<number> {
  let done = false;
  const clients = await Promise.all(requests.map(() => LineClient.connect(port)));
  const sending = clients.map(async (client, i) => {
    while (!done) {
      await client.send(requests[i]);
      // Whoever is told to come again in some seconds comes again at once.
      await client.response();
    }
  });
  await wait(1_000);
  const measured = await measure();
  done = true;
  await Promise.all(sending);
  for (const client of clients) client.close();
  return measured;
}

/** The median in milliseconds. */
async function searchTime(port: number, token: string): Promise<number> {
  const client = await LineClient.connect(port);
  const times: number[] = [];
  for (let i = 0; i < SEARCHES; i++) {
    const startedAt = performance.now();
    await client.send(`search ${token} 1 ${QUERY}\n`);
    const response = await client.response();
    if (!response.startsWith("ok ")) throw new Error(response);
    times.push(performance.now() - startedAt);
    await wait(PAUSE);
  }
  client.close();
  return median(times);
}
