import type { Language } from "./language.ts";
import { textsOf } from "./translate.ts";
import type { MessageKey } from "./vi.ts";

const NOTIFY_KEYS = [
  "notify_allow",
  "notify_on",
  "notify_denied",
] as const satisfies readonly MessageKey[];

/** Texts of the island that shows whether the browser notifies. */
export type NotifyTexts = Record<typeof NOTIFY_KEYS[number], string>;

export function notifyTexts(language: Language): NotifyTexts {
  return textsOf(language, NOTIFY_KEYS);
}
