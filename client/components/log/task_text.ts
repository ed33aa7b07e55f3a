import type { TaskActivity } from "../../../lib/model/task.ts";
import { fill } from "../../i18n/message.ts";
import type { RoomTexts } from "../../i18n/room_texts.ts";
import { isolated } from "../../shared/isolated_text.ts";
import { dayText } from "../../shared/tasks/day_text.ts";

/** Tells what somebody has done to a task. */
export function taskText(by: string, { title, change }: TaskActivity, texts: RoomTexts): string {
  const { from, to } = change;
  const say = (text: string, name = "") =>
    fill(text, { by, title: isolated(title), name: isolated(name) });
  switch (change.change) {
    case "new":
      return say(texts.task_new);
    case "status":
      if (to === "done") return say(texts.task_done);
      return say(to === "doing" ? texts.task_begun : texts.task_reopened);
    case "assign":
      if (to === null) return say(texts.task_unassigned, from ?? "");
      return to === by ? say(texts.task_taken) : say(texts.task_assigned, to);
    case "due":
      return to === null ? say(texts.task_undue) : say(texts.task_due, dayText(to));
    case "title":
      return say(texts.task_renamed, from ?? "");
    case "delete":
      return say(texts.task_deleted);
    case "restore":
      return say(texts.task_restored);
    case "import":
      return say(texts.task_imported, to ?? "");
  }
  // A newer server may tell of what this page doesn't know.
  return say(texts.task_changed);
}
