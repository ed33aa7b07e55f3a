import type { PaletteTexts } from "../../i18n/palette_texts.ts";

type TextKey = keyof PaletteTexts;

/** The keys of one place: those pressed together stand in one string, and any one of several acts. */
export interface KeyGroup {
  title: TextKey;
  keys: readonly [keys: readonly string[], does: TextKey][];
}

/** Every key that acts; `Mod` is Ctrl or ⌘. */
export const KEY_GROUPS: readonly KeyGroup[] = [
  {
    title: "keys_anywhere",
    keys: [
      [["Mod K"], "palette"],
      [["/"], "keys_search"],
      [["?"], "keys_show"],
      [["Esc"], "keys_close"],
    ],
  },
  {
    title: "keys_in_palette",
    keys: [
      [["↑", "↓"], "keys_choose"],
      [["Home", "End"], "keys_first_last"],
      [["Enter"], "keys_take"],
    ],
  },
  {
    title: "keys_writing",
    keys: [
      [["Enter"], "keys_send_or_line"],
      [["Mod Enter"], "keys_send"],
      [["Shift Enter"], "keys_new_line"],
      [["↑"], "keys_edit_last"],
      [["@"], "keys_mention"],
      [[":"], "keys_emoji"],
      [["/"], "keys_command"],
    ],
  },
  {
    title: "keys_messages",
    keys: [
      [["↑", "↓"], "keys_to_message"],
      [["Enter"], "keys_message_tools"],
      [["←", "→"], "keys_in_tools"],
      [["Esc"], "keys_results"],
    ],
  },
];
