import assert from "node:assert/strict";
import { SearchThread } from "../../../../lib/store/sqlite/search/search_thread.ts";
import { refusal, WHOLE } from "../../each_store.ts";
import { withFolder } from "../../../folder.ts";

const DYING = new URL("../fixture/dying_search_worker.ts", import.meta.url);

function thread(path: string, program?: URL) {
  const reports: string[] = [];
  const thread = new SearchThread(path, (line) => reports.push(line), program);
  const find = (query: string) => thread.find({ projectId: 1, query, size: WHOLE });
  return { thread, find, reports };
}

Deno.test("SearchThread fails the search in hand when its thread dies, and starts another for the next", async () => {
  const { thread: searches, find, reports } = thread("unused", DYING);
  const dying = find("die");
  const waiting = find("live");
  await assert.rejects(dying, refusal("unavailable"));
  assert.deepEqual(await waiting, []);
  assert.deepEqual(await find("live"), []);
  assert.equal(reports.length, 1);
  assert.match(reports[0], /search's thread died: .*out of luck/);
  await searches.close();
});

Deno.test("SearchThread refuses with unavailable what is too much, and takes more later", async () => {
  const { thread: searches, find } = thread("unused", DYING);
  const taken = Array.from({ length: 1_025 }, () => find("live"));
  await assert.rejects(find("live"), refusal("unavailable", /too many searches/));
  await Promise.all(taken);
  assert.deepEqual(await find("live"), []);
  await searches.close();
});

Deno.test("SearchThread.close ends the search in hand and refuses those that wait", async () => {
  const { thread: searches, find } = thread("unused", DYING);
  const inHand = find("live");
  const waiting = assert.rejects(find("live"), refusal("unavailable", /shutting down/));
  await searches.close();
  assert.deepEqual(await inHand, []);
  await waiting;
  await assert.rejects(find("live"), refusal("unavailable", /shutting down/));
  await searches.close();
});

Deno.test("SearchThread.close ends when the search in hand kills the thread", async () => {
  const { thread: searches, find } = thread("unused", DYING);
  const inHand = assert.rejects(find("die"), refusal("unavailable"));
  await searches.close();
  await inHand;
});

Deno.test("SearchThread fails with unavailable when the database can't be opened, and tries again", async () => {
  await withFolder(async (folder) => {
    const { thread: searches, find, reports } = thread(`${folder}/missing/chung.db`);
    for (let i = 0; i < 2; i++) await assert.rejects(find("live"), refusal("unavailable"));
    assert.deepEqual(reports, []);
    await searches.close();
  });
});
