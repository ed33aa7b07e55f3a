import assert from "node:assert/strict";
import { Drafts } from "../../../../client/components/sending/drafts.ts";
import type { PageLocks } from "../../../../client/components/sending/page_locks.ts";
import { RoomStorage } from "../../../../client/components/sending/room_storage.ts";
import { MemoryStorage } from "./memory_storage.ts";

const ROOM = { server: "127.0.0.1:7070", username: "alice", projectId: 1 };
const OLD_KEY = "chung 127.0.0.1:7070 alice 1 draft";

/** A browser with its storage and locks, whose tabs open pages of a room. */
function newBrowser() {
  const storage = new MemoryStorage();
  const held = new Set<string>();
  let time = 0;
  const locks: PageLocks = {
    take(name) {
      if (held.has(name)) return Promise.resolve(null);
      held.add(name);
      return Promise.resolve(() => void held.delete(name));
    },
  };
  function page(tab: MemoryStorage, room = ROOM, typed = "") {
    const drafts = new Drafts(new RoomStorage(() => storage, room), {
      tabStorage: () => tab,
      locks,
      now: () => ++time,
    });
    const field = { value: typed };
    if (typed !== "") drafts.save(typed);
    return {
      field,
      drafts,
      opened: drafts.open(field),
      type(text: string) {
        field.value = text;
        drafts.save(text);
      },
      /** The page ends without a word, and its locks with it. */
      crash: () => held.clear(),
    };
  }
  return {
    storage,
    page,
    /** Opens a page, in a new tab by default, and waits until it shows its draft. */
    async open(tab = new MemoryStorage(), room = ROOM) {
      const opened = page(tab, room);
      await opened.opened;
      return { ...opened, tab };
    },
    drafts: () => [...storage.items.keys()],
  };
}

Deno.test("Drafts keeps each tab's text apart, over reloads and sending", async () => {
  const { open, drafts } = newBrowser();
  const first = await open();
  const second = await open();
  first.type("AAA");
  second.type("BBB");
  first.drafts.close();
  const again = await open(first.tab);
  assert.equal(again.field.value, "AAA");
  again.type("");
  again.drafts.close();
  second.drafts.close();
  assert.equal((await open(second.tab)).field.value, "BBB");
  assert.equal(drafts().length, 1, "what was sent left no copy");
});

Deno.test("Drafts offers what a closed tab left, to one page", async () => {
  for (const how of ["closed", "crashed"]) {
    const { open, page } = newBrowser();
    const gone = await open();
    gone.type("left");
    how === "closed" ? gone.drafts.close() : gone.crash();
    const both = [page(new MemoryStorage()), page(new MemoryStorage())];
    await Promise.all(both.map(({ opened }) => opened));
    assert.deepEqual(both.map(({ field }) => field.value).sort(), ["", "left"], how);
    assert.equal((await open()).field.value, "");
  }
});

Deno.test("Drafts offers the newest first, and the others after it", async () => {
  const { open, drafts } = newBrowser();
  const tabs = [await open(), await open(), await open()];
  for (const [at, tab] of tabs.entries()) tab.type(`text ${at}`);
  tabs[0].type("text 0, changed last");
  for (const tab of tabs) tab.drafts.close();
  const shown = [await open(), await open(), await open(), await open()];
  assert.deepEqual(shown.map(({ field }) => field.value), [
    "text 0, changed last",
    "text 2",
    "text 1",
    "",
  ]);
  shown.forEach(({ type }) => type(""));
  assert.deepEqual(drafts(), []);
});

Deno.test("Drafts leaves what others left to a page with an empty field", async () => {
  const { open, page, storage } = newBrowser();
  const gone = await open();
  gone.type("left");
  gone.drafts.close();
  const answered = page(new MemoryStorage(), ROOM, "came with the page");
  await answered.opened;
  assert.equal(answered.field.value, "came with the page");
  const typing = page(new MemoryStorage());
  typing.type("typed before the draft was found");
  await typing.opened;
  assert.equal(typing.field.value, "typed before the draft was found");
  assert.equal(storage.length, 3);
  assert.equal((await open()).field.value, "left");
});

Deno.test("Drafts leaves to another page what was replaced before it was shown", async () => {
  const { open, page } = newBrowser();
  const first = await open();
  first.type("AAA");
  first.drafts.close();
  const again = page(first.tab, ROOM, "typed at once");
  await again.opened;
  again.type("typed at once, and more");
  assert.equal((await open()).field.value, "AAA");
  again.drafts.close();
  assert.equal((await open(first.tab)).field.value, "typed at once, and more");
});

Deno.test("Drafts keeps what was typed on a page that goes before it knows its draft", async () => {
  const { open, page, drafts } = newBrowser();
  const first = await open();
  first.type("AAA");
  first.drafts.close();
  const hasty = page(first.tab);
  hasty.type("BBB");
  hasty.drafts.close();
  await hasty.opened;
  assert.equal(drafts().length, 2);
  assert.equal((await open(first.tab)).field.value, "BBB");
  assert.equal((await open()).field.value, "AAA");
});

Deno.test("Drafts gives a copied tab a draft of its own", async () => {
  const { open } = newBrowser();
  const first = await open();
  first.type("AAA");
  const tab = new MemoryStorage();
  first.tab.items.forEach((value, key) => tab.items.set(key, value));
  const copy = await open(tab);
  assert.equal(copy.field.value, "");
  copy.type("CCC");
  first.drafts.close();
  copy.drafts.close();
  assert.equal((await open(first.tab)).field.value, "AAA");
  assert.equal((await open(tab)).field.value, "CCC");
});

Deno.test("Drafts of a page that comes back are what has become of them", async () => {
  const { open, drafts } = newBrowser();
  const [kept, sent, moved, changed] = [await open(), await open(), await open(), await open()];
  kept.type("kept");
  sent.type("sent");
  moved.type("moved");
  changed.type("changed");
  for (const page of [kept, sent, moved, changed]) page.drafts.close();
  const sender = await open(sent.tab);
  sender.type("");
  sender.drafts.close();
  const editor = await open(changed.tab);
  editor.type("changed further");
  editor.drafts.close();
  const taker = await open();
  assert.equal(taker.field.value, "changed further", "the newest");
  taker.type("");
  const other = await open();
  assert.equal(other.field.value, "moved");
  for (const page of [kept, sent, moved, changed]) await page.drafts.open(page.field);
  assert.equal(kept.field.value, "kept");
  for (const page of [sent, moved, changed]) assert.equal(page.field.value, "");
  assert.equal(drafts().length, 2);
});

Deno.test("Drafts keeps what was changed while the page was away", async () => {
  const { open } = newBrowser();
  const page = await open();
  page.type("before");
  page.drafts.close();
  page.field.value = "after";
  page.drafts.save("after");
  await page.drafts.open(page.field);
  page.drafts.close();
  assert.equal((await open(page.tab)).field.value, "after");
});

Deno.test("Drafts finds once what an earlier version stored for all tabs", async () => {
  const { open, storage, drafts } = newBrowser();
  storage.setItem(OLD_KEY, "old text");
  const first = await open();
  assert.equal(first.field.value, "old text");
  assert.equal((await open()).field.value, "");
  first.type("");
  assert.deepEqual(drafts(), []);
});

Deno.test("Drafts of another server, user or project are others", async () => {
  const { open } = newBrowser();
  const page = await open();
  page.type("left");
  page.drafts.close();
  for (const other of [{ server: "127.0.0.1:7071" }, { username: "al" }, { projectId: 11 }]) {
    const elsewhere = await open(page.tab, { ...ROOM, ...other });
    assert.equal(elsewhere.field.value, "");
    elsewhere.type("of another room");
    elsewhere.drafts.close();
  }
  assert.equal((await open(page.tab)).field.value, "left");
});

Deno.test("Drafts lose nothing when the storage is full, forbidden or spoilt", async () => {
  const { open, storage } = newBrowser();
  const gone = await open();
  gone.type("left");
  gone.drafts.close();
  storage.setItem(`${OLD_KEY} junk`, "{");
  storage.room = 0;
  const full = await open();
  assert.equal(full.field.value, "", "it could not be moved");
  full.type("typed");
  full.drafts.close();
  await full.drafts.open(full.field);
  assert.equal(full.field.value, "typed", "the page alone has it");
  storage.room = Infinity;
  assert.equal((await open()).field.value, "left");

  const forbidden = () => {
    throw new DOMException("no", "SecurityError");
  };
  const locks = { take: () => Promise.resolve(null) };
  const spoilt = new RoomStorage(forbidden, ROOM);
  const drafts = new Drafts(spoilt, { tabStorage: forbidden, locks });
  const field = { value: "" };
  await drafts.open(field);
  field.value = "typed";
  drafts.save("typed");
  drafts.close();
  await drafts.open(field);
  assert.equal(field.value, "typed");
});
