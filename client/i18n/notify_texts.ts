import type { Language } from "./language.ts";
import { textsOf } from "./translate.ts";
import type { MessageKey } from "./vi.ts";

const NOTIFY_KEYS = [
  "notify_allow",
  "notify_try",
  "notify_ask",
  "notify_on",
  "notify_denied",
  "notify_insecure",
  "notify_unsupported",
  "notify_example",
  "notify_shown",
  "sound_mentions",
  "sound_played",
  "sound_refused",
  "choice_kept",
  "choice_not_kept",
] as const satisfies readonly MessageKey[];

/** Texts of the island that sets how the browser tells of mentions. */
export type NotifyTexts = Record<typeof NOTIFY_KEYS[number], string>;

export function notifyTexts(language: Language): NotifyTexts {
  return textsOf(language, NOTIFY_KEYS);
}
