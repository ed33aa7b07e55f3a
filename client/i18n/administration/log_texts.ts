import type { Language } from "../language.ts";
import type { Text } from "../message.ts";
import { textOf } from "../translate.ts";
import type { MessageKey } from "../vi.ts";

const LOG_KEYS = [
  "log_nobody",
  "log_torn",
  "log_new_entries",
  "log_many_new",
  "log_newest",
  "error_unreachable",
  "error_unknown_outcome",
] as const satisfies readonly MessageKey[];

/** Texts of the entries of the server's log, which are drawn in the browser too. */
export interface LogTexts {
  language: Language;
  texts: Record<typeof LOG_KEYS[number], Text>;
}

export function logTexts(language: Language): LogTexts {
  const texts = Object.fromEntries(LOG_KEYS.map((key) => [key, textOf(language, key)]));
  return { language, texts: texts as LogTexts["texts"] };
}
