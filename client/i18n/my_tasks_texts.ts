import type { Language } from "./language.ts";
import type { Text } from "./message.ts";
import { textOf } from "./translate.ts";
import type { MessageKey } from "./vi.ts";

const MY_TASKS_KEYS = [
  "my_tasks_none",
  "my_tasks_none_means",
  "my_tasks_more",
  "my_tasks_later",
  "filter_late",
  "filter_today",
  "filter_week",
  "filter_none",
  "my_tasks_finish",
  "my_tasks_finished",
  "my_tasks_reopened",
  "my_tasks_came",
  "my_tasks_came_many",
  "my_tasks_went",
  "my_tasks_went_many",
  "status_todo",
  "status_doing",
  "status_done",
  "tomorrow",
  "due_today",
  "due_yesterday",
  "undo",
  "list_connection_lost",
  "error_unreachable",
  "error_unknown_outcome",
] as const satisfies readonly MessageKey[];

type MyTasksKey = typeof MY_TASKS_KEYS[number];

/** Texts of the island of a person's tasks, with plural forms because its counts change. */
export interface MyTasksTexts {
  language: Language;
  texts: Record<MyTasksKey, Text>;
}

export function myTasksTexts(language: Language): MyTasksTexts {
  const texts = Object.fromEntries(MY_TASKS_KEYS.map((key) => [key, textOf(language, key)]));
  return { language, texts: texts as MyTasksTexts["texts"] };
}
