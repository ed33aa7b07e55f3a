import assert from "node:assert/strict";
import { UnsentMessages } from "../../../../client/components/sending/queue/unsent_messages.ts";
import { RoomStorage } from "../../../../client/components/sending/room_storage.ts";
import { MemoryStorage } from "./memory_storage.ts";

const ROOM = { server: "127.0.0.1:7070", username: "Alice", projectId: 1 };
const at = (second: number) => new Date(second * 1_000).toISOString();
const written = (tag: string, second = 1) => ({ tag, text: "a\n", at: at(second), posted: false });

Deno.test("UnsentMessages gives back what was kept, in the order of writing", () => {
  const storage = new MemoryStorage();
  const kept = new UnsentMessages(new RoomStorage(() => storage, ROOM));
  const messages = [3, 1, 2].map((second) => written(`t${second}`, second));
  for (const message of messages) assert.equal(kept.put(message), true);
  const again = new UnsentMessages(new RoomStorage(() => storage, { ...ROOM, username: "alice" }));
  assert.deepEqual(again.messages().map(({ tag }) => tag), ["t1", "t2", "t3"]);
  assert.deepEqual(again.messages()[0], messages[1]);
  again.remove("t2");
  assert.deepEqual(kept.messages().map(({ tag }) => tag), ["t1", "t3"]);
  assert.equal(storage.length, 2, "nothing is left of what is done");
});

Deno.test("UnsentMessages of another server, user or project are others", () => {
  const storage = new MemoryStorage();
  const kept = new UnsentMessages(new RoomStorage(() => storage, ROOM));
  kept.put(written("t1"));
  for (const other of [{ server: "127.0.0.1:7071" }, { username: "al" }, { projectId: 11 }]) {
    const elsewhere = new UnsentMessages(new RoomStorage(() => storage, { ...ROOM, ...other }));
    assert.deepEqual(elsewhere.messages(), []);
  }
});

Deno.test("UnsentMessages leaves out what can't be read", () => {
  const storage = new MemoryStorage();
  const kept = new UnsentMessages(new RoomStorage(() => storage, ROOM));
  kept.put(written("good"));
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
    const kept = new UnsentMessages(new RoomStorage(storage, ROOM));
    assert.equal(kept.put(written("t1")), false);
    kept.remove("t1");
    assert.deepEqual(kept.messages(), []);
    assert.equal(kept.posted("t1"), false);
  }
});

Deno.test("UnsentMessages knows what another tab has removed", () => {
  const storage = new MemoryStorage();
  const kept = new UnsentMessages(new RoomStorage(() => storage, ROOM));
  kept.put(written("t1"));
  const key = storage.key(0)!;
  assert.equal(kept.removedElsewhere({ key, newValue: null }), "t1");
  assert.equal(kept.removedElsewhere({ key, newValue: "{}" }), null);
  assert.equal(kept.removedElsewhere({ key: "other", newValue: null }), null);
  assert.equal(kept.removedElsewhere({ key: null, newValue: null }), null);
});

Deno.test("UnsentMessages knows what may have been posted, also by an earlier version", () => {
  const storage = new MemoryStorage();
  const [kept, other] = [1, 2].map(() => new UnsentMessages(new RoomStorage(() => storage, ROOM)));
  kept.put(written("t1"));
  assert.equal(kept.posted("t1"), false);
  other.put({ ...written("t1"), posted: true });
  assert.equal(kept.posted("t1"), true);
  assert.equal(kept.posted("t2"), false);
  storage.setItem(storage.key(0)!, JSON.stringify({ text: "a", at: at(1) }));
  assert.equal(kept.posted("t1"), true);
});
