import type { Language } from "./language.ts";
import { textsOf } from "./translate.ts";
import type { MessageKey } from "./vi.ts";

const ENTER_KEYS = [
  "enter_sends",
  "enter_sends_means",
  "enter_new_line",
  "enter_new_line_means",
  "choice_kept",
  "choice_not_kept",
] as const satisfies readonly MessageKey[];

/** Texts of the island that chooses what Enter does. */
export type EnterTexts = Record<typeof ENTER_KEYS[number], string>;

export function enterTexts(language: Language): EnterTexts {
  return textsOf(language, ENTER_KEYS);
}
