import type { TypedSearch } from "../../components/search/typed_search.ts";
import type { Language } from "../../i18n/language.ts";
import { t } from "../../i18n/translate.ts";
import { isolated } from "../../shared/isolated_text.ts";
import type { ResultsPage } from "./search_page_data.ts";

/** The maximum number of results (docs/PROTOCOL.md, `search`). */
const MAX_RESULTS = 100;

/** Tells how much a search has found, and how to find more or less. */
export function searchSummary(
  results: ResultsPage,
  { words, filters }: TypedSearch,
  language: Language,
): string {
  const { count, partial, first, shown } = results;
  if (count > 0) {
    const found = foundText(results, words, language);
    if (shown.length === count) return found;
    const range = { first: first + 1, last: first + shown.length };
    return `${found} ${t(language, "search_range", range)}`;
  }
  if (partial) return t(language, "search_nothing_yet");
  if (words === "") return t(language, "search_nothing_in_filters");
  const query = isolated(words);
  return t(language, filters.length > 0 ? "search_nothing_filtered" : "search_nothing", { query });
}

function foundText({ count, partial }: ResultsPage, words: string, language: Language): string {
  if (partial) return t(language, "search_found_partial", { count });
  // Without words, there is no better match than another.
  if (count < MAX_RESULTS) {
    return t(language, words === "" ? "search_found_newest" : "search_found", { count });
  }
  return t(language, words === "" ? "search_most_newest" : "search_most", { count });
}
