import assert from "node:assert/strict";
import { UnsentMessages } from "../../../../client/components/sending/unsent_messages.ts";

/** The browser's storage, in memory; at most `room` items. */
class MemoryStorage {
  items = new Map<string, string>();
  room = Infinity;
  get length() {
    return this.items.size;
  }
  key(at: number) {
    return [...this.items.keys()][at] ?? null;
  }
  getItem(key: string) {
    return this.items.get(key) ?? null;
  }
  setItem(key: string, value: string) {
    if (this.items.size >= this.room) throw new DOMException("full", "QuotaExceededError");
    this.items.set(key, value);
  }
  removeItem(key: string) {
    this.items.delete(key);
  }
}

const ROOM = { server: "127.0.0.1:7070", username: "Alice", projectId: 1 };
const at = (second: number) => new Date(second * 1_000).toISOString();

Deno.test("UnsentMessages gives back what was kept, in the order of writing", () => {
  const storage = new MemoryStorage();
  const kept = new UnsentMessages(() => storage, ROOM);
  const messages = [3, 1, 2].map((second) => ({ tag: `t${second}`, text: "a\n", at: at(second) }));
  for (const message of messages) assert.equal(kept.put(message), true);
  kept.saveDraft("half");
  const again = new UnsentMessages(() => storage, { ...ROOM, username: "alice" });
  assert.deepEqual(again.messages().map(({ tag }) => tag), ["t1", "t2", "t3"]);
  assert.deepEqual(again.messages()[0], messages[1]);
  assert.equal(again.draft(), "half");
  again.remove("t2");
  again.saveDraft("");
  assert.deepEqual(kept.messages().map(({ tag }) => tag), ["t1", "t3"]);
  assert.equal(storage.length, 2, "nothing is left of what is done");
});

Deno.test("UnsentMessages of another server, user or project are others", () => {
  const storage = new MemoryStorage();
  const kept = new UnsentMessages(() => storage, ROOM);
  kept.put({ tag: "t1", text: "a", at: at(1) });
  kept.saveDraft("half");
  for (const other of [{ server: "127.0.0.1:7071" }, { username: "al" }, { projectId: 11 }]) {
    const elsewhere = new UnsentMessages(() => storage, { ...ROOM, ...other });
    assert.deepEqual(elsewhere.messages(), []);
    assert.equal(elsewhere.draft(), "");
  }
});

Deno.test("UnsentMessages leaves out what can't be read", () => {
  const storage = new MemoryStorage();
  const kept = new UnsentMessages(() => storage, ROOM);
  kept.put({ tag: "good", text: "a", at: at(1) });
  const key = storage.key(0)!;
  const junk = ["", "{", "null", "7", '{"text":1,"at":"x"}', '{"text":"a","at":"soon"}'];
  // No later message could get a later time.
  junk.push('{"text":"a","at":"+275760-09-13T00:00:00.000Z"}');
  junk.forEach((item, n) => storage.items.set(key.replace("good", `bad${n}`), item));
  storage.items.set(key.replace("good", "no tag at all"), storage.items.get(key)!);
  assert.deepEqual(kept.messages().map(({ tag }) => tag), ["good"]);
});

Deno.test("UnsentMessages says so when the storage is full or forbidden", () => {
  const full = new MemoryStorage();
  full.room = 0;
  const forbidden = () => {
    throw new DOMException("no", "SecurityError");
  };
  for (const storage of [() => full, forbidden]) {
    const kept = new UnsentMessages(storage, ROOM);
    assert.equal(kept.put({ tag: "t1", text: "a", at: at(1) }), false);
    kept.saveDraft("half");
    kept.remove("t1");
    assert.deepEqual(kept.messages(), []);
    assert.equal(kept.draft(), "");
  }
});

Deno.test("UnsentMessages knows what another tab has removed", () => {
  const storage = new MemoryStorage();
  const kept = new UnsentMessages(() => storage, ROOM);
  kept.put({ tag: "t1", text: "a", at: at(1) });
  const key = storage.key(0)!;
  assert.equal(kept.removedElsewhere({ key, newValue: null }), "t1");
  assert.equal(kept.removedElsewhere({ key, newValue: "{}" }), null);
  assert.equal(kept.removedElsewhere({ key: "other", newValue: null }), null);
  assert.equal(kept.removedElsewhere({ key: null, newValue: null }), null);
});
