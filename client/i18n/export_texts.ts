import type { Language } from "./language.ts";
import { textsOf } from "./translate.ts";
import type { MessageKey } from "./vi.ts";

const EXPORT_KEYS = [
  "export_download",
  "export_running",
  "export_counts",
  "export_task_count",
  "export_done",
  "export_failed",
  "export_cancelled",
  "export_cancel",
] as const satisfies readonly MessageKey[];

/** Texts of the island that downloads a file. */
export type ExportTexts = Record<typeof EXPORT_KEYS[number], string>;

export function exportTexts(language: Language): ExportTexts {
  return textsOf(language, EXPORT_KEYS);
}
