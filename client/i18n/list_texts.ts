import type { Language } from "./language.ts";
import type { Text } from "./message.ts";
import { textOf } from "./translate.ts";
import type { MessageKey } from "./vi.ts";

/** Texts of the project list island, with plural forms because its counts change. */
const LIST_KEYS = [
  "your_projects",
  "no_projects_title",
  "unread_count",
  "mention_count",
  "archived_projects",
  "no_messages_yet",
  "deleted_message",
  "list_connection_lost",
  "list_ended",
  "room_paused",
  "log_in",
  "notify_in",
  "notify_elsewhere",
  "notify_task",
  "notify_assigned",
  "my_tasks",
  "my_tasks_open",
  "my_tasks_late",
] as const satisfies readonly MessageKey[];

/** Texts in one language. */
export interface ListTexts {
  language: Language;
  texts: Record<typeof LIST_KEYS[number], Text>;
}

export function listTexts(language: Language): ListTexts {
  const texts = Object.fromEntries(LIST_KEYS.map((key) => [key, textOf(language, key)]));
  return { language, texts: texts as ListTexts["texts"] };
}
