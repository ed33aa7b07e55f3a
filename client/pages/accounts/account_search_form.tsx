import type { Language } from "../../i18n/language.ts";
import { t } from "../../i18n/translate.ts";
import { type AccountSearch, SHOWN } from "./found_accounts.ts";

/** The form that looks for accounts. */
export function AccountSearchForm(
  { search, language }: { search: AccountSearch; language: Language },
) {
  return (
    <form
      method="get"
      action="/people"
      role="search"
      aria-label={t(language, "accounts_search")}
      class="account-search field-and-button"
    >
      <input
        type="search"
        name="q"
        value={search.q}
        maxLength={100}
        autocomplete="off"
        autocapitalize="none"
        enterkeyhint="search"
        aria-label={t(language, "accounts_search")}
        placeholder={t(language, "accounts_search_placeholder")}
      />
      <select name="show" aria-label={t(language, "accounts_shown")}>
        {SHOWN.map((shown) => (
          <option key={shown} value={shown} selected={shown === search.show}>
            {t(language, `accounts_${shown}`)}
          </option>
        ))}
      </select>
      <button type="submit" class="secondary">{t(language, "search")}</button>
    </form>
  );
}
