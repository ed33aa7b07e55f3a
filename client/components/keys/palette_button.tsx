import type { Language } from "../../i18n/language.ts";
import { t } from "../../i18n/translate.ts";

interface PaletteButtonProps {
  language: Language;
  /** Whether the keyboard has ⌘ where others have Ctrl. */
  apple: boolean;
}

/** The button that opens the palette and shows its keys; `usePageKeys` lets it appear. */
export function PaletteButton({ language, apple }: PaletteButtonProps) {
  const label = t(language, "palette");
  return (
    <button
      type="button"
      class="palette-button quiet"
      title={label}
      aria-haspopup="dialog"
      aria-keyshortcuts={apple ? "Meta+K" : "Control+K"}
      hidden
    >
      <span class="visually-hidden">{label}</span> <kbd>{apple ? "⌘ K" : "Ctrl K"}</kbd>
    </button>
  );
}
