import type { Language } from "../../i18n/language.ts";
import { t } from "../../i18n/translate.ts";
import { Icon } from "../icon.tsx";
import { SearchForm } from "./search_form.tsx";

interface SearchAllFormProps {
  /** Whether the page is the search itself, which has the field. */
  here: boolean;
  language: Language;
}

/** The sidebar's search over all projects. */
export function SearchAllForm({ here, language }: SearchAllFormProps) {
  if (here) {
    const label = t(language, "search_all");
    return (
      <nav class="sidebar-search" aria-label={label}>
        <p class="project here">
          <Icon name="search" />
          <a href="/search" aria-current="page">{label}</a>
        </p>
      </nav>
    );
  }
  const texts = {
    search: t(language, "search"),
    search_label: t(language, "search_all_label"),
    search_placeholder: t(language, "search_all_placeholder"),
  };
  return (
    <div class="sidebar-search">
      <SearchForm action="/search" query="" texts={texts} class="inset" />
    </div>
  );
}
