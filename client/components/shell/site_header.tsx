import type { Language } from "../../i18n/language.ts";
import { t } from "../../i18n/translate.ts";
import { Brand } from "./brand.tsx";
import { LanguageForm } from "./language_form.tsx";

interface SiteHeaderProps {
  language: Language;
  /** Whether somebody is logged in, whose projects can't be shown now. */
  loggedIn: boolean;
}

/** The header of pages without a sidebar: brand, language switch and logout. */
export function SiteHeader({ language, loggedIn }: SiteHeaderProps) {
  return (
    <header class="site-header">
      <Brand />
      <LanguageForm language={language} />
      {loggedIn && (
        <form method="post" action="/logout">
          <button type="submit" class="quiet">{t(language, "log_out")}</button>
        </form>
      )}
    </header>
  );
}
