import { format } from "../../i18n/format.ts";
import type { Values } from "../../i18n/message.ts";
import type { MyTasksTexts } from "../../i18n/my_tasks_texts.ts";

/** Says a text of the list in the page's language. */
export type Say = (key: keyof MyTasksTexts["texts"], values?: Values) => string;

export function sayIn({ language, texts }: MyTasksTexts): Say {
  return (key, values) => format(language, texts[key], values);
}
