import type { Language } from "./language.ts";
import { textsOf } from "./translate.ts";
import type { MessageKey } from "./vi.ts";

const IMPORT_KEYS = ["import_running", "import_progress"] as const satisfies readonly MessageKey[];

/** Texts of the island that imports tasks. */
export type ImportTexts = Record<typeof IMPORT_KEYS[number], string>;

export function importTexts(language: Language): ImportTexts {
  return textsOf(language, IMPORT_KEYS);
}
