import type { Language } from "./language.ts";
import { textsOf } from "./translate.ts";
import type { MessageKey } from "./vi.ts";

/** Texts of the palette and of the list of keys, which are asked for when one of them opens. */
const PALETTE_KEYS = [
  "palette",
  "palette_placeholder",
  "palette_found",
  "palette_nothing",
  "palette_search_for",
  "palette_mention",
  "palette_person",
  "palette_page",
  "palette_action",
  "palette_search_all",
  "palette_search_here",
  "palette_theme",
  "palette_language",
  "palette_write",
  "palette_newest",
  "palette_members_open",
  "palette_archived",
  "project",
  "all_projects",
  "people_title",
  "project_settings",
  "settings",
  "new_project",
  "theme_system",
  "theme_light",
  "theme_dark",
  "switch_language",
  "switch_language_to",
  "log_out",
  "members_close",
  "add_members",
  "export_title",
  "import_title",
  "keys",
  "keys_anywhere",
  "keys_show",
  "keys_search",
  "keys_close",
  "keys_in_palette",
  "keys_choose",
  "keys_first_last",
  "keys_take",
  "keys_writing",
  "keys_send_or_line",
  "keys_send",
  "keys_new_line",
  "keys_edit_last",
  "keys_mention",
  "keys_messages",
  "keys_to_message",
  "keys_message_tools",
  "keys_in_tools",
  "keys_results",
  "keys_single",
  "keys_single_means",
  "keys_done",
] as const satisfies readonly MessageKey[];

export type PaletteTexts = Record<typeof PALETTE_KEYS[number], string>;

export function paletteTexts(language: Language): PaletteTexts {
  return textsOf(language, PALETTE_KEYS);
}
