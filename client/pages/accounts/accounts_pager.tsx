import type { Language } from "../../i18n/language.ts";
import { t } from "../../i18n/translate.ts";
import { type AccountSearch, accountsPath, type FoundAccounts } from "./found_accounts.ts";

interface AccountsPagerProps {
  search: AccountSearch;
  found: FoundAccounts;
  language: Language;
}

/** Leads to the pages before and after, where there are several. */
export function AccountsPager({ search, found: { page, pages }, language }: AccountsPagerProps) {
  if (pages === 1) return null;
  const to = (page: number) => accountsPath({ ...search, page });
  return (
    <nav class="account-pages" aria-label={t(language, "accounts_pages")}>
      {page > 1 && (
        <a class="button secondary" rel="prev" href={to(page - 1)}>
          {t(language, "accounts_previous")}
        </a>
      )}
      <span>{t(language, "accounts_page", { page, pages })}</span>
      {page < pages && (
        <a class="button secondary" rel="next" href={to(page + 1)}>
          {t(language, "accounts_next")}
        </a>
      )}
    </nav>
  );
}
