import type { Language } from "../../i18n/language.ts";
import { t } from "../../i18n/translate.ts";
import { RESULTS_SHOWN, type ResultsPage } from "./search_page_data.ts";

interface ResultsPagerProps {
  results: ResultsPage;
  /** The URL of the first page of results. */
  place: string;
  language: Language;
}

/** Leads to the results before and after those shown. */
export function ResultsPager({ results, place, language }: ResultsPagerProps) {
  const { count, page, first } = results;
  const left = count - first - RESULTS_SHOWN;
  if (page === 1 && left <= 0) return null;
  return (
    <nav class="choices" aria-label={t(language, "search_pages")}>
      {page > 1 && (
        <a class="button secondary" rel="prev" href={`${place}&page=${page - 1}`}>
          {t(language, "search_previous")}
        </a>
      )}
      {left > 0 && (
        <a class="button secondary" rel="next" href={`${place}&page=${page + 1}`}>
          {t(language, "search_next", { count: Math.min(left, RESULTS_SHOWN) })}
        </a>
      )}
    </nav>
  );
}
