import { NO_FILTERS } from "../../../../lib/model/search_filters.ts";
import assert from "node:assert/strict";
import { SearchThread } from "../../../../lib/store/sqlite/search/search_thread.ts";
import { ASKER, refusal, WHOLE } from "../../each_store.ts";
import { withFolder } from "../../../folder.ts";

const SCRIPTED = new URL("../fixture/scripted_search_worker.ts", import.meta.url);

function thread(path: string, program?: URL) {
  const reports: string[] = [];
  const thread = new SearchThread(path, (line) => reports.push(line), program);
  /** Of the scripted thread, finds the number of the search's last turn. */
  const find = async (query: string, account = 1, wanted = ASKER.wanted) => {
    const request = { projectId: 1, query, userId: 1, filters: NO_FILTERS, size: WHOLE };
    return (await thread.find(request, { account, wanted })).messages[0].id;
  };
  return { thread, find, reports };
}

Deno.test("SearchThread fails the search in hand when its thread dies, and starts another for the next", async () => {
  const { thread: searches, find, reports } = thread("unused", SCRIPTED);
  const dying = find("die");
  const waiting = find("1");
  await assert.rejects(dying, refusal("unavailable"));
  assert.equal(await waiting, 1);
  assert.equal(await find("1"), 2);
  assert.equal(reports.length, 1);
  assert.match(reports[0], /search's thread died: .*out of luck/);
  await searches.close();
});

Deno.test("SearchThread begins a search again whose thread dies between its turns", async () => {
  const { thread: searches, find } = thread("unused", SCRIPTED);
  const long = find("3");
  const dying = find("die", 2);
  await assert.rejects(dying, refusal("unavailable"));
  assert.equal(await long, 3);
  await searches.close();
});

// Guard (floods): accounts take turns at the search, however many and long searches one of them has
Deno.test("SearchThread gives each account its turn, however many and long another's searches are", async () => {
  const { thread: searches, find } = thread("unused", SCRIPTED);
  const hostile = [100, 100, 100, 100].map((turns) => find(`${turns}`));
  assert.deepEqual(await Promise.all([find("1", 2), find("2", 3)]), [5, 10]);
  assert.equal(Math.max(...await Promise.all(hostile)), 403);
  await searches.close();
});

// Guard (floods): one account has four searches in hand at most
Deno.test("SearchThread refuses an account's fifth search with rate_limited, and takes more later", async () => {
  const { thread: searches, find } = thread("unused", SCRIPTED);
  const taken = Array.from({ length: 4 }, () => find("1"));
  const full = refusal("rate_limited", /^too many of your searches are waiting: .* in 4 s$/);
  await assert.rejects(find("1"), full);
  assert.equal(await find("1", 2), 3);
  assert.deepEqual(await Promise.all(taken), [1, 2, 4, 5]);
  assert.equal(await find("1"), 6);
  await searches.close();
});

// Guard (floods): a search runs for nobody whose connection is gone
Deno.test("SearchThread runs no search that isn't wanted any more, nor counts it", async () => {
  const { thread: searches, find } = thread("unused", SCRIPTED);
  let here = true;
  const first = find("1");
  const gone = Array.from({ length: 3 }, () => find("1", 1, () => here));
  const ended = Promise.all(gone.map((each) => assert.rejects(each, refusal("unavailable"))));
  here = false;
  const more = Array.from({ length: 3 }, () => find("1"));
  await assert.rejects(find("1"), refusal("rate_limited"));
  assert.deepEqual(await Promise.all([first, ...more]), [1, 2, 3, 4]);
  await ended;
  await searches.close();
});

Deno.test("SearchThread forgets a search that isn't wanted any more between its turns", async () => {
  const { thread: searches, find } = thread("unused", SCRIPTED);
  let looks = 0;
  const gone = find("100", 1, () => ++looks < 3);
  await assert.rejects(gone, refusal("unavailable"));
  assert.equal(await find("forgotten"), 3);
  await searches.close();
});

Deno.test("SearchThread refuses with unavailable what is too much, and takes more later", async () => {
  const { thread: searches, find } = thread("unused", SCRIPTED);
  const taken = Array.from({ length: 1_025 }, (_, account) => find("1", account));
  await assert.rejects(find("1", 2_000), refusal("unavailable", /too many searches/));
  await Promise.all(taken);
  assert.equal(await find("1"), 1_026);
  await searches.close();
});

Deno.test("SearchThread.close ends the turn in hand and refuses those that wait", async () => {
  const { thread: searches, find } = thread("unused", SCRIPTED);
  const inHand = find("1");
  const waiting = assert.rejects(find("1"), refusal("unavailable", /shutting down/));
  await searches.close();
  assert.equal(await inHand, 1);
  await waiting;
  await assert.rejects(find("1"), refusal("unavailable", /shutting down/));
  await searches.close();
});

Deno.test("SearchThread.close refuses a search that needs another turn", async () => {
  const { thread: searches, find } = thread("unused", SCRIPTED);
  const inHand = assert.rejects(find("2"), refusal("unavailable", /shutting down/));
  await searches.close();
  await inHand;
});

Deno.test("SearchThread.close ends when the search in hand kills the thread", async () => {
  const { thread: searches, find } = thread("unused", SCRIPTED);
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
