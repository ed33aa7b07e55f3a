import assert from "node:assert/strict";
import {
  cardAfterAnswer,
  cardAfterEvent,
  cardAfterRead,
} from "../../../../client/components/board/card/card_state.ts";
import { CardDrafts } from "../../../../client/components/board/card/card_drafts.ts";
import { changeOf, eventOf, taskOf } from "./tasks_of_tests.ts";

const first = changeOf(1, 1, "new");
const card = { task: taskOf(1), changes: [first], more: false };

Deno.test("a card has each change once, also where it is read while one is heard of", () => {
  const event = eventOf(2, taskOf(1, { title: "Mới" }, 2), "title");
  const after = cardAfterEvent(card, event);
  assert.deepEqual(after, { task: event.task, changes: [first, event.change], more: false });
  assert.deepEqual(cardAfterEvent(after, event), after);
  // Read before the change, and after it.
  assert.deepEqual(cardAfterRead(after, card), after);
  assert.deepEqual(cardAfterRead(card, after), after);
  assert.deepEqual(cardAfterRead(null, card), card);
});

Deno.test("an event that comes before the card is read is kept", () => {
  const event = eventOf(2, taskOf(1, { notes: "dài" }, 2), "notes");
  const heard = cardAfterEvent(null, event);
  assert.equal(heard.task, event.task);
  assert.deepEqual(cardAfterRead(heard, card).changes, [first, event.change]);
});

Deno.test("an answer and its event show the newest task, whichever comes first", () => {
  const [older, newer] = [taskOf(1, { title: "A" }, 2), taskOf(1, { title: "B" }, 3)];
  assert.equal(cardAfterAnswer(card, newer).task, newer);
  assert.equal(cardAfterAnswer({ ...card, task: newer }, older).task, newer);
  const late = cardAfterEvent({ ...card, task: newer }, eventOf(2, older, "title"));
  assert.equal(late.task, newer);
  assert.equal(late.changes.length, 2);
});

Deno.test("what is typed into a card is kept apart for each task", () => {
  const drafts = new CardDrafts();
  assert.equal(drafts.typed(1), "");
  drafts.set(1, { title: "Tên" });
  assert.equal(drafts.any, false);
  drafts.set(1, { notes: { opened: "cũ", typed: "mới" } });
  assert.equal(drafts.any, true);
  assert.equal(drafts.typed(1), "Tên\n\nmới");
  assert.deepEqual(drafts.get(2), {});
  drafts.set(1, { title: undefined, notes: undefined });
  assert.equal(drafts.any, false);
  assert.equal(drafts.typed(1), "");
});
