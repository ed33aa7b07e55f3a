import type { Language } from "../../i18n/language.ts";
import { t } from "../../i18n/translate.ts";
import { clockTime, twoDigits } from "../chat_time.ts";
import { Icon } from "../icon.tsx";
import type { TypedFilter } from "./typed_search.ts";

interface FilterChipsProps {
  filters: readonly TypedFilter[];
  /** The URL of the results of a query. */
  place(query: string): string;
  language: Language;
}

/** The filters of a search as they were understood; each is a link that takes it away. */
export function FilterChips({ filters, place, language }: FilterChipsProps) {
  return (
    <ul class="choices">
      {filters.map((filter, index) => {
        const text = filterText(filter, language);
        return (
          <li key={index}>
            <a
              class="button secondary chip"
              href={place(filter.without)}
              aria-label={t(language, "filter_remove", { filter: text })}
            >
              <bdi>{text}</bdi>
              <Icon name="close" />
            </a>
          </li>
        );
      })}
    </ul>
  );
}

function filterText({ kind, value, at }: TypedFilter, language: Language): string {
  if (at === null) return t(language, "filter_from", { user: value.replace(/^@/, "") });
  return t(language, `filter_${kind}`, { day: dayOf(at) });
}

/** `01/11/2026`, with the time if the day doesn't begin then. */
function dayOf(at: Date): string {
  const day = `${twoDigits(at.getDate())}/${twoDigits(at.getMonth() + 1)}/${at.getFullYear()}`;
  const midnight = new Date(at.getFullYear(), at.getMonth(), at.getDate());
  return at > midnight ? `${day} ${clockTime(at.toISOString())}` : day;
}
