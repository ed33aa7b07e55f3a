import type { Task } from "../../../../lib/model/task.ts";
import type { CardView } from "../../../shared/board/board_view.ts";
import type { TaskEvent } from "../../../shared/live_events.ts";

/** The card after a change of its task; null where none of it was loaded before. */
export function cardAfterEvent(
  card: CardView | null,
  { task, change }: Pick<TaskEvent, "task" | "change">,
): CardView {
  if (card === null) return { task, changes: [change], more: true };
  const known = card.changes.some(({ id }) => id === change.id);
  return {
    ...card,
    task: newer(card.task, task),
    changes: known ? card.changes : [...card.changes, change],
  };
}

/** The card after the answer to a change, which an event may have overtaken. */
export function cardAfterAnswer(card: CardView, task: Task): CardView {
  return { ...card, task: newer(card.task, task) };
}

/** The card after it was read, with what was heard of while it was. */
export function cardAfterRead(shown: CardView | null, read: CardView): CardView {
  if (shown === null) return read;
  const last = read.changes[read.changes.length - 1]?.id ?? 0;
  const later = shown.changes.filter(({ id }) => id > last);
  const task = shown.task.updated_at > read.task.updated_at ? shown.task : read.task;
  return { ...read, task, changes: [...read.changes, ...later] };
}

function newer(shown: Task, told: Task): Task {
  return told.updated_at < shown.updated_at ? shown : told;
}
