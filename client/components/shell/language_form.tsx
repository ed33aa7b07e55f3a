import type { Language } from "../../i18n/language.ts";
import { t } from "../../i18n/translate.ts";

/** The button that switches to the other language. */
export function LanguageForm({ language }: { language: Language }) {
  const other = t(language, "switch_language_to");
  return (
    <form method="post" action="/language">
      <button type="submit" class="quiet" name="language" value={other} lang={other}>
        {t(language, "switch_language")}
      </button>
    </form>
  );
}
