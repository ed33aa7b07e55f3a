import type { Language } from "../i18n/language.ts";
import { t } from "../i18n/translate.ts";

interface SiteHeaderProps {
  language: Language;
  /** Null when nobody is logged in. */
  username: string | null;
}

/** The page header: brand, language switch and logout. */
export function SiteHeader({ language, username }: SiteHeaderProps) {
  const other = t(language, "switch_language_to");
  return (
    <header class="site-header">
      <a class="brand" href="/">Chung</a>
      <form method="post" action="/language">
        <button type="submit" class="quiet" name="language" value={other} lang={other}>
          {t(language, "switch_language")}
        </button>
      </form>
      {username !== null && (
        <form method="post" action="/logout" class="account">
          <span class="account-name" title={t(language, "logged_in_as", { user: username })}>
            {username}
          </span>
          <button type="submit" class="quiet">{t(language, "log_out")}</button>
        </form>
      )}
    </header>
  );
}
